#include "model/admission.hpp"

#include <unordered_map>

namespace entente {

bool Admission::admits(const RelationRows& rows) {
  if (rows.type == no_row || rows.from == no_row || rows.to == no_row) return true;
  const std::uint32_t first = kinds_[rows.from];
  const std::uint32_t second = kinds_[rows.to];
  if (first == no_row || second == no_row) return true;
  return admits(rows.type, first, second);
}

bool Admission::admits(std::uint32_t type, std::uint32_t from_kind, std::uint32_t to_kind) {
  const auto& kinds = vocabulary_.kinds();
  const std::uint64_t key =
      (std::uint64_t{type} * kinds.size() + from_kind) * kinds.size() + to_kind + 1;
  Known& recent = recent_[key % recent_.size()];
  if (recent.key == key) return recent.admitted;
  const auto [known, added] = admitted_.try_emplace(key);
  if (added)
    known->second =
        vocabulary_.admits(vocabulary_.types()[type], kinds[from_kind].id, kinds[to_kind].id);
  recent = {key, known->second};
  return recent.admitted;
}

std::vector<bool> document_kinds(const Vocabulary& vocabulary) {
  std::vector<bool> documents;
  for (const Kind& kind : vocabulary.kinds())
    documents.push_back(vocabulary.is_a(kind.id, "document"));
  return documents;
}

// Rows that no step leads to are taken away with the steps that leave them, until none is left
// (Kahn 1962); what remains then lies on or behind a circle.
bool has_circle(const std::vector<RowStep>& steps) {
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> leaving;
  std::unordered_map<std::uint32_t, std::size_t> arriving;
  for (const auto& [from, to] : steps) {
    leaving[from].push_back(to);
    ++arriving[to];
  }
  std::vector<std::uint32_t> free;
  for (const auto& [row, targets] : leaving)
    if (!arriving.contains(row)) free.push_back(row);
  std::size_t left = steps.size();
  while (!free.empty()) {
    const std::uint32_t row = free.back();
    free.pop_back();
    const auto targets = leaving.find(row);
    if (targets == leaving.end()) continue;
    left -= targets->second.size();
    for (const std::uint32_t to : targets->second)
      if (--arriving[to] == 0) free.push_back(to);
  }
  return left > 0;
}

}  // namespace entente
