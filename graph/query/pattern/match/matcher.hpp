#pragma once

/// Finds what a MATCH asks for, by backtracking along its plan.

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "query/pattern/evaluator.hpp"
#include "query/pattern/mask.hpp"
#include "query/pattern/match/match_plan.hpp"
#include "query/pattern/row.hpp"
#include "query/pattern/tally.hpp"
#include "query/pattern/work.hpp"

namespace entente::query {

/// A callable by reference, for calls only.
template <typename Signature>
class FunctionRef;
template <typename Result, typename... Arguments>
class FunctionRef<Result(Arguments...)> {
 public:
  template <typename Callable>
  requires(!std::same_as<std::remove_const_t<Callable>, FunctionRef>)
      FunctionRef(Callable& callable)  // NOLINT: a reference, on purpose
      : object_(&callable), call_([](const void* object, Arguments... arguments) -> Result {
          return (*static_cast<const Callable*>(object))(arguments...);
        }) {}
  Result operator()(Arguments... arguments) const { return call_(object_, arguments...); }

 private:
  const void* object_;
  Result (*call_)(const void*, Arguments...);
};

/// What is asked of one run.
struct MatchRun {
  const Mask* mask = nullptr;  ///< none: everything holds
  bool certainly = false;      ///< what only may hold is passed over
  bool carries = false;        ///< or given as rows that are left out
};

class Matcher {
 public:
  /// Is given each match in the row, and returns whether to go on.
  using Take = FunctionRef<bool(Row&)>;

  Matcher(const Evaluator& evaluator, Work& work, Tallies& tallies, const MatchPlan& plan);

  /// False if `take` ended it. Changes the slots that the match introduces, and nothing else.
  bool run(Row& row, const MatchRun& run, Take take);
  /// Why something was passed over because it only may hold, if it was.
  [[nodiscard]] const Doubt& discarded() const { return discarded_; }
  /// The edges of the match at hand, and its nodes.
  template <typename Visit>
  void each_edge(Visit visit) const {
    for (const PathState& path : state_)
      for (const Trace& trace : path.traces)
        for (const Edge edge : trace.edges) visit(edge);
  }
  template <typename Visit>
  void each_node(Visit visit) const {
    for (const PathState& path : state_)
      for (const Node node : path.nodes) visit(node);
  }

 private:
  /// Edges of a link and the nodes behind each, in the order walked.
  struct Trace {
    std::vector<Edge> edges;
    std::vector<Node> nodes;
    bool reversed = false;
  };
  struct PathState {
    std::vector<Node> nodes;
    std::vector<Trace> traces;
  };
  /// One way to walk a path that asks for the shortest.
  struct Found {
    PathState state;
    std::vector<std::pair<Slot, Value>> values;
    std::vector<Edge> edges;
    Doubt doubt;
  };
  enum class Way : std::uint8_t { out, in, both };
  using Next = FunctionRef<bool(Node)>;
  using TakeArc = FunctionRef<bool(std::uint32_t edge, Node other)>;

  [[nodiscard]] const PathPattern& path(const Step& step) const {
    return plan_.match->paths[step.path];
  }

  // Steps.
  bool step(std::size_t index);
  bool give_row();
  bool after(std::size_t index);
  bool find_node(std::size_t index);
  bool walk_link(std::size_t index);
  bool walk(const Link& link, Node at, bool reversed, std::optional<Node> target, Trace& trace,
            Next next);
  [[nodiscard]] bool passes_late(const LateCheck& check);
  [[nodiscard]] bool passes(const Expr& condition);
  [[nodiscard]] Value path_value(std::size_t path) const;

  // Nodes and edges.
  /// Whether a fact that was judged so may stand in a match; notes what that leaves in doubt.
  [[nodiscard]] bool admits(const Judged& judged, const UncertainFact& fact);
  [[nodiscard]] UncertainFact fact(Edge edge) const;
  /// The edge is a part of the match, and no longer.
  void assume(Edge edge);
  void forget(Edge edge);
  [[nodiscard]] bool is_open(Edge edge) const;
  [[nodiscard]] Kept judged(const Expr& condition);
  [[nodiscard]] bool fits_step(std::size_t index);
  [[nodiscard]] Kept kept_together();
  bool give_together();
  [[nodiscard]] bool accepts(const NodePattern& pattern, const ElementPlan& plan, Node node);
  [[nodiscard]] std::optional<Node> known_node(const NodePattern& pattern,
                                               const ElementPlan& plan) const;
  [[nodiscard]] bool has_its_values() const;
  [[nodiscard]] bool has_value(const Name& name, ValueKind wanted) const;
  [[nodiscard]] bool has_edges(const Name& name) const;
  [[noreturn]] void refuse_value(const Name& name, const Value& value, std::string_view is,
                                 std::string_view wanted) const;
  bool each_candidate(const NodePattern& pattern, const std::function<bool(Node)>& visit);
  [[nodiscard]] std::optional<std::vector<Node>> with_id(const Expr& wanted);
  [[nodiscard]] std::optional<std::vector<Node>> looked_up(const NodePattern& pattern);
  bool each_arc(const EdgePattern& edge, Node at, bool reversed, std::optional<Node> target,
                TakeArc take);
  bool scan(std::span<const Arc> arcs, const EdgePattern& edge, std::optional<Node> target,
            bool only_symmetric, bool skips_loops, Node at, TakeArc take);
  [[nodiscard]] bool fits(const EdgePattern& edge, Edge number, Slot slot, bool map_now,
                          bool where_now);
  /// Takes an edge into the trail: false if it is there already, or does not hold.
  [[nodiscard]] bool enter(std::uint32_t edge, Node other);
  void leave(std::uint32_t edge);

  // Links.
  bool single(const EdgePattern& edge, const ElementPlan& plan, Node at, bool reversed,
              std::optional<Node> target, Trace& trace, Next next);
  bool repeated(const EdgePattern& edge, Node at, bool reversed, std::optional<Node> target,
                Trace& trace, Next next);
  bool give_list(const EdgePattern& edge, const Trace& trace, std::size_t first, bool reversed,
                 Node end, Next next);
  bool follow(const EdgePattern& edge, Node at, bool reversed, std::optional<Node> target,
              Trace& trace, Next next);
  [[nodiscard]] std::optional<Node> over(const EdgePattern& edge, Edge number, Node at,
                                         bool reversed);
  struct GroupRun;
  bool iterate(GroupRun& group, std::int64_t count, Node at);
  bool inner_link(GroupRun& group, std::int64_t count, std::size_t links_done, Node at);
  bool finish_iteration(GroupRun& group, std::int64_t count, Node at);
  [[nodiscard]] bool accepts_inner(const Chain& chain, std::size_t index, bool reversed, Node node);

  // Shortest paths.
  bool search(std::size_t index);
  bool search_from(std::size_t index, Node start, std::optional<Node> end);
  bool breadth_first(std::size_t index, Node start, bool reversed, std::optional<Node> target);
  void flood(const EdgePattern& edge, Node start, bool reversed, std::optional<Node> target,
             std::int64_t most, std::optional<Edge> without);
  /// What is reached from one of two ends.
  struct Frontier {
    std::vector<std::uint32_t> level;  // by node
    std::vector<Node> nodes;           // of the last level
    std::vector<Node> touched;
    std::uint32_t depth = 0;
  };
  void meet(const EdgePattern& edge, Node start, Node target, std::int64_t most);
  [[nodiscard]] std::vector<Node> grow(const EdgePattern& edge, bool reversed, Frontier& side,
                                       const Frontier& other);
  void note_ways(const EdgePattern& edge, bool reversed, const Frontier& side,
                 std::vector<Node> nodes, std::uint32_t length);
  void lead(Node before, Edge edge, Node to);
  [[nodiscard]] bool holds(const EdgePattern& edge, Edge number);
  [[nodiscard]] std::vector<std::vector<Edge>> sequences(Node start, Node end, bool reversed,
                                                         bool all);
  [[nodiscard]] std::vector<Edge> first_sequence(Node start, Node end, bool reversed);
  [[nodiscard]] std::vector<std::vector<Edge>> closed_walks(const EdgePattern& edge, Node start,
                                                            bool all);
  bool give_sequence(std::size_t index, const std::vector<Edge>& sequence);
  bool deepen(std::size_t index, Node start, std::optional<Node> end);
  [[nodiscard]] bool fits_way(const Step& step);
  bool walk_chain(std::size_t path, std::size_t link, Node at, Next next);
  bool give(std::size_t index, Found& found);
  [[nodiscard]] Found found_now(std::size_t path) const;
  [[nodiscard]] static std::int64_t bytes_of(const Found& found);
  void distances_to(const Chain& chain, Node target);

  const Evaluator& evaluator_;
  const Store& store_;
  Work& work_;
  const MatchPlan& plan_;
  std::vector<Tally*> tallies_;  // by step; none where nothing is counted
  Tally* tally_ = nullptr;       // of the step at hand
  std::vector<PathState> state_;
  Row* row_ = nullptr;
  MatchRun run_;
  const Take* take_ = nullptr;
  bool passes_over_ = false;  // what only may hold, at once
  Doubt around_ = {};         // of the row before the match
  Doubt discarded_ = {};
  std::vector<UncertainFact> assumed_;     // of the match at hand
  std::vector<const Expr*> doubted_;       // conditions that may hold, of the steps done
  std::vector<std::uint8_t> used_;         // by edge, in the trail of this MATCH
  std::vector<std::uint8_t> search_used_;  // while one path is searched
  std::vector<std::uint8_t>* trail_ = &used_;
  std::vector<Node> acyclic_;  // nodes of the path at hand, if it must not repeat them
  bool is_acyclic_ = false;
  // While a search goes deeper step by step: how long walks may be, and whether one was cut.
  std::optional<std::size_t> cap_;
  std::size_t length_ = 0;
  bool cut_ = false;
  std::vector<std::uint32_t> distance_;  // to the end, if it is known
  // Of the last search in breadth.
  std::vector<std::uint32_t> level_;
  std::vector<std::vector<std::pair<Node, Edge>>> before_;
  std::vector<Node> reached_;
  Frontier left_;
  Frontier right_;
  std::vector<std::uint8_t> noted_left_;  // by node, while ways are noted
  std::vector<std::uint8_t> noted_right_;
  Claim claim_;  // for what is kept by node and by edge
  Claim ways_;   // for ways found and not yet given
};

}  // namespace entente::query
