#include "support/text_match.hpp"

#include <regex>

namespace entente::test {
namespace {

TextMatch texts_of(const std::smatch& match) {
  return {match.begin(), match.end()};
}

/// Compiled once for a run of calls with the same pattern.
const std::regex& compiled(const std::string& pattern) {
  static std::string last;
  static std::regex regex;
  if (pattern != last) {
    regex = std::regex(pattern);
    last = pattern;
  }
  return regex;
}

}  // namespace

std::optional<TextMatch> match_of(const std::string& text, const std::string& pattern) {
  std::smatch match;
  if (!std::regex_match(text, match, compiled(pattern))) return std::nullopt;
  return texts_of(match);
}

std::vector<TextMatch> matches_in(const std::string& text, const std::string& pattern) {
  std::vector<TextMatch> found;
  for (std::sregex_iterator at(text.begin(), text.end(), compiled(pattern)), end; at != end; ++at)
    found.push_back(texts_of(*at));
  return found;
}

std::string with_matches_replaced(const std::string& text, const std::string& pattern,
                                  const std::string& replacement) {
  return std::regex_replace(text, compiled(pattern), replacement);
}

}  // namespace entente::test
