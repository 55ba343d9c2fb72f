#pragma once

/// The search for common spans under one selection, read once for many questions.

#include <span>
#include <vector>

#include <entente/query/common_span.hpp>

#include "facts/answers.hpp"
#include "facts/criteria.hpp"

namespace entente {

class SpanSearch {
 public:
  SpanSearch(const Graph& graph, const Selection& selection);
  // The answers hold the question by reference.
  SpanSearch(const SpanSearch&) = delete;
  SpanSearch& operator=(const SpanSearch&) = delete;

  /// As best_choice().
  [[nodiscard]] BestChoice best(std::span<const std::vector<RelationId>> relations) const;

  [[nodiscard]] const Criteria& criteria() const { return criteria_; }
  [[nodiscard]] const Answers& answers() const { return answers_; }

 private:
  /// Further records of the relations' ties, which a period leaves out.
  [[nodiscard]] std::vector<RelationId> beside(const std::vector<RelationId>& relations) const;

  const Graph& graph_;
  const Criteria criteria_;
  const Answers answers_;
};

}  // namespace entente
