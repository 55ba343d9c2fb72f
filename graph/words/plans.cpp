#include "words/plans.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace entente {
namespace {

using Ending = std::pair<std::string_view, std::string_view>;

/// What a third person or a past form is the form of; "" if that is not known.
std::string infinitive_of(std::string_view verb) {
  constexpr std::array<Ending, 16> known = {{{"is", "be"},
                                             {"are", "be"},
                                             {"was", "be"},
                                             {"were", "be"},
                                             {"has", "have"},
                                             {"met", "meet"},
                                             {"wrote", "write"},
                                             {"held", "hold"},
                                             {"took", "take"},
                                             {"signed", "sign"},
                                             {"visited", "visit"},
                                             {"attended", "attend"},
                                             {"established", "establish"},
                                             {"published", "publish"},
                                             {"founded", "found"},
                                             {"joined", "join"}}};
  const auto* found = std::ranges::find(known, verb, &Ending::first);
  if (found != known.end()) return std::string(found->second);
  constexpr std::array<std::string_view, 7> unclear = {"ss",  "ches", "shes", "xes",
                                                       "oes", "ies",  "sses"};
  const bool is_clear = std::ranges::none_of(
      unclear, [&](std::string_view ending) { return verb.ends_with(ending); });
  if (verb.size() > 2 && verb.ends_with('s') && is_clear)
    return std::string(verb.substr(0, verb.size() - 1));
  return {};
}

std::optional<std::string> in_english(std::string_view words, bool expected) {
  const std::size_t end = std::min(words.find(' '), words.size());
  const std::string verb = infinitive_of(words.substr(0, end));
  if (verb.empty()) return std::nullopt;
  return (expected ? "is expected to " : "is to ") + verb + std::string(words.substr(end));
}

std::optional<std::string> in_japanese(std::string_view words, bool expected) {
  // The longer before the shorter that it ends in.
  constexpr std::array<Ending, 6> endings = {{{"されている", "される"},
                                              {"している", "する"},
                                              {"された", "される"},
                                              {"した", "する"},
                                              {"である", "となる"},
                                              {"にある", "となる"}}};
  constexpr std::array<std::string_view, 9> plain = {"る", "す", "く", "ぐ", "む",
                                                     "ぶ", "ぬ", "う", "つ"};
  const std::string_view ahead = expected ? "見込みである" : "予定である";
  for (const auto& [ending, verb] : endings)
    if (words.ends_with(ending))
      return std::string(words.substr(0, words.size() - ending.size())) + std::string(verb) +
             std::string(ahead);
  if (std::ranges::any_of(plain, [&](std::string_view end) { return words.ends_with(end); }))
    return std::string(words) + std::string(ahead);
  return std::nullopt;
}

std::optional<std::string> in_chinese(std::string_view words, bool expected, bool simplified) {
  constexpr std::string_view subject = "{from}";
  const bool whole = words.starts_with(subject);
  std::string_view verb = whole ? words.substr(subject.size()) : words;
  if (verb.empty() || verb.find(subject) != std::string_view::npos) return std::nullopt;
  std::string ahead = simplified ? (expected ? "预计将" : "将") : (expected ? "預計將" : "將");
  constexpr std::string_view is = "是";
  if (verb.starts_with(is)) {
    verb.remove_prefix(is.size());
    ahead += simplified ? "成为" : "成為";
  }
  return (whole ? std::string(subject) : std::string()) + ahead + std::string(verb);
}

}  // namespace

std::optional<std::string> as_plan(std::string_view words, std::string_view language,
                                   Modality modality) {
  if (modality != Modality::plan && modality != Modality::expectation) return std::nullopt;
  const bool expected = modality == Modality::expectation;
  if (language == "en") return in_english(words, expected);
  if (language == "ja") return in_japanese(words, expected);
  if (language == "zh-Hans") return in_chinese(words, expected, true);
  if (language == "zh-Hant") return in_chinese(words, expected, false);
  return std::nullopt;
}

std::string as_plural(std::string_view words) {
  constexpr std::array<Ending, 3> known = {{{"is", "are"}, {"was", "were"}, {"has", "have"}}};
  const std::size_t end = std::min(words.find(' '), words.size());
  const std::string_view verb = words.substr(0, end);
  const auto* irregular = std::ranges::find(known, verb, &Ending::first);
  std::string plural(verb);
  if (irregular != known.end())
    plural = irregular->second;
  else if (verb.ends_with('s') && !infinitive_of(verb).empty())
    plural = infinitive_of(verb);
  return plural + std::string(words.substr(end));
}

}  // namespace entente
