#include "io/type_widening.hpp"

#include <algorithm>
#include <string>

namespace entente {
namespace {

void add_kinds(std::vector<std::string>& kinds, const std::vector<std::string>& more) {
  for (const std::string& kind : more)
    if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(kind);
}

}  // namespace

bool agree(const Labels& labels, const Labels& more) {
  return std::all_of(more.begin(), more.end(), [&](const auto& one) {
    return std::all_of(labels.begin(), labels.end(), [&](const auto& known) {
      return known.first != one.first || known.second == one.second;
    });
  });
}

void add_labels(Labels& labels, const Labels& more) {
  for (const auto& one : more)
    if (std::find(labels.begin(), labels.end(), one) == labels.end()) labels.push_back(one);
}

std::vector<TypeMember> widen(RelationType& type, const RelationType& more, TypeMembers given) {
  std::vector<TypeMember> other;
  const auto compare = [&](TypeMember member, bool same) {
    if (given.contain(member) && !same) other.push_back(member);
    return same;
  };
  const auto complete = [&](TypeMember member, Labels& labels, const Labels& further) {
    if (compare(member, agree(labels, further))) add_labels(labels, further);
  };
  const bool symmetric = type.symmetry == Symmetry::symmetric;
  add_kinds(type.from, more.from);
  add_kinds(type.to, more.to);
  compare(TypeMember::reading, type.reading == more.reading);
  compare(TypeMember::drawing_class, type.drawing_class == more.drawing_class);
  compare(TypeMember::symmetric, type.symmetry == more.symmetry);
  compare(TypeMember::lineage, type.succession == more.succession);
  compare(TypeMember::closes, type.closes == more.closes);
  compare(TypeMember::sign, type.sign == more.sign);
  compare(TypeMember::present, type.present == more.present);
  complete(TypeMember::forward, type.forward, more.forward);
  compare(TypeMember::inverse_id, type.inverse_id == more.inverse_id);
  complete(TypeMember::inverse, type.inverse,
           symmetric && more.inverse.empty() ? more.forward : more.inverse);
  complete(TypeMember::sentence, type.sentence, more.sentence);
  add_kinds(type.timeless, more.timeless);
  return other;
}

}  // namespace entente
