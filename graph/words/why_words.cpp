#include "words/why_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "words/wording.hpp"

namespace entente {
namespace {

struct WhyRow {
  std::string_view why;
  Wording words;
};

// Columns as `spoken_languages`.
constexpr std::array<WhyRow, 8> why_rows = {{
    {"undated", {"undated", "日付なし", "无日期", "無日期"}},
    {"identity", {"identity undecided", "同一性は未確定", "是否同一未定", "是否同一未定"}},
    {"published",
     {"publication date of the source not known", "出典の公表日が不明", "来源发布日期不详",
      "來源發布日期不詳"}},
    {"inferred", {"end inferred", "終了は推定", "终止系推断", "終止係推斷"}},
    {"witness",
     {"attested on other days", "別の日について記録あり", "仅见于其他日期的记载",
      "僅見於其他日期的記載"}},
    {"imprecise", {"date imprecise", "日付が大まか", "日期不精确", "日期不精確"}},
    {"no-start-reported",
     {"no start reported", "開始の報告なし", "未见开始的报道", "未見開始的報導"}},
    {"no-end-reported", {"no end reported", "終了の報告なし", "未见终止的报道", "未見終止的報導"}},
}};

constexpr Wording observed_only = {"observed until {a} only", "{a}までの観察による", "仅观察至{a}",
                                   "僅觀察至{a}"};

}  // namespace

Phrase observed_only_phrase(std::string_view through, const LanguagePreference& languages) {
  Phrase phrase = phrase_of(observed_only, languages);
  phrase.text = filled_in(phrase.text, {through});
  return phrase;
}

Phrase why_phrase(Why why, const LanguagePreference& languages) {
  return why_phrase(to_string(why), languages);
}

Phrase why_phrase(std::string_view why, const LanguagePreference& languages) {
  const auto found = std::find_if(why_rows.begin(), why_rows.end(),
                                  [&](const WhyRow& row) { return row.why == why; });
  if (found == why_rows.end()) return {std::string(why), "en"};
  return phrase_of(found->words, languages);
}

}  // namespace entente
