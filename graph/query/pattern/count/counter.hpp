#pragma once

/// Runs a plan of counting.

#include <cstdint>
#include <optional>
#include <vector>

#include "query/pattern/count/count_plan.hpp"
#include "query/pattern/match/matcher.hpp"

namespace entente::query {

class Counter {
 public:
  /// Is given a row and how often it stands there; returns whether to go on.
  using Take = FunctionRef<bool(Row&, std::int64_t times)>;
  /// Receives every edge and node that a match has, often more than once.
  using Mark = FunctionRef<void(std::uint32_t edge, std::uint32_t node)>;

  /// `mask` of all clauses: none where everything holds. `mark` may be null.
  Counter(const Evaluator& evaluator, Work& work, Tallies& tallies, const CountPlan& plan,
          const Mask* mask, const Mark* mark);

  bool run(Row& row, Take take);

 private:
  static constexpr std::uint32_t unknown_edge = 0xFFFFFFFF;

  /// How many hang on a node, whatever else is known.
  struct Total {
    std::int64_t count = -1;  ///< not yet known
    bool possible = false;    ///< some only may
    Why why = Why::none;
    bool is_marked = false;
    std::int64_t shared = -1;  ///< arcs that the twin has, too; not yet known
  };
  /// The nodes that some edge joins to one that is known, so that others need no look.
  struct Fence {
    struct Inside {
      std::uint32_t round = 0;            // the last one in which the node was inside
      std::uint32_t edge = unknown_edge;  // the only one that joins it; none if several do
    };
    std::vector<Inside> nodes;
    std::uint32_t round = 0;
    std::uint32_t around = 0xFFFFFFFF;  // the node that the round is about
    bool from_right = false;            // it is the right end of the edge
    bool is_used = true;
    [[nodiscard]] bool holds(std::uint32_t node) const { return nodes[node].round == round; }
  };
  /// Where two edges lead from a node.
  struct Reached {
    std::uint32_t first = 0;
    std::uint32_t passed = 0;
    std::uint32_t second = 0;
    std::uint32_t end = 0;
    Judged judged = {};
  };
  /// All of them from one node, unless they are too many to keep.
  struct Chain {
    std::uint32_t from = 0xFFFFFFFF;
    bool is_kept = false;
    std::vector<Reached> reached;
    std::size_t most = 0;  // so many are accounted for
  };
  struct LeafState {
    std::vector<Total> totals;           // by the node it hangs on
    std::vector<std::uint8_t> accepted;  // by node, if filters are asked: not yet, yes, no
  };

  bool step(std::size_t index);
  bool enter_node(std::size_t index, std::uint32_t node);
  bool scan(std::size_t index);
  bool walk(std::size_t index);
  bool walk_two(std::size_t index);
  template <typename Visit>
  bool each_reached(std::size_t index, std::uint32_t from, Visit visit);
  void keep_chain(std::size_t index, std::uint32_t from);
  /// What the steps behind this one close: nodes outside of these fences need no look.
  void set_guards(std::size_t index, std::size_t candidates);
  [[nodiscard]] bool is_guarded(std::size_t index, std::uint32_t node) const {
    for (const Fence* guard : guards_[index])
      if (!guard->holds(node)) return true;
    return false;
  }
  bool finish();
  [[nodiscard]] std::size_t degree(std::uint32_t node) const {
    return store_.out(Node{node}).size() + store_.in(Node{node}).size();
  }
  [[nodiscard]] bool is_one_run(const EdgePattern& edge) const;
  /// The fence of a pattern's edges around a node: those on the other side of them.
  const Fence& fence(Fence& kept, const EdgePattern& edge, bool reversed, std::uint32_t around);
  [[nodiscard]] bool passes(const CountStep& step, Doubt& doubt);
  [[nodiscard]] bool holds(const PairTest& test, std::uint32_t a, std::uint32_t b) const;

  /// Whether a node fits all places where it stands; sets its value if something reads it.
  [[nodiscard]] bool accepts(std::size_t number, std::uint32_t node);
  [[nodiscard]] bool accepts_leaf(std::size_t leaf, std::uint32_t node);
  /// What a mask and the edge's own conditions say of it: no, maybe or yes.
  [[nodiscard]] Judged judge(const CountedEdge& edge, std::uint32_t number);
  [[nodiscard]] bool is_used(const CountStep& step, std::uint32_t number) const {
    for (const std::size_t rival : step.rivals)
      if (edge_[rival] == number) return true;
    return false;
  }

  // Leaves.
  [[nodiscard]] std::int64_t leaf_count(std::size_t leaf, Doubt& doubt);
  [[nodiscard]] const Total& total(std::size_t leaf, std::uint32_t at);
  /// Each arc of a leaf that fits and that nothing forbids.
  template <typename Visit>
  void each_allowed(std::size_t leaf, std::uint32_t at, Visit visit);
  /// How many arcs of a leaf its twin has, too.
  [[nodiscard]] std::int64_t shared_with_twin(std::size_t leaf, std::uint32_t at);
  [[nodiscard]] std::int64_t forbidden(std::size_t leaf, std::uint32_t at);
  void mark_leaf(std::size_t leaf);
  void mark_all();

  /// Arcs of a pattern at a node, seen from one of its ends; only those to `target`, if given.
  template <typename Visit>
  bool each_arc(const EdgePattern& edge, bool reversed, std::uint32_t at,
                std::optional<std::uint32_t> target, Visit visit) const;
  template <typename Visit>
  bool arcs_of(std::span<const Arc> arcs, const EdgePattern& edge,
               std::optional<std::uint32_t> target, bool only_symmetric, bool skips_loops,
               std::uint32_t at, Visit visit) const;

  const Evaluator& evaluator_;
  const Store& store_;
  Work& work_;
  const CountPlan& plan_;
  const Mask* mask_;
  const Mark* mark_;
  std::vector<Tally*> tallies_;  // by step, then by leaf
  Row* row_ = nullptr;
  const Take* take_ = nullptr;
  std::vector<std::uint32_t> node_;  // by number in the plan
  std::vector<std::uint32_t> edge_;
  std::vector<LeafState> leaves_;
  std::vector<Fence> step_fences_;                 // by step: of the edge that it closes
  std::vector<std::vector<const Fence*>> guards_;  // by step
  std::vector<Chain> chains_;                      // by step
  std::vector<std::vector<Fence>> leaf_fences_;    // by leaf and test
};

}  // namespace entente::query
