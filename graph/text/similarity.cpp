#include "text/similarity.hpp"

#include <algorithm>
#include <vector>

#include "entente/text/edit_distance.hpp"
#include "text/utf8.hpp"
#include "text/variants.hpp"

namespace entente {
namespace {

constexpr std::size_t most_suggested_edits = 16;  // of a suggestion, however long the text

/// The edit distance if it is within the limit. Texts of other lengths cost next to nothing.
std::optional<std::size_t> distance_within(std::u32string_view wanted, std::string_view name,
                                           std::size_t limit) {
  const std::size_t size = count_code_points(name);
  if (size + limit < wanted.size() || size > wanted.size() + limit) return std::nullopt;
  const std::size_t distance = edit_distance(wanted, to_utf32(name), limit);
  return distance <= limit ? std::optional(distance) : std::nullopt;
}

std::vector<std::string_view> words_of(std::string_view folded) {
  std::vector<std::string_view> words;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

bool contains(std::string_view name, std::string_view word) {
  return name.find(word) != std::string_view::npos;
}

/// Two ideographs, kana or syllables of Hangul are a whole name, and one of them says much.
bool is_short_cjk(std::u32string_view text) {
  return text.size() == 2 && std::all_of(text.begin(), text.end(), [](char32_t c) {
           return is_ideograph(c) || (c >= 0x3041 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7A3);
         });
}

bool has_word_like(std::string_view name, std::string_view word) {
  if (contains(name, word)) return true;
  const std::u32string wanted = to_utf32(word);
  const std::size_t slips = std::min(wanted.size() / 4, most_suggested_edits);
  if (slips == 0) return false;
  const auto words = words_of(name);
  return std::any_of(words.begin(), words.end(), [&](std::string_view each) {
    return distance_within(wanted, each, slips).has_value();
  });
}

}  // namespace

std::optional<std::size_t> closeness(std::u32string_view wanted, std::string_view name) {
  const std::size_t limit = std::min(wanted.size() / 3, most_suggested_edits);
  if (limit == 0) return std::nullopt;
  return distance_within(wanted, name, limit);
}

bool is_one_of_two_away(std::u32string_view wanted, std::string_view name) {
  return is_short_cjk(wanted) && count_code_points(name) == 2 &&
         distance_within(wanted, name, 1).has_value();
}

Holds holds(std::string_view name, std::string_view text) {
  const std::size_t at = name.find(text);
  if (at == 0) return Holds::at_the_beginning;
  if (at != std::string_view::npos) return Holds::together;
  const auto words = words_of(text);
  const auto all = [&](bool (*test)(std::string_view, std::string_view)) {
    return std::all_of(words.begin(), words.end(),
                       [&](std::string_view word) { return test(name, word); });
  };
  if (all(contains)) return Holds::scattered;
  return all(has_word_like) ? Holds::misspelt : Holds::no;
}

}  // namespace entente
