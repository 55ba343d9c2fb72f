#include "io/formats/time_sets.hpp"

#include <utility>

namespace entente {
namespace {

std::string_view trimmed(std::string_view text, std::string_view marks) {
  const std::size_t first = text.find_first_not_of(marks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(marks) - first + 1);
}

std::vector<std::string_view> divided(std::string_view text, char divider) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(divider);
    parts.push_back(trimmed(text.substr(0, end), " \"'"));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string_view unframed(std::string_view set) {
  set = trimmed(set, " ");
  if (set.starts_with('<')) set.remove_prefix(1);
  if (set.ends_with('>')) set.remove_suffix(1);
  return set;
}

}  // namespace

std::string TimeSpell::text() const {
  return (start.empty() ? ".." : start) + "/" + (end.empty() ? ".." : end);
}

std::string_view finite_end(std::string_view text) {
  return text.ends_with("nfinity") ? std::string_view() : text;
}

std::vector<TimeSpell> intervals_of(std::string_view set) {
  std::vector<TimeSpell> spells;
  for (const std::string_view one : divided(unframed(set), ';')) {
    const bool framed = one.size() >= 2 && (one.front() == '[' || one.front() == '(') &&
                        (one.back() == ']' || one.back() == ')');
    const auto ends = divided(framed ? one.substr(1, one.size() - 2) : one, ',');
    if (!framed || ends.size() != 2) return {};
    spells.push_back({std::string(finite_end(ends[0])), std::string(finite_end(ends[1]))});
  }
  return spells;
}

std::vector<std::string> instants_of(std::string_view set) {
  std::vector<std::string> instants;
  for (const std::string_view one : divided(trimmed(unframed(set), " []"), ','))
    if (!one.empty()) instants.emplace_back(one);
  return instants;
}

std::string all_of(const std::vector<std::string>& instants) {
  if (instants.size() == 1) return instants.front();
  std::string all;
  for (const std::string& one : instants) all += (all.empty() ? "{" : ",") + one;
  return all.empty() ? all : all + "}";
}

}  // namespace entente
