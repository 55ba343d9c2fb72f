#include <algorithm>
#include <array>
#include <map>

#include <entente/io/import.hpp>
#include <entente/text/safe.hpp>

namespace entente {
namespace {

/// What one value was rejected for, and where else it stands.
struct SameRejection {
  const RejectedRow* first = nullptr;
  std::vector<const RejectedRow*> others = {};
};

std::vector<SameRejection> gathered(const std::vector<RejectedRow>& rejected) {
  std::vector<SameRejection> all;
  using Key = std::array<std::string_view, 5>;
  std::map<Key, std::size_t> known;
  for (const RejectedRow& row : rejected) {
    // Where the value is not what is wrong, each row is one of its own.
    if (row.value.empty()) {
      all.push_back({&row});
      continue;
    }
    const Key key = {row.file, row.sheet, row.code, row.value, row.reason};
    const auto [found, is_new] = known.emplace(key, all.size());
    if (is_new)
      all.push_back({&row});
    else
      all[found->second].others.push_back(&row);
  }
  return all;
}

std::string also_in(const std::vector<const RejectedRow*>& others) {
  constexpr std::size_t most_named = 5;
  std::string text = "  also in ";
  for (std::size_t i = 0; i < std::min(others.size(), most_named); ++i)
    text += (i == 0 ? "" : ", ") + others[i]->cell;
  if (others.size() > most_named)
    text += " and " + std::to_string(others.size() - most_named) + " more";
  return text + '\n';
}

}  // namespace

std::string rejection_lines(const ImportResult& result, std::size_t most) {
  const std::vector<SameRejection> all = gathered(result.rejected);
  std::string text;
  for (std::size_t i = 0; i < std::min(all.size(), most); ++i) {
    text += describe(*all[i].first) + '\n';
    if (!all[i].others.empty()) text += also_in(all[i].others);
  }
  if (all.size() > most)
    text += "… and " + std::to_string(all.size() - most) + " more; --report FILE lists them all\n";
  if (const std::string answers = mapping_answers(result); !answers.empty())
    text += "all that the mapping should answer: " + terminal_safe(answers) + '\n';
  return text;
}

}  // namespace entente
