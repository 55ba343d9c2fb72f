#pragma once

/// Values of expressions.

#include <functional>
#include <map>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/facts/viewpoint.hpp>
#include <entente/query/pattern.hpp>
#include <entente/query/value.hpp>
#include <entente/text/language.hpp>

#include "query/pattern/certainty/choices.hpp"
#include "query/pattern/certainty/world.hpp"
#include "query/pattern/row.hpp"
#include "query/pattern/store.hpp"
#include "query/pattern/syntax/syntax.hpp"

namespace entente::query {

using Truth = std::optional<bool>;

/// What runs the queries inside expressions.
class Subqueries {
 public:
  virtual ~Subqueries() = default;
  using Take = std::function<bool(Row&)>;
  /// Calls `take` for each row of the query, as far as it returns true.
  virtual void each_row(const Single& query, Row& row, const Take& take) = 0;
  /// Checks limits, now and then: so many items were worked on in the expression.
  virtual void tick(const Expr& expr, std::size_t items = 1) = 0;
  /// What a period says of an edge of a dossier, undated ones included.
  virtual Judged judge(Edge edge, PeriodKind kind, const std::string& period, const Expr& expr) = 0;
  /// How a value's edges are seen: which of their dates and evidence; null: all of them.
  [[nodiscard]] virtual const Viewpoint* viewpoint(const Knowledge& seen) = 0;
  /// The selection by which they are seen.
  [[nodiscard]] virtual Selection selection(const Knowledge& seen) = 0;
};

/// What a condition says of a row.
struct Kept {
  bool keeps = false;
  Doubt doubt = {};
  /// What values that rest on a choice are in the first that keeps the row.
  std::vector<std::pair<Slot, Value>> values = {};
};

class Evaluator {
 public:
  Evaluator(const Store& store, std::string_view text, const Parameters& parameters,
            const RunOptions& options, Subqueries& subqueries)
      : store_(store),
        text_(text),
        parameters_(parameters),
        options_(options),
        subqueries_(subqueries) {}

  /// Slots of the row are used for the variables of comprehensions.
  [[nodiscard]] Value value(const Expr& expr, Row& row) const;
  /// A condition's truth: none if it is unknown.
  [[nodiscard]] Truth truth(const Expr& expr, Row& row) const;
  /// Whether a condition holds, and whether that rests on what is only possible: it holds for some
  /// choice of it, in which what the row itself rests on holds.
  [[nodiscard]] Kept keeps(const Expr& condition, Row& row,
                           std::span<const UncertainFact> assumed = {}) const;
  /// The same over all choices, whichever one is at hand.
  [[nodiscard]] Kept keeps_in_all(const Expr& condition, Row& row,
                                  std::span<const UncertainFact> assumed) const;
  /// Whether conditions that may hold, each by itself, may hold at once. `met`: why they may not.
  [[nodiscard]] Kept keeps_together(std::span<const Expr* const> conditions, Row& row, Doubt met,
                                    std::span<const UncertainFact> assumed) const;
  /// What values can be together, over the choices.
  [[nodiscard]] Alternatives alternatives(const std::vector<std::pair<Slot, const Expr*>>& values,
                                          Row& row) const;
  /// Whether an expression reads some of these places of a row.
  [[nodiscard]] bool reads_any(const Expr& expr, const std::vector<Slot>& slots) const;
  /// The choice at hand, if there is one: what it takes holds, and nothing else.
  [[nodiscard]] World* world() const { return world_; }
  /// Something was met that only may hold.
  void note_open(Why why) const { touched_.add(why); }
  /// A value, and the doubt it rests on.
  [[nodiscard]] Value value(const Expr& expr, Row& row, Doubt& doubt) const;
  /// Whether the element has all properties of a pattern's map.
  [[nodiscard]] bool fits(const Expr& map, const Value& element, Row& row) const;

  /// The property of a node; its name is the one shown, in the languages of the answer.
  [[nodiscard]] Value node_property(Node node, std::uint32_t key, std::string_view name) const;
  /// The same of all that it has.
  [[nodiscard]] Map node_properties(Node node) const;
  /// The property of an edge as it is seen.
  [[nodiscard]] Value edge_property(const Knowledge& seen, Edge edge, std::uint32_t key,
                                    std::string_view name) const;
  [[nodiscard]] Subqueries& subqueries() const { return subqueries_; }
  [[nodiscard]] const Store& store() const { return store_; }
  [[nodiscard]] const RunOptions& options() const { return options_; }
  [[nodiscard]] std::string_view text() const { return text_; }
  /// The next of a row of numbers in [0, 1) that looks random and is the same in every run.
  [[nodiscard]] double random() const { return std::generate_canonical<double, 53>(random_); }
  /// The property of a node, an edge, a map or a date.
  [[nodiscard]] Value property(const Expr& expr, const Value& base, std::string_view name,
                               std::uint32_t key) const;

  [[noreturn]] void fail(const char* type, const char* code, const Expr& expr, std::string message,
                         std::string hint = {}) const;
  /// "a list", "a node": for messages.
  [[nodiscard]] static std::string_view words_for(const Value& value);

 private:
  [[nodiscard]] Value arithmetic(const Expr& expr, const Value& a, const Value& b) const;
  [[nodiscard]] Value sum(const Expr& expr, const Value& a, const Value& b) const;
  [[nodiscard]] Value whole(const Expr& expr, std::int64_t a, std::int64_t b) const;
  [[nodiscard]] Value comparison(const Expr& expr, Row& row) const;
  [[nodiscard]] Truth compare(Operator op, const Value& a, const Value& b) const;
  void require_comparable(const Expr& expr, const Value& a, const Value& b) const;
  [[nodiscard]] bool is_given(const Expr& expr, Row& row) const;
  [[nodiscard]] static bool reads_name(const Expr& expr);
  /// Of a dossier, whose names are all looked at.
  [[nodiscard]] bool asks_name(const Expr& expr) const;
  [[nodiscard]] bool names(const std::string& text, Node node) const;
  [[nodiscard]] Truth names_node(const Expr& a, const Value& text, Row& row) const;
  [[nodiscard]] Value list_behind_in(const Expr& expr, Row& row) const;
  [[nodiscard]] Value in(const Expr& expr, Row& row) const;
  [[nodiscard]] Value text_test(const Expr& expr, const Value& a, const Value& b) const;
  [[nodiscard]] Value logical(const Expr& expr, Row& row) const;
  [[nodiscard]] Value element(const Expr& expr, const Value& base, const Value& index) const;
  [[nodiscard]] Value slice(const Expr& expr, Row& row) const;
  [[nodiscard]] Value has_labels(const Expr& expr, const Value& value) const;
  [[nodiscard]] Value case_of(const Expr& expr, Row& row) const;
  [[nodiscard]] Value comprehension(const Expr& expr, Row& row) const;
  [[nodiscard]] Value quantifier(const Expr& expr, Row& row) const;
  [[nodiscard]] Value pattern_list(const Expr& expr, Row& row) const;
  [[nodiscard]] Value exists(const Expr& expr, Row& row) const;
  [[nodiscard]] Value count_of(const Expr& expr, Row& row) const;
  [[nodiscard]] Value call(const Expr& expr, Row& row) const;
  [[nodiscard]] Kept keeps_for_choices(const Expr& condition, Row& row, Doubt met,
                                       std::span<const UncertainFact> assumed) const;
  [[nodiscard]] std::optional<Kept> keeps_in_two_worlds(
      std::span<const Expr* const> conditions, Row& row, Doubt met,
      std::span<const UncertainFact> assumed) const;
  [[nodiscard]] std::optional<Kept> keeps_in_worlds(std::span<const Expr* const> conditions,
                                                    Row& row, Doubt met,
                                                    std::span<const UncertainFact> assumed) const;
  [[nodiscard]] const ConditionShape& shape(const Expr& condition) const;
  [[nodiscard]] std::vector<const Alternatives*> read_by(std::span<const Expr* const> expressions,
                                                         const Row& row) const;
  /// How many of a subquery's possible answers are taken.
  [[nodiscard]] std::int64_t chosen(const Expr& subquery, std::int64_t possible) const;
  [[nodiscard]] Value shown_name(const Graph& graph, Node node) const;

  const Store& store_;
  std::string_view text_;
  const Parameters& parameters_;
  const RunOptions& options_;
  Subqueries& subqueries_;
  mutable std::optional<LanguagePreference> languages_;     // once a name is asked for
  mutable std::map<std::string, std::vector<Node>> named_;  // looked up once each
  /// Which possible answers of subqueries are taken, and what was met of them.
  mutable Choices* choices_ = nullptr;  // null: all of it
  mutable World* world_ = nullptr;
  mutable std::map<const Expr*, ConditionShape> shapes_;
  mutable Doubt met_ = {};
  mutable Doubt touched_ = {};        // also of answers that did not come about
  mutable std::mt19937_64 random_{};  // NOLINT(cert-msc51-cpp): the same in every run
};

}  // namespace entente::query
