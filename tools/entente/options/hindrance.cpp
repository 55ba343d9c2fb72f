#include "options/hindrance.hpp"

#include <algorithm>
#include <utility>

namespace entente::tool {
namespace {

/// Whether an option may have an effect on something that is one of those it applies to.
bool may_meet(Names applies_to, const std::vector<std::string>& possible) {
  return applies_to.empty() || possible.empty() ||
         std::ranges::any_of(possible,
                             [&](const auto& word) { return is_one_of(word, applies_to); });
}

/// "no effect on the format json: it applies to the format csv"
std::string on(std::string_view noun, const std::vector<std::string>& possible, Names applies_to) {
  const std::string here = possible.size() == 1
                               ? "on the " + std::string(noun) + " " + possible.front()
                               : std::string("here");
  return "has no effect " + here + "; it applies to " + plural_if(applies_to, noun);
}

std::string input_words(const std::vector<std::string>& inputs, Names applies_to) {
  const std::string given = inputs.empty() || inputs.front() == "nothing"
                                ? "without a dossier"
                                : "on a " + inputs.front();
  return "has no effect " + given + "; it applies to a " + listed_in_words(applies_to);
}

/// What keeps an option from having an effect: each reason in words.
std::vector<std::string> hindrances(const Where& where, const Aspects& aspects,
                                    const std::function<bool(std::string_view)>& given) {
  std::vector<std::string> reasons;
  if (!may_meet(where.views, aspects.views))
    reasons.push_back(on("view", aspects.views, where.views));
  if (!may_meet(where.measures, aspects.measures))
    reasons.push_back(on("measure", aspects.measures, where.measures));
  if (!may_meet(where.formats, aspects.formats))
    reasons.push_back(on("format", aspects.formats, where.formats));
  if (!may_meet(where.inputs, aspects.inputs))
    reasons.push_back(input_words(aspects.inputs, where.inputs));
  if (!where.with.empty() && std::ranges::none_of(where.with, given))
    reasons.push_back("has no effect without " + listed_in_words(where.with, " or "));
  for (const std::string_view other : where.without)
    if (given(other)) reasons.push_back("has no effect beside " + std::string(other));
  return reasons;
}

}  // namespace

std::optional<std::string> hindrance(std::string_view name, const std::vector<Option>& options,
                                     const Aspects& aspects,
                                     const std::function<bool(std::string_view)>& given) {
  std::optional<std::vector<std::string>> nearest;
  for (const Option& option : options) {
    if (option.name != name) continue;
    auto reasons = hindrances(option.where, aspects, given);
    if (reasons.empty()) return std::nullopt;
    if (!nearest || reasons.size() < nearest->size()) nearest = std::move(reasons);
  }
  if (!nearest) return std::nullopt;
  return nearest->front();
}

bool is_one_of(std::string_view word, Names names) {
  return std::ranges::find(names, word) != names.end();
}

std::string plural_if(Names names, std::string_view noun) {
  return "the " + std::string(noun) + (names.size() > 1 ? "s " : " ") + listed_in_words(names);
}

std::string listed_in_words(Names names, std::string_view last_word, std::string_view divider) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 < names.size() ? divider : last_word;
    text += names[i];
  }
  return text;
}

}  // namespace entente::tool
