#pragma once

/// What a graph made from another holds beside that other's columns.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "facts/graph_store.hpp"

namespace entente {

/// Texts that can be added to while a table views them, if the view is then taken anew.
struct AddedTexts {
  std::vector<std::uint32_t> offsets{0};
  std::vector<char> bytes;

  void add(std::string_view text);
  [[nodiscard]] std::size_t size() const { return offsets.size() - 1; }
  [[nodiscard]] TextTable view() const;
};

/// The columns of relations and of evidence, as in Graph::Store.
struct AddedColumns {
  AddedTexts ids;
  std::vector<std::uint16_t> type;
  std::vector<EntityId> from;
  std::vector<EntityId> to;
  std::vector<Modality> modality;
  std::vector<std::uint8_t> traits;
  std::vector<std::uint32_t> when;
  std::vector<Day> start_min;
  std::vector<Day> start_max;
  std::vector<Day> end_min;
  std::vector<Day> end_max;
  std::vector<std::uint32_t> evidence;  ///< count on from the shared ones, as all offsets here
  std::vector<std::uint32_t> attributes;
  std::vector<char> attribute_bytes;
  std::vector<EntityId> source;
  std::vector<std::uint32_t> at;
  std::vector<std::uint32_t> asserted_by;
  std::vector<std::uint32_t> source_when;
  AddedTexts texts;
};

struct AddedRows {
  /// None yet, over the graph whose columns `before` shares, or over its own; then those that
  /// `before` has added.
  explicit AddedRows(const Graph& before);

  /// Whether so many more rows, which take as much as all of `more`, leave the graph one that is
  /// quickly read, and fit.
  [[nodiscard]] bool have_room_for(const Graph::Store& more) const;
  /// Adds all texts of a store; the number of the first of them.
  std::uint32_t add_texts(const Graph::Store& from);
  /// Adds a copy of a row of relations with its evidence; returns the row. The numbers of its texts
  /// go up by `first_text`.
  std::uint32_t add_row(const Graph::Store& from, std::uint32_t row, std::uint32_t first_text);
  /// Whether a row is one of these, and not shared.
  [[nodiscard]] bool hold(std::uint32_t row) const { return row >= first_; }
  /// The place in the added columns of a row of these.
  [[nodiscard]] std::size_t place(std::uint32_t row) const { return row - first_; }
  /// Lets a store's columns of relations, of evidence and of texts view the shared rows and these.
  /// To be done anew when some were added.
  void show_in(Graph::Store& store) const;

  Graph under;  ///< whose columns are shared; it has none of these itself
  AddedColumns columns;
  std::vector<std::uint32_t> order;  ///< the row of each relation

 private:
  std::uint32_t first_ = 0;  // row of these
};

}  // namespace entente
