#include "words/picture_titles.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "words/wording.hpp"

namespace entente {
namespace {

constexpr std::size_t most_nouns = 3;

struct NounRow {
  std::string_view drawing_class;
  Wording nouns;
};

// Columns as `spoken_languages`; the last row is for ties of any other class, and of many.
constexpr std::array<NounRow, 18> nouns = {{
    {"treaty", {"agreements", "合意", "协议", "協議"}},
    {"membership", {"memberships", "加盟・所属", "成员关系", "成員關係"}},
    {"office", {"offices held", "役職", "任职", "任職"}},
    {"meeting", {"meetings", "会談", "会谈", "會談"}},
    {"conflict", {"conflicts", "対立", "冲突", "衝突"}},
    {"stance", {"stances", "立場", "立场", "立場"}},
    {"cooperation", {"cooperation", "協力", "合作", "合作"}},
    {"aid", {"aid", "支援", "援助", "援助"}},
    {"finance", {"payments", "資金の動き", "资金往来", "資金往來"}},
    {"personnel", {"exchanges of personnel", "人員交流", "人员交流", "人員交流"}},
    {"kinship", {"kinship", "親族関係", "亲属关系", "親屬關係"}},
    {"succession", {"successions", "後継関係", "沿革", "沿革"}},
    {"event", {"attendance", "出席", "出席", "出席"}},
    {"location", {"places", "場所", "地点", "地點"}},
    {"topic", {"topics", "主題", "议题", "議題"}},
    {"statement", {"statements", "発言", "言论", "言論"}},
    {"provenance", {"sources", "出典", "来源", "來源"}},
    {"other", {"ties", "関係", "关系", "關係"}},
}};

constexpr Wording title_words = {"{} reported", "報じられた{}", "已报道的{}", "已報導的{}"};
constexpr Wording last_comma = {" and ", "・", "、", "、"};

const NounRow& noun_row(std::string_view drawing_class) {
  const auto* found = std::ranges::find(nouns, drawing_class, &NounRow::drawing_class);
  return found == nouns.end() ? nouns.back() : *found;
}

void capitalize(std::string& text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
}

}  // namespace

Phrase ties_reported(std::span<const std::string_view> drawing_classes,
                     const LanguagePreference& languages) {
  std::vector<const NounRow*> rows;
  for (const std::string_view each : drawing_classes) {
    const NounRow* row = &noun_row(each);
    if (std::ranges::find(rows, row) == rows.end()) rows.push_back(row);
  }
  if (rows.empty() || rows.size() > most_nouns) rows = {&nouns.back()};
  std::string list;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Phrase noun = phrase_of(rows[i]->nouns, languages);
    if (i > 0)
      list += i + 1 == rows.size() ? phrase_of(last_comma, languages).text
                                   : std::string(list_comma_of(noun.language));
    list += noun.text;
  }
  Phrase title = phrase_of(title_words, languages);
  title.text = filled_in(title.text, {list});
  capitalize(title.text);
  return title;
}

Phrase with_period(Phrase title, std::string_view period) {
  if (period.empty()) return title;
  std::string words(period);
  if (is_written_in_han(title.language)) {
    title.text += "\uFF08" + words + "\uFF09";
    return title;
  }
  if (words.front() >= 'A' && words.front() <= 'Z')
    words.front() = static_cast<char>(words.front() - 'A' + 'a');
  title.text += ", " + words;
  return title;
}

}  // namespace entente
