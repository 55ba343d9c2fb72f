// Names from untrusted input: whatever the bytes, they fold to one form, show safely within their
// width and are found again.
//
// A line break splits the input into two texts.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/text/edit_distance.hpp>
#include <entente/text/fold.hpp>
#include <entente/text/language.hpp>
#include <entente/text/safe.hpp>
#include <entente/text/width.hpp>

#include "text/name_difference.hpp"
#include "text/name_index.hpp"
#include "text/utf8.hpp"

namespace entente {
namespace {

void require(bool holds, std::string_view claim, std::string_view input) {
  if (holds) return;
  std::cerr << "does not hold: " << claim << "\nfor: " << terminal_safe(input) << '\n';
  std::abort();
}

#define REQUIRE(claim, input) require((claim), #claim, (input))

void check_shown(std::string_view text) {
  const std::string safe = terminal_safe(text);
  REQUIRE(!first_invalid_utf8(safe), text);
  REQUIRE(terminal_safe(safe) == safe, text);
  for (const std::size_t width : {0U, 1U, 2U, 7U, 20U}) {
    const std::string cut = truncate_to_width(safe, width);
    REQUIRE(display_width(cut) <= width, text);
    REQUIRE(display_width(pad_left(cut, width)) == width, text);
  }
}

void check_folded(std::string_view text) {
  const std::string folded = fold(text);
  REQUIRE(!first_invalid_utf8(folded), text);
  REQUIRE(fold(folded) == folded, text);
  REQUIRE(fold(fold(text, HanVariants::keep)) == folded, text);
}

void check_language(std::string_view text) {
  const auto canonical = canonical_language_tag(text);
  REQUIRE(canonical.has_value() == is_language_tag(text), text);
  if (!canonical) return;
  REQUIRE(canonical_language_tag(*canonical) == canonical, text);
  REQUIRE(LanguagePreference::parse(text).rank(*canonical) == 0, text);
}

void check_pair(std::string_view a, std::string_view b) {
  REQUIRE(name_difference(a, b) == name_difference(b, a), a);
  const std::size_t distance = edit_distance(a, b, 5);
  REQUIRE(distance == edit_distance(b, a, 5), a);
  REQUIRE(distance <= 6, a);
}

std::vector<std::uint32_t> entities_of(const std::vector<NameMatch>& matches) {
  std::vector<std::uint32_t> entities;
  for (const NameMatch& match : matches) entities.push_back(match.id);
  return entities;
}

void check_index(std::string_view a, std::string_view b) {
  NameIndex::Builder one;
  NameIndex::Builder other;
  for (auto* builder : {&one, &other}) builder->add_name(a, "ja", 0).add_name(b, "en", 1);
  const NameIndex slow = std::move(one).build(NameFolding::per_query);
  const NameIndex fast = std::move(other).build(NameFolding::in_advance);
  for (const std::string_view text : {a, b, std::string_view("国际 NATO")}) {
    REQUIRE(entities_of(slow.candidates(text)) == entities_of(fast.candidates(text)), a);
    REQUIRE(entities_of(slow.find(text)) == entities_of(fast.find(text)), a);
  }
  REQUIRE(!slow.candidates(a).empty(), a);
}

}  // namespace
}  // namespace entente

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string_view a = input.substr(0, input.find('\n'));
  const std::string_view b = input.substr(std::min(a.size() + 1, input.size()));
  (void)entente::detect_encoding(input);
  entente::check_shown(input);
  entente::check_folded(a);
  entente::check_language(a);
  entente::check_pair(a, b);
  entente::check_index(a, b);
  return 0;
}
