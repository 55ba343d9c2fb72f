#include "words/region_words.hpp"

#include <array>
#include <cstddef>

#include "words/wording.hpp"

namespace entente {
namespace {

// In the order of the enumeration; columns as `spoken_languages`.
constexpr std::array<Wording, 8> region_rows = {{
    {"tied to each other more than to others", "互いの結びつきが強い項目", "彼此联系较多的实体",
     "彼此聯繫較多的實體"},
    {"relations between two groups, with their number", "二つの群の間の関係とその件数",
     "两组之间的关系及其条数", "兩組之間的關係及其條數"},
    {"Around {}", "{}とその周辺", "{}及其周边", "{}及其周邊"},
    {"Tied to none of the others", "他と結びつきのない項目", "与其他各组无联系",
     "與其他各組無聯繫"},
    {"and {a} more: {b}", "ほか{a}項目：{b}", "另有{a}个：{b}", "另有{a}個：{b}"},
    {"relations without a line: {}", "線で示さない関係：{}件", "未绘成线的关系：{}条",
     "未繪成線的關係：{}條"},
    {"only counted, not drawn: {a} of the entities and {b} of the relations; groups: {c}",
     "うち{a}項目と関係{b}件は{c}群の中で数のみ示す", "其中{a}个实体和{b}条关系仅在{c}组内计数",
     "其中{a}個實體和{b}條關係僅在{c}組內計數"},
    {"backbone only: {} relations between groups are left out",
     "主な結びつきのみ：群の間の関係{}件は省略", "仅绘骨干：略去各组之间的关系{}条",
     "僅繪骨幹：略去各組之間的關係{}條"},
}};

}  // namespace

Phrase region_word(RegionWord word, const LanguagePreference& languages) {
  return phrase_of(region_rows[static_cast<std::size_t>(word)], languages);
}

Phrase region_word(RegionWord word, const LanguagePreference& languages,
                   std::initializer_list<std::string_view> values) {
  Phrase phrase = region_word(word, languages);
  phrase.text = filled_in(phrase.text, values);
  return phrase;
}

}  // namespace entente
