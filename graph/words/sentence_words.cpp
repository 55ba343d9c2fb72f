#include "words/sentence_words.hpp"

#include <array>
#include <cstddef>

#include "words/short_dates.hpp"
#include "words/wording.hpp"

namespace entente {
namespace {

// In the order of the enumeration; columns as `spoken_languages`.
constexpr std::array<Wording, 67> sentence_rows = {{
    {"since {a}", "{a}から", "自{a}起", "自{a}起"},
    {"since {a}, with no end", "{a}から、終わりなし", "自{a}起，无终止", "自{a}起，無終止"},
    {"until {a}", "{a}まで", "至{a}", "至{a}"},
    {"until {a}, with no beginning", "{a}まで、始まりなし", "至{a}，无起始", "至{a}，無起始"},
    {"from {a} to {b}", "{a}から{b}まで", "{a}至{b}", "{a}至{b}"},
    {"at all times", "常に", "始终", "始終"},
    {"at an unknown time", "時期不明", "时间不详", "時間不詳"},
    {"since an unknown date, with no end", "開始日不明、終わりなし", "起始日期不详，无终止",
     "起始日期不詳，無終止"},
    {"until an unknown date", "終了日不明", "终止日期不详", "終止日期不詳"},
    {"until an unknown date, with no beginning", "終了日不明、始まりなし", "终止日期不详，无起始",
     "終止日期不詳，無起始"},

    {"some time from {a} to {b}", "{a}から{b}までのある時", "{a}至{b}之间的某时",
     "{a}至{b}之間的某時"},
    {"some time since {a}", "{a}から後のある時", "自{a}起的某时", "自{a}起的某時"},
    {"some time up to {a}", "{a}までのある時", "至{a}为止的某时", "至{a}為止的某時"},

    {"on {a}", "{a}", "{a}", "{a}"},
    {"in {a}", "{a}", "{a}", "{a}"},
    {"about {a}", "{a}頃", "约{a}", "約{a}"},
    {"possibly {a}", "{a}の可能性", "可能{a}", "可能{a}"},
    {"possibly {a}", "{a}の可能性がある時点", "可能{a}", "可能{a}"},
    {"{a} at {b}", "{a} {b}", "{a} {b}", "{a} {b}"},

    {"{a} or {b}", "{a}または{b}", "{a}或{b}", "{a}或{b}"},
    {"{a} and {b}", "{a}と{b}", "{a}和{b}", "{a}和{b}"},
    {"{a} or later", "{a}かそれ以降", "{a}或以后", "{a}或以後"},
    {"{a} or earlier", "{a}かそれ以前", "{a}或以前", "{a}或以前"},
    {"one of the years {a} to {b}", "{a}～{b}年のうちのある年", "{a}～{b}年间的某年",
     "{a}～{b}年間的某年"},
    {"one of the months {a} to {b}", "{a}～{b}のうちのある月", "{a}～{b}间的某月",
     "{a}～{b}間的某月"},
    {"one of the days {a} to {b}", "{a}～{b}のうちのある日", "{a}～{b}间的某日",
     "{a}～{b}間的某日"},
    {"each of the years {a} to {b}", "{a}～{b}年の毎年", "{a}～{b}年间的每年",
     "{a}～{b}年間的每年"},
    {"each of the months {a} to {b}", "{a}～{b}の毎月", "{a}～{b}间的每月", "{a}～{b}間的每月"},
    {"each of the days {a} to {b}", "{a}～{b}の毎日", "{a}～{b}间的每日", "{a}～{b}間的每日"},
    {"{a} and every later year", "{a}以降の毎年", "{a}起的每年", "{a}起的每年"},
    {"{a} and every later month", "{a}以降の毎月", "{a}起的每月", "{a}起的每月"},
    {"{a} and every later day", "{a}以降の毎日", "{a}起的每日", "{a}起的每日"},
    {"{a} and every earlier year", "{a}以前の毎年", "截至{a}的每年", "截至{a}的每年"},
    {"{a} and every earlier month", "{a}以前の毎月", "截至{a}的每月", "截至{a}的每月"},
    {"{a} and every earlier day", "{a}以前の毎日", "截至{a}的每日", "截至{a}的每日"},

    {"an unknown year", "某年", "某年", "某年"},
    {"the {a}s", "{a}年代", "{a}年代", "{a}年代"},
    {"a year that ends in {a}", "末尾が{a}の年", "末位为{a}的某年", "末位為{a}的某年"},
    {"{a}, {b}, … {c}", "{a}、{b}、…{c}", "{a}、{b}、…{c}", "{a}、{b}、…{c}"},
    {"one of the years {a}", "{a}のうちのある年", "{a}中的某年", "{a}中的某年"},
    {"a year of the form {a}", "{a}の形の年", "形如{a}的某年", "形如{a}的某年"},

    {"{a}", "{a}年", "{a}年", "{a}年"},
    {"{a}", "{a}の", "{a}", "{a}"},
    {"{a}-{b}", "{a}年{c}月", "{a}年{c}月", "{a}年{c}月"},
    {"{a}", "{a}月", "{a}月", "{a}月"},
    {"{a}", "{a}日", "{a}日", "{a}日"},
    {"{a} to {b}", "{a}～{b}", "{a}～{b}", "{a}～{b}"},
    {"month {a} of {b}", "{b}{a}", "{b}{a}", "{b}{a}"},
    {"an unknown month of {a}", "{a}某月", "{a}某月", "{a}某月"},
    {"an unknown month", "某年某月", "某年某月", "某年某月"},
    {"day {a} of {b}", "{b}{a}", "{b}{a}", "{b}{a}"},
    {"day {a} of {b}", "{b}の{a}", "{b}的{a}", "{b}的{a}"},
    {"{a}", "{a}のうちのある月", "{a}间的某月", "{a}間的某月"},
    {"{a}", "{a}のうちのある日", "{a}间的某日", "{a}間的某日"},
    {"day {a} of an unknown month of {b}", "{b}某月{a}", "{b}某月{a}", "{b}某月{a}"},
    {"day {a} of an unknown month and year", "某年某月{a}", "某年某月{a}", "某年某月{a}"},
    {"an unknown day of {a}", "{a}某日", "{a}某日", "{a}某日"},
    {"an unknown day", "某年某月某日", "某年某月某日", "某年某月某日"},

    {" {a}", "（{a}）", "（{a}）", "（{a}）"},
    {"asserted by {a}", "{a}による", "据{a}", "據{a}"},
    {"dated {a}", "日付は{a}", "日期为{a}", "日期為{a}"},
    {" (ended by {a}, inferred from {b})", "（{a}までに終了、{b}からの推定）",
     "（至迟{a}终止，据{b}推断）", "（至遲{a}終止，據{b}推斷）"},
    {" (ended, inferred from {b})", "（終了、{b}からの推定）", "（已终止，据{b}推断）",
     "（已終止，據{b}推斷）"},
    {" (plan)", "（計画）", "（计划）", "（計畫）"},
    {" (expectation)", "（見込み）", "（预期）", "（預期）"},
    {" (claim)", "（主張）", "（主张）", "（主張）"},
    {" (derived)", "（推定）", "（推断）", "（推斷）"},
}};
static_assert(!sentence_rows.back().back().empty());
static_assert(sentence_rows.size() == static_cast<std::size_t>(SentenceWord::derived) + 1);

}  // namespace

SentenceVoice::SentenceVoice(const LanguagePreference& languages, DateForm form)
    : column_(spoken_in(languages)), form_(form) {}

std::string_view SentenceVoice::language() const {
  return spoken_languages[column_];
}

std::string_view SentenceVoice::text(SentenceWord word) const {
  return sentence_rows[static_cast<std::size_t>(word)][column_];
}

std::string SentenceVoice::filled(SentenceWord word,
                                  std::initializer_list<std::string_view> values) const {
  return filled_in(text(word), values);
}

std::string SentenceVoice::date(std::string_view written) const {
  if (form_ == DateForm::written) return std::string(written);
  return short_date_of(written, LanguagePreference::parse(language()));
}

}  // namespace entente
