// Well-formedness by the grammar of RFC 5646, section 2.1; letter case by its section 2.1.1.
#include <algorithm>
#include <span>

#include "entente/text/language.hpp"
#include "text/subtags.hpp"

namespace entente {
namespace {

bool is_alphanumeric(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c);
}

/// Steps through the subtags of a tag that has only subtags of 1 to 8 letters and digits.
class Subtags {
 public:
  explicit Subtags(std::span<const std::string_view> parts) : parts_(parts) {}

  [[nodiscard]] bool done() const { return at_ == parts_.size(); }
  [[nodiscard]] std::string_view next() const { return done() ? std::string_view() : parts_[at_]; }
  template <typename Test>
  bool take(Test test) {
    if (done() || !test(parts_[at_])) return false;
    ++at_;
    return true;
  }

 private:
  std::span<const std::string_view> parts_;
  std::size_t at_ = 0;
};

bool is_private_use(Subtags subtags) {
  if (!subtags.take([](auto s) { return ascii_lower(s[0]) == 'x' && s.size() == 1; })) return false;
  return !subtags.done();
}

/// Extensions, each a singleton used once with its subtags, and private use after them.
bool is_tail(Subtags subtags) {
  std::string seen;
  while (!subtags.done() && !is_private_use(subtags)) {
    if (subtags.next().size() != 1) return false;
    const char singleton = ascii_lower(subtags.next()[0]);
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
  subtags.take(is_script_subtag);
  subtags.take(is_region_subtag);
  std::vector<std::string> variants;
  while (!subtags.done() && is_variant_subtag(subtags.next())) {
    variants.push_back(ascii_lowered(subtags.next()));
    subtags.take(is_variant_subtag);
  }
  std::sort(variants.begin(), variants.end());
  return std::adjacent_find(variants.begin(), variants.end()) == variants.end() && is_tail(subtags);
}

}  // namespace

bool is_language_tag(std::string_view tag) {
  auto parts = split(tag, '-');
  const bool shaped = std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
    return !part.empty() && part.size() <= 8 &&
           std::all_of(part.begin(), part.end(), is_alphanumeric);
  });
  return shaped && is_well_formed(Subtags(parts));
}

std::optional<std::string> canonical_language_tag(std::string_view tag) {
  if (!is_language_tag(tag)) return std::nullopt;
  std::string result;
  bool after_singleton = false;
  for (const std::string_view part : split(tag, '-')) {
    std::string subtag = ascii_lowered(part);
    const bool first = result.empty();
    if (!first && !after_singleton && part.size() == 2)
      std::transform(subtag.begin(), subtag.end(), subtag.begin(), ascii_upper);
    if (!first && !after_singleton && is_script_subtag(part)) subtag[0] = ascii_upper(subtag[0]);
    after_singleton = after_singleton || part.size() == 1;
    if (!first) result += '-';
    result += subtag;
  }
  return result;
}

}  // namespace entente
