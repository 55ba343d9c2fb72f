#pragma once

/// Which cells an entity of a mapping is made of, and which entities rows have made of which cells.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash_index.hpp"
#include "io/import/mapping.hpp"
#include "io/import/row_view.hpp"

namespace entente::import {

/// Whether others may have the same form.
enum class Likeness : std::uint8_t { comparable, own };

/// What values of a mapping are made of. Those of one form make the same of the same cells.
struct CellForm {
  std::vector<std::uint32_t> slots = {};  ///< each once, by first appearance
  std::string words = {};                 ///< all that they say, their columns numbered so
  Likeness likeness = Likeness::comparable;
};

/// `columns` counts those of the table. Forms are their own where more counts than the texts of its
/// cells (dates, numbers and countries, of which is kept how they were written; `{cell}`) or where
/// the text is mapped.
[[nodiscard]] CellForm form_of(const MappedValue& value, std::size_t columns);
[[nodiscard]] CellForm form_of(const MappedEntity& entity, std::size_t columns);

/// Whether two values are the same, whatever the row.
[[nodiscard]] bool is_same_value(const CellForm& a, const CellForm& b);

/// Writes what a row has in these slots: other cells are another text.
void write_cells(std::string& text, const std::vector<std::uint32_t>& slots, const RowView& row);

/// Ids of entities, by the cells that they were made of. What is remembered takes at most 4 GiB;
/// what comes later is made anew each time.
class MadeEntities {
 public:
  /// Valid until another is added.
  [[nodiscard]] std::optional<std::string_view> id(std::string_view cells) const;
  /// Nothing for cells that are there.
  void add(std::string_view cells, std::string_view id);

 private:
  /// Of what stands at that place in `bytes_`: two sizes, the cells, the id. They stand together
  /// since memory is what a look costs.
  struct Entry {
    std::string_view cells = {};
    std::string_view id = {};
  };
  [[nodiscard]] Entry entry(std::uint32_t at) const;
  [[nodiscard]] std::size_t slot_of(std::string_view cells, std::uint32_t hash) const;

  HashIndex places_ = HashIndex(31);
  std::vector<char> bytes_;
};

}  // namespace entente::import
