#include "render/mark/date_marks.hpp"

#include <array>
#include <utility>

#include "words/picture_words.hpp"

namespace entente {
namespace {

struct DateSign {
  LegendKind kind;
  std::string_view sign;
  Word word;
};
constexpr std::array<DateSign, 5> signs = {{
    {LegendKind::approximate_date, "~", Word::approximate_date},
    {LegendKind::doubtful_date, "?", Word::doubtful_date},
    {LegendKind::unknown_date, "\u2013?", Word::unknown_date},
    {LegendKind::earliest_date, "\u2265", Word::earliest_date},
    {LegendKind::latest_date, "\u2264", Word::latest_date},
}};

/// The part of a text before the next separator, which is taken off it with the separator.
std::string_view take_part(std::string_view& text) {
  constexpr std::array<std::string_view, 5> separators = {"\u2013", " ", ",", "(", ")"};
  for (std::size_t i = 0; i < text.size(); ++i)
    for (const std::string_view separator : separators) {
      if (!text.substr(i).starts_with(separator)) continue;
      const std::string_view part = text.substr(0, i);
      text.remove_prefix(i + separator.size());
      return part;
    }
  return std::exchange(text, {});
}

}  // namespace

std::set<LegendKind> date_marks_in(std::string_view date) {
  std::set<LegendKind> marks;
  while (!date.empty()) {
    const std::string_view part = take_part(date);
    if (part == "?") {
      marks.insert(LegendKind::unknown_date);
      continue;
    }
    if (part.find('~') != std::string_view::npos) marks.insert(LegendKind::approximate_date);
    if (part.find('?') != std::string_view::npos) marks.insert(LegendKind::doubtful_date);
    if (part.starts_with("\u2265")) marks.insert(LegendKind::earliest_date);
    if (part.starts_with("\u2264")) marks.insert(LegendKind::latest_date);
  }
  return marks;
}

void explain_date_marks(std::vector<LegendEntry>& legend, const std::set<LegendKind>& marks,
                        const LanguagePreference& languages) {
  for (const DateSign& each : signs)
    if (marks.contains(each.kind))
      legend.push_back({.kind = each.kind, .label = word(each.word, languages)});
}

std::string_view sign_of(LegendKind mark) {
  for (const DateSign& each : signs)
    if (each.kind == mark) return each.sign;
  return {};
}

}  // namespace entente
