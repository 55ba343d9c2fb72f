#include "io/formats/labels.hpp"

#include <algorithm>

#include "text/preference_of.hpp"

namespace entente {
Labeller::Labeller(const Vocabulary& vocabulary, const std::vector<std::string>& languages)
    : wanted_(preference_of(languages)) {
  for (const RelationType& type : vocabulary.types())
    phrases_.push_back({&type, label(type.forward, languages)});
  std::sort(phrases_.begin(), phrases_.end(),
            [](const Phrase& a, const Phrase& b) { return a.type->id < b.type->id; });
}

std::string_view Labeller::name(const Entity& entity) const {
  std::vector<std::string_view> tags;
  std::vector<std::string_view> names;
  for (const LanguageNames& one : entity.names) {
    if (one.names.empty()) continue;
    tags.emplace_back(one.language);
    names.emplace_back(one.names.front());
  }
  const auto best = wanted_.best(std::span<const std::string_view>(tags));
  return best ? names[*best] : std::string_view(entity.id);
}

std::string_view Labeller::phrase(const Relation& relation) const {
  const Phrase* found = find(relation.type);
  return found && !found->text.empty() ? found->text : std::string_view(relation.type);
}

const RelationType* Labeller::type(const Relation& relation) const {
  const Phrase* found = find(relation.type);
  return found ? found->type : nullptr;
}

const Labeller::Phrase* Labeller::find(std::string_view type) const {
  const auto found =
      std::lower_bound(phrases_.begin(), phrases_.end(), type,
                       [](const Phrase& one, std::string_view id) { return one.type->id < id; });
  return found != phrases_.end() && found->type->id == type ? &*found : nullptr;
}

bool gains_direction(const Labeller& labels, const Relation& relation, LossReport& losses) {
  const RelationType* type = labels.type(relation);
  if (type == nullptr || type->symmetry == Symmetry::directed) return false;
  losses.add("direction-added", "ties without direction are written with one, and marked",
             relation.id);
  return true;
}

const Attributes& marks_of(const RelationMarks& marks, const Relation& relation) {
  static const Attributes none;
  const auto found =
      std::lower_bound(marks.begin(), marks.end(), relation.id,
                       [](const auto& one, const std::string& id) { return one.first < id; });
  return found != marks.end() && found->first == relation.id ? found->second : none;
}

}  // namespace entente
