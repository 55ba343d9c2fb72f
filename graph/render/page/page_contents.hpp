#pragma once

/// Which records stand in a page, each in a row of its own.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/render/write_page.hpp>
#include <entente/time/window.hpp>

namespace entente {

/// Entities and relations of a page. It keeps references to the graph and the selection.
class PageContents {
 public:
  /// @throws InvalidArgument if the selection's period is none.
  PageContents(const Graph& graph, const Selection& selection, const PageOptions& options);
  PageContents(const PageContents&) = delete;
  PageContents& operator=(const PageContents&) = delete;

  [[nodiscard]] const Graph& graph() const { return graph_; }
  /// What the page's own questions ask about: the selection without what the reader moves.
  [[nodiscard]] const Selection& whole() const { return whole_; }
  [[nodiscard]] const Viewpoint& viewpoint() const { return viewpoint_; }
  [[nodiscard]] const LanguagePreference& languages() const { return languages_; }

  /// Entities of the selection; they stand first among entities().
  [[nodiscard]] const std::vector<EntityId>& selected() const { return facts_.entities; }
  /// How many entities of the selection there was no room for.
  [[nodiscard]] std::size_t left_out() const { return left_out_; }
  /// By row: those of the selection, then those that only its evidence names.
  [[nodiscard]] const std::vector<EntityId>& entities() const { return entities_; }
  [[nodiscard]] const std::vector<RelationId>& relations() const { return relations_; }
  /// -1 if it is not in the page.
  [[nodiscard]] std::int64_t row(EntityId entity) const { return row_of_[index(entity)]; }
  [[nodiscard]] std::int64_t row(std::string_view id) const;
  [[nodiscard]] std::int64_t row(RelationId relation) const { return relation_row_.at(relation); }
  /// The first and the last day that something is dated by; one in 1970 if nothing is.
  [[nodiscard]] const Window& span() const { return span_; }
  /// The years around them: where the days of recurring dates are listed one by one.
  [[nodiscard]] Window near() const;
  /// The languages of sentences and dates, the reader's own first.
  [[nodiscard]] const std::vector<std::string>& spoken() const { return spoken_; }

 private:
  void choose_entities(std::size_t at_most);
  void number_records();
  void choose_languages();
  void find_span();

  const Graph& graph_;
  LanguagePreference languages_;
  Selection whole_;
  Viewpoint viewpoint_;
  SelectedFacts facts_;
  std::size_t left_out_ = 0;
  std::vector<EntityId> entities_;
  std::vector<RelationId> relations_;
  std::vector<std::int64_t> row_of_;  // by entity of the graph; -1: not in the page
  std::map<RelationId, std::int64_t> relation_row_;
  std::vector<std::string> spoken_;
  Window span_;
};

}  // namespace entente
