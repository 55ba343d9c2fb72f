#pragma once

/// What a selection lets one see of single relations: which of their dates and evidence count, and
/// which of their ends are inferred.

#include <memory>
#include <optional>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>
#include <entente/time/window.hpp>

namespace ENTENTE_API entente {

/// Whether a relation must hold on some day of a window or on every day.
enum class Coverage : std::uint8_t { some_day, every_day };

/// A selection with its words looked up and its dates read, over one graph. Copies share what was
/// read; all members are safe to call from many threads.
class Viewpoint {
 public:
  /// @throws InvalidArgument as Graph::facts. Cost: O(entities); and that of inference, where
  /// the selection narrows what is known, by whom, or how it is put.
  Viewpoint(const Graph& graph, const Selection& selection);

  /// What all periods of the selection together say of the relation, whatever its type, kind and
  /// modality; the verdict may be *no*. Cost: O(its dates and evidence).
  [[nodiscard]] SelectedRelation judge(RelationId relation) const;
  /// What it would say if its only period were that one.
  [[nodiscard]] SelectedRelation judge(RelationId relation, const Window& window,
                                       Coverage coverage = Coverage::some_day) const;

  /// The pieces of evidence that count: of the sources asked for, and out, or possibly out, by the
  /// day asked for. Cost: O(evidence of the relation).
  [[nodiscard]] std::vector<Evidence> evidence(RelationId relation) const;
  /// The dates that count, of which one must fit: those that kept evidence gives, and its own
  /// unless all kept evidence gives another. None: undated.
  [[nodiscard]] std::vector<When> dates(RelationId relation) const;
  /// The date that a relation is shown with: its own if that counts, else the earliest of those
  /// that do.
  [[nodiscard]] std::optional<When> when(RelationId relation) const;
  /// What these dates take for granted: how far open ends were observed, an inferred end, a
  /// presumption.
  [[nodiscard]] TimeContext context(RelationId relation) const;
  /// The end that inference gives those of its dates whose end is unknown, on the strength of what
  /// this selection keeps.
  [[nodiscard]] std::optional<InferredEnd> inferred_end(RelationId relation) const;
  /// The same of the date that `when` shows: none where that date says when it ended or that it has
  /// no end, or speaks against the inference, whatever becomes of other accounts.
  [[nodiscard]] std::optional<InferredEnd> shown_end(RelationId relation) const;
  /// All inferred ends, by relation.
  [[nodiscard]] std::vector<InferredEnd> inferred_ends() const;

 private:
  struct Asked;
  std::shared_ptr<const Asked> asked_;
};

}  // namespace entente
