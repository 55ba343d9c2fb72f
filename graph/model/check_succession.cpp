/// Cycles of succession: depth-first search with an explicit stack, since chains are as long as
/// their authors like. A relation back to an agreement on the current path closes a cycle.

#include <algorithm>
#include <cstdint>
#include <numeric>

#include "base/text_map.hpp"
#include "model/checks.hpp"

namespace entente {
namespace {

struct Step {
  std::uint32_t older = 0;
  const Relation* relation = nullptr;
};

class SuccessionGraph {
 public:
  explicit SuccessionGraph(CheckRun& run) : run_(run) {
    run.each_relation([this](const Relation& relation, const RelationParts& parts) {
      if (!parts.type || parts.type->succession != Succession::lineage) return;
      const std::uint32_t newer = number(relation.from);
      const std::uint32_t older = number(relation.to);
      steps_[newer].push_back({older, &relation});
    });
  }

  void report_cycles() {
    state_.assign(steps_.size(), State::fresh);
    for (std::uint32_t start = 0; start < steps_.size(); ++start)
      if (state_[start] == State::fresh) search(start);
  }

 private:
  enum class State : std::uint8_t { fresh, on_path, done };
  struct Frame {
    std::uint32_t entity = 0;
    std::size_t next = 0;
  };

  std::uint32_t number(std::string_view id) {
    const auto [known, added] = numbers_.emplace(id, static_cast<std::uint32_t>(ids_.size()));
    if (added) {
      ids_.push_back(id);
      steps_.emplace_back();
    }
    return known->second;
  }

  void search(std::uint32_t start) {
    std::vector<Frame> path = {{start, 0}};
    state_[start] = State::on_path;
    while (!path.empty()) {
      Frame& frame = path.back();
      if (frame.next == steps_[frame.entity].size()) {
        state_[frame.entity] = State::done;
        path.pop_back();
        continue;
      }
      const Step& step = steps_[frame.entity][frame.next++];
      if (state_[step.older] == State::on_path) {
        report(path, step);
      } else if (state_[step.older] == State::fresh) {
        state_[step.older] = State::on_path;
        path.push_back({step.older, 0});
      }
    }
  }

  void report(const std::vector<Frame>& path, const Step& closing) {
    constexpr std::size_t most_named = 10;
    auto first = path.end();
    while ((--first)->entity != closing.older) continue;
    const auto members = static_cast<std::size_t>(path.end() - first);
    std::string text;
    for (std::size_t i = 0; i < std::min(members, most_named); ++i)
      text += quoted(ids_[first[static_cast<std::ptrdiff_t>(i)].entity]) + " → ";
    if (members > most_named) text += "… (" + std::to_string(members - most_named) + " more) → ";
    text += quoted(ids_[closing.older]);
    run_.error(closing.relation->place, closing.relation->id,
               {"supersession-cycle", "agreements succeed one another in a circle: " + text,
                "the newer agreement is the `from` of supersedes and amends"});
  }

  CheckRun& run_;
  ViewMap<std::uint32_t> numbers_;
  std::vector<std::string_view> ids_;
  std::vector<std::vector<Step>> steps_;
  std::vector<State> state_;
};

}  // namespace

void check_succession(CheckRun& run) {
  SuccessionGraph(run).report_cycles();
}

}  // namespace entente
