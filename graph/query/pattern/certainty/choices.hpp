#pragma once

/// Conditions on subqueries of whose answers some are only possible: a row is kept if its condition
/// holds for some choice of them, and is certain if it holds for all.

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_set>
#include <vector>

#include "query/pattern/syntax/syntax.hpp"

namespace entente::query {

/// Of each subquery of a condition, whether more answers make the condition truer (or less so).
/// None if some may do either: `COUNT {…} = 1`, `XOR`.
using Leanings = std::optional<std::map<const Expr*, bool>>;

[[nodiscard]] Leanings leanings_of(const Expr& condition);

/// What is known of a condition before any row is.
struct ConditionShape {
  Leanings leanings = {};
  /// Its subqueries only match: a fact more never takes an answer from them, but for conditions
  /// inside them, which say themselves what they leave open.
  bool is_plain = false;
  /// Whether facts that hold make it truer, all of them, or all less so: two choices decide.
  std::optional<bool> rises = {};
  std::unordered_set<Slot> reads = {};
};

[[nodiscard]] ConditionShape shape_of(const Expr& condition);

/// How many of its possible answers a subquery is taken to have, while a condition is judged.
class Choices {
 public:
  virtual ~Choices() = default;
  virtual std::int64_t of(const Expr& subquery, std::int64_t possible) = 0;
};

/// The choice for which a condition with leanings is the truest, or the least true.
class ExtremeChoice : public Choices {
 public:
  enum class Which : std::uint8_t { truest, least_true };
  ExtremeChoice(const std::map<const Expr*, bool>& leanings, Which which)
      : leanings_(leanings), which_(which) {}

  std::int64_t of(const Expr& subquery, std::int64_t possible) override;

 private:
  const std::map<const Expr*, bool>& leanings_;
  Which which_;
};

/// One choice after another, each subquery independent of the others.
class EachChoice : public Choices {
 public:
  std::int64_t of(const Expr& subquery, std::int64_t possible) override;
  /// Goes on to the next; false if there is none.
  bool next();

 private:
  std::vector<std::int64_t> taken_;  // in the order in which they were asked for
  std::size_t asked_ = 0;
};

}  // namespace entente::query
