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

/// Empty if the tag says no script and names no region.
std::string script_of(std::string_view tag) {
  std::string_view rest = tag.substr(language_of(tag).size());
  while (!rest.empty()) {
    rest.remove_prefix(1);
    const std::string_view subtag = rest.substr(0, rest.find('-'));
    if (is_script_subtag(subtag)) return std::string(subtag);
    if (is_region_subtag(subtag)) return likely_script(tag);
    if (subtag.size() == 1) break;  // extensions and private use
    rest.remove_prefix(subtag.size());
  }
  return {};
}

constexpr std::size_t steps = 4;  // ranks that each language wanted takes

/// 0 the same tag, 1 the same script, 2 another, 3 unsaid; `steps` for another language.
std::size_t distance(std::string_view wanted, std::string_view tag) {
  if (is_same(wanted, tag)) return 0;
  if (!is_same(language_of(wanted), language_of(tag))) return steps;
  const std::string script = script_of(tag);
  if (is_same(script_of(wanted), script)) return 1;
  return script.empty() ? 3 : 2;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
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
  for (std::size_t i = 0; i < tags_.size(); ++i)
    if (const std::size_t step = distance(tags_[i], tag); step < steps) return i * steps + step;
  const std::size_t rest = tags_.size() * steps;
  return rest + distance("en", tag);
}

std::optional<std::size_t> LanguagePreference::best(std::span<const std::string_view> tags) const {
  return best_of(*this, tags);
}

std::optional<std::size_t> LanguagePreference::best(std::span<const std::string> tags) const {
  return best_of(*this, tags);
}

}  // namespace entente
