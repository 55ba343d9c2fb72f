#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <unicode/uloc.h>

#include "entente/error.hpp"
#include "entente/text/language.hpp"
#include "entente/text/safe.hpp"
#include "text/subtags.hpp"

namespace entente {
namespace {

bool is_same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

std::string_view language_of(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

/// The script that a region implies: zh-TW is written in Hant.
std::string likely_script(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  std::array<char, ULOC_FULLNAME_CAPACITY> likely{};
  uloc_addLikelySubtags(std::string(tag).c_str(), likely.data(), ULOC_FULLNAME_CAPACITY, &status);
  std::array<char, ULOC_SCRIPT_CAPACITY> script{};
  uloc_getScript(likely.data(), script.data(), ULOC_SCRIPT_CAPACITY, &status);
  return U_SUCCESS(status) ? script.data() : std::string();
}

/// The subtag of a script, or of a region, if the tag has one.
std::string_view subtag_of(std::string_view tag, bool (*is_wanted)(std::string_view)) {
  for (const std::string_view subtag : split(tag.substr(language_of(tag).size()), '-')) {
    if (subtag.size() == 1) break;  // extensions and private use
    if (is_wanted(subtag)) return subtag;
  }
  return {};
}

/// The script said, or else implied by the region and the language.
std::string script_of(std::string_view tag) {
  const std::string_view said = subtag_of(tag, is_script_subtag);
  return said.empty() ? likely_script(tag) : std::string(said);
}

bool have_same_script(std::string_view a, std::string_view b) {
  const auto says_nothing = [](std::string_view tag) {
    return subtag_of(tag, is_script_subtag).empty() && subtag_of(tag, is_region_subtag).empty();
  };
  if (says_nothing(a) && says_nothing(b)) return true;
  return is_same(script_of(a), script_of(b));
}

/// How many subtags are to be cut from the wanted tag until it is the other; nothing if it never
/// is. A script that the wanted tag only implies may be said: zh-TW is cut to zh-Hant, then to zh;
/// of a language alone any script is a form.
std::optional<std::size_t> subtags_cut(std::string_view wanted, std::string_view tag) {
  const auto longer = split(wanted, '-');
  const auto shorter = split(tag, '-');
  if (shorter.size() == 2 && is_script_subtag(shorter[1]) &&
      subtag_of(wanted, is_script_subtag).empty() &&
      (longer.size() == 1 || have_same_script(wanted, tag)))
    return longer.size() - 1;
  if (shorter.size() > longer.size() ||
      !std::equal(shorter.begin(), shorter.end(), longer.begin(), is_same))
    return std::nullopt;
  return longer.size() - shorter.size();
}

/// Whether a tag says the script that the wanted one implies, and is the same else: zh-Hant-HK for
/// zh-HK.
bool is_likely_form(std::string_view wanted, std::string_view tag) {
  if (!subtag_of(wanted, is_script_subtag).empty() || wanted == language_of(wanted)) return false;
  const std::string_view language = language_of(wanted);
  const std::string said = std::string(language) + "-" + likely_script(wanted);
  return is_same(said + std::string(wanted.substr(language.size())), tag);
}

constexpr std::size_t most_cut = 6;
// Ranks within a language: first the wanted tag, its likely form, then 1 to 6 subtags cut.
constexpr std::size_t likely_form = 1;
constexpr std::size_t same_script = most_cut + 2;
constexpr std::size_t script_unsaid = most_cut + 3;
constexpr std::size_t other_script = most_cut + 4;
constexpr std::size_t steps = most_cut + 5;  // ranks that each language wanted takes

/// The rank within a language; `steps` for another language.
std::size_t distance(std::string_view wanted, std::string_view tag) {
  if (is_same(wanted, tag)) return 0;
  if (!is_same(language_of(wanted), language_of(tag))) return steps;
  if (is_likely_form(wanted, tag)) return likely_form;
  const auto cut = subtags_cut(wanted, tag);
  if (!have_same_script(wanted, tag)) return cut ? script_unsaid : other_script;
  return cut ? likely_form + std::min(*cut, most_cut) : same_script;
}

template <typename Tags>
std::optional<std::size_t> best_of(const LanguagePreference& preference, const Tags& tags) {
  std::optional<std::size_t> best;
  std::size_t best_rank = 0;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const std::size_t rank = preference.rank(tags[i]);
    if (!best || rank < best_rank) {
      best = i;
      best_rank = rank;
    }
  }
  return best;
}

}  // namespace

LanguagePreference::LanguagePreference() : tags_{"en"} {}

LanguagePreference::LanguagePreference(std::vector<std::string> tags) : tags_(std::move(tags)) {}

LanguagePreference LanguagePreference::parse(std::string_view list) {
  std::vector<std::string> tags;
  for (const std::string_view part : split(list, ',')) {
    auto tag = canonical_language_tag(trimmed(part));
    if (!tag)
      throw InvalidArgument(
          "bad-language",
          fmt::format("`{}` is not a language tag; give a list such as `ja,zh-Hant,en`",
                      terminal_safe(trimmed(part))));
    tags.push_back(*std::move(tag));
  }
  return LanguagePreference(std::move(tags));
}

std::size_t LanguagePreference::rank(std::string_view tag) const {
  // A script that its reader did not ask for stands behind every language that was asked for.
  const std::size_t asked = tags_.size() * steps;
  std::size_t sibling = tags_.size();
  for (std::size_t i = 0; i < tags_.size(); ++i) {
    const std::size_t step = distance(tags_[i], tag);
    if (step == other_script) sibling = std::min(sibling, i);
    if (step < other_script) return i * steps + step;
  }
  if (sibling < tags_.size()) return asked + sibling;
  return asked + tags_.size() + distance("en", tag);
}

std::optional<std::size_t> LanguagePreference::best(std::span<const std::string_view> tags) const {
  return best_of(*this, tags);
}

std::optional<std::size_t> LanguagePreference::best(std::span<const std::string> tags) const {
  return best_of(*this, tags);
}

}  // namespace entente
