// Well-formedness by the grammar of RFC 5646, section 2.1; letter case by its section 2.1.1.
#include "entente/text/language.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <unicode/uloc.h>

#include "entente/error.hpp"
#include "entente/text/safe.hpp"

namespace entente {
namespace {

bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alphanumeric(char c) {
  return is_alpha(c) || is_digit(c);
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

bool all(std::string_view text, bool (*test)(char)) {
  return std::all_of(text.begin(), text.end(), test);
}

bool is_letters(std::string_view subtag, std::size_t least, std::size_t most) {
  return subtag.size() >= least && subtag.size() <= most && all(subtag, is_alpha);
}

bool is_region(std::string_view subtag) {
  return is_letters(subtag, 2, 2) || (subtag.size() == 3 && all(subtag, is_digit));
}

bool is_variant(std::string_view subtag) {
  return subtag.size() >= 5 || (subtag.size() == 4 && is_digit(subtag[0]));
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0;;) {
    const std::size_t end = text.find(separator, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

/// Steps through the subtags of a tag that has only subtags of 1 to 8 letters and digits.
class Subtags {
 public:
  explicit Subtags(std::vector<std::string_view> parts) : parts_(std::move(parts)) {}

  [[nodiscard]] bool done() const { return at_ == parts_.size(); }
  [[nodiscard]] std::string_view next() const { return done() ? std::string_view() : parts_[at_]; }
  template <typename Test>
  bool take(Test test) {
    if (done() || !test(parts_[at_])) return false;
    ++at_;
    return true;
  }

 private:
  std::vector<std::string_view> parts_;
  std::size_t at_ = 0;
};

bool is_private_use(Subtags subtags) {
  if (!subtags.take([](auto s) { return lower(s[0]) == 'x' && s.size() == 1; })) return false;
  return !subtags.done();
}

/// Extensions, each a singleton used once with its subtags, and private use after them.
bool is_tail(Subtags subtags) {
  std::string seen;
  while (!subtags.done() && !is_private_use(subtags)) {
    if (subtags.next().size() != 1) return false;
    const char singleton = lower(subtags.next()[0]);
    if (singleton == 'x' || seen.find(singleton) != std::string::npos) return false;
    seen += singleton;
    subtags.take([](auto) { return true; });
    if (!subtags.take([](auto s) { return s.size() > 1; })) return false;
    while (subtags.take([](auto s) { return s.size() > 1; })) continue;
  }
  return true;
}

bool is_well_formed(Subtags subtags) {
  if (is_private_use(subtags)) return true;
  const bool may_extend = subtags.next().size() <= 3;
  if (!subtags.take([](auto s) { return is_letters(s, 2, 8); })) return false;
  for (int i = 0; i < 3 && may_extend; ++i)
    subtags.take([](auto s) { return is_letters(s, 3, 3); });
  subtags.take([](auto s) { return is_letters(s, 4, 4); });
  subtags.take(is_region);
  std::vector<std::string> variants;
  while (!subtags.done() && is_variant(subtags.next())) {
    variants.push_back(lowered(subtags.next()));
    subtags.take(is_variant);
  }
  std::sort(variants.begin(), variants.end());
  return std::adjacent_find(variants.begin(), variants.end()) == variants.end() && is_tail(subtags);
}

struct Parts {
  std::string language;
  std::string script;  // empty if the tag does not say it
};

/// Language and script of a canonical tag; a region tells the script (zh-TW is written in Hant).
Parts parts_of(const std::string& tag) {
  const auto subtags = split(tag, '-');
  Parts parts{std::string(subtags[0]), {}};
  bool region = false;
  for (std::size_t i = 1; i < subtags.size() && subtags[i].size() > 1; ++i) {
    if (is_letters(subtags[i], 4, 4)) parts.script = subtags[i];
    region = region || is_region(subtags[i]);
  }
  if (!parts.script.empty() || !region) return parts;
  UErrorCode status = U_ZERO_ERROR;
  std::array<char, ULOC_FULLNAME_CAPACITY> likely{};
  uloc_addLikelySubtags(tag.c_str(), likely.data(), ULOC_FULLNAME_CAPACITY, &status);
  std::array<char, ULOC_SCRIPT_CAPACITY> script{};
  uloc_getScript(likely.data(), script.data(), ULOC_SCRIPT_CAPACITY, &status);
  if (U_SUCCESS(status)) parts.script = script.data();
  return parts;
}

constexpr std::size_t steps = 4;  // ranks that each language wanted takes

/// 0 the same tag, 1 the same script, 2 another, 3 unsaid; `steps` for another language.
std::size_t distance(const std::string& wanted, const std::string& tag) {
  if (wanted == tag) return 0;
  const Parts a = parts_of(wanted);
  const Parts b = parts_of(tag);
  if (a.language != b.language) return steps;
  if (a.script == b.script) return 1;
  return b.script.empty() ? 3 : 2;
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

bool is_language_tag(std::string_view tag) {
  auto parts = split(tag, '-');
  const bool shaped = std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
    return !part.empty() && part.size() <= 8 && all(part, is_alphanumeric);
  });
  return shaped && is_well_formed(Subtags(std::move(parts)));
}

std::optional<std::string> canonical_language_tag(std::string_view tag) {
  if (!is_language_tag(tag)) return std::nullopt;
  std::string result;
  bool after_singleton = false;
  for (const std::string_view part : split(tag, '-')) {
    std::string subtag = lowered(part);
    const bool first = result.empty();
    if (!first && !after_singleton && part.size() == 2)
      std::transform(subtag.begin(), subtag.end(), subtag.begin(), upper);
    if (!first && !after_singleton && is_letters(part, 4, 4)) subtag[0] = upper(subtag[0]);
    after_singleton = after_singleton || part.size() == 1;
    if (!first) result += '-';
    result += subtag;
  }
  return result;
}

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
  const std::string canonical = canonical_language_tag(tag).value_or(std::string(tag));
  for (std::size_t i = 0; i < tags_.size(); ++i)
    if (const std::size_t step = distance(tags_[i], canonical); step < steps)
      return i * steps + step;
  const std::size_t rest = tags_.size() * steps;
  return rest + distance("en", canonical);
}

std::optional<std::size_t> LanguagePreference::best(std::span<const std::string_view> tags) const {
  return best_of(*this, tags);
}

std::optional<std::size_t> LanguagePreference::best(std::span<const std::string> tags) const {
  return best_of(*this, tags);
}

}  // namespace entente
