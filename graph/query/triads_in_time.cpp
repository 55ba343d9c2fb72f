#include <algorithm>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include <entente/query/triads_in_time.hpp>

#include "facts/answers.hpp"
#include "facts/criteria.hpp"
#include "facts/folding.hpp"
#include "facts/given_facts.hpp"

namespace entente {
namespace {

/// The signed ties by their ends.
class SignedTies {
 public:
  SignedTies(const Graph& graph, const SelectedFacts& facts, const Selection& selection)
      : graph_(graph),
        criteria_(read_selection(graph_, selection)),
        answers_(graph_.store(), criteria_),
        folds_(graph_, answers_) {
    for (const SelectedRelation& row : facts.relations)
      if (graph_.type(row.relation).sign != Sign::none)
        ties_.push_back(
            {ends(graph_.from(row.relation), graph_.to(row.relation)), folds_.leg(row)});
    std::stable_sort(ties_.begin(), ties_.end(),
                     [](const Tie& a, const Tie& b) { return a.ends < b.ends; });
    for (std::size_t begin = 0, end = 0; begin < ties_.size(); begin = end) {
      while (end < ties_.size() && ties_[end].ends == ties_[begin].ends) ++end;
      join(begin, end);
    }
  }
  SignedTies(const SignedTies&) = delete;
  SignedTies& operator=(const SignedTies&) = delete;

  /// Whether three ties hold together, as certainly as the selection asks.
  [[nodiscard]] bool hold_together(EntityId a, EntityId b, EntityId c) const {
    for (const Tie& ab : between(a, b))
      for (const Tie& bc : between(b, c)) {
        if (!are_together(ab, bc)) continue;
        for (const Tie& ca : between(c, a))
          if (are_together(ab, ca) && are_together(bc, ca)) return true;
      }
    return false;
  }

 private:
  using Ends = std::pair<EntityId, EntityId>;
  struct Tie {
    Ends ends;
    FoldedLeg leg;
  };

  void join(std::size_t begin, std::size_t end) {
    std::vector<FoldedLeg> legs;
    for (std::size_t i = begin; i < end; ++i) legs.push_back(ties_[i].leg);
    folds_.join(legs);
    for (std::size_t i = begin; i < end; ++i) ties_[i].leg = legs[i - begin];
  }

  [[nodiscard]] bool are_together(const Tie& a, const Tie& b) const {
    const Verdict verdict = a.leg.verdict & b.leg.verdict & folds_.together(a.leg, b.leg);
    return verdict >= std::max(criteria_.least, Verdict::maybe);
  }

  static Ends ends(EntityId a, EntityId b) { return std::minmax({a, b}); }

  [[nodiscard]] std::span<const Tie> between(EntityId a, EntityId b) const {
    const auto begin =
        std::lower_bound(ties_.begin(), ties_.end(), ends(a, b),
                         [](const Tie& tie, const Ends& at) { return tie.ends < at; });
    const auto end = std::upper_bound(begin, ties_.end(), ends(a, b),
                                      [](const Ends& at, const Tie& tie) { return at < tie.ends; });
    return {ties_.data() + (begin - ties_.begin()), static_cast<std::size_t>(end - begin)};
  }

  const Graph graph_;
  const Criteria criteria_;
  const Answers answers_;
  Folds folds_;
  std::vector<Tie> ties_;
};

}  // namespace

std::function<bool(EntityId, EntityId, EntityId)> triads_in_time(const Graph& graph,
                                                                 const SelectedFacts& facts,
                                                                 const Selection& selection) {
  require_facts(graph, facts, "triads_in_time");
  return [ties = std::make_shared<const SignedTies>(graph, facts, selection)](
             EntityId a, EntityId b, EntityId c) { return ties->hold_together(a, b, c); };
}

}  // namespace entente
