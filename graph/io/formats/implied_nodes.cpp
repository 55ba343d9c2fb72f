#include "io/formats/implied_nodes.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "base/threads.hpp"
#include "facts/build/text_numbers.hpp"
#include "text/shortened.hpp"

namespace entente {
namespace {

bool has_any(const FoundLists& lists) {
  return std::any_of(lists.begin(), lists.end(), [](const auto& list) { return list->size() > 0; });
}

void remark_implied(ForeignReading& reading, const FoundElements& implied) {
  if (implied.size() == 0) return;
  const StoredElement& first = implied[0];
  reading.lose(first.place(),
               {"unlisted-node",
                "ends of edges that no table of nodes lists become nodes, `" + shortened(first.id) +
                    "` first",
                "list them there, or correct the ends where they are slips"},
               implied.size());
}

}  // namespace

std::unique_ptr<FoundElements> implied_nodes(ForeignReading& reading, const FoundLists& nodes,
                                             const FoundLists& edges) {
  std::vector<std::vector<HashedText>> ends(edges.size());
  std::vector<std::vector<std::size_t>> rows(edges.size());  // that name an end first
  side_by_side(edges.size(), [&](std::size_t i) {
    TextNumbers numbers;
    for (std::size_t row = 0; row < edges[i]->size(); ++row) {
      (void)numbers.number((*edges[i])[row].from);
      (void)numbers.number((*edges[i])[row].to);
      rows[i].resize(numbers.size(), row);
    }
    ends[i] = std::move(numbers).take();
  });
  TextNumbers known;
  const auto is_new = [&known](const HashedText& text) {
    if (known.find(text) != TextNumbers::none) return false;
    known.add(text);
    return true;
  };
  for (const auto& list : nodes)
    for (std::size_t row = 0; row < list->size(); ++row) (void)is_new(hashed((*list)[row].id));
  auto implied = std::make_unique<FoundElements>();
  for (std::size_t i = 0; i < edges.size(); ++i)
    for (std::size_t end = 0; end < ends[i].size(); ++end)
      if (is_new(ends[i][end]))
        implied->begin((*edges[i])[rows[i][end]].place()).id = ends[i][end].text;
  if (has_any(nodes)) remark_implied(reading, *implied);
  return implied;
}

}  // namespace entente
