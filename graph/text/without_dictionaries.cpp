// What a build without OpenCC knows of variants: nothing of ideographs but what variant_pairs.hpp
// lists, and of letters those of Europe.

#include <array>
#include <cstddef>

#include "text/variant_data.hpp"

namespace entente::variant_data {

namespace {

constexpr auto each_itself() {
  std::array<char32_t, last_common - first_common + 1> forms{};
  for (std::size_t i = 0; i < forms.size(); ++i) forms[i] = first_common + static_cast<char32_t>(i);
  return forms;
}

constexpr std::array<Letter, 10> european{{{U'ß', U"ss"},
                                           {U'æ', U"ae"},
                                           {U'ð', U"d"},
                                           {U'ø', U"o"},
                                           {U'þ', U"th"},
                                           {U'đ', U"d"},
                                           {U'ħ', U"h"},
                                           {U'ı', U"i"},
                                           {U'ł', U"l"},
                                           {U'œ', U"oe"}}};

}  // namespace

constinit const std::array<char32_t, last_common - first_common + 1> common = each_itself();

std::span<const Rare> rare() noexcept {
  return {};
}
std::span<const Phrase> phrases() noexcept {
  return {};
}
std::span<const Letter> letters() noexcept {
  return european;
}

}  // namespace entente::variant_data
