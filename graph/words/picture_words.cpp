#include "words/picture_words.hpp"

#include <array>

namespace entente {
namespace {

// One row a word, in the order of the enumeration; columns as `spoken_languages`.
constexpr std::array<Wording, 67> table = {{
    {"As of {}", "{}時点", "截至{}", "截至{}"},
    {"During {}", "{}の期間", "{}期间", "{}期間"},
    {"Throughout {}", "{}の全期間", "{}全程", "{}全程"},
    {"as known on {}", "{}時点の公表情報による", "依据{}前公布的信息", "依據{}前公布的資訊"},
    {"{}", "{}", "{}", "{}"},
    {"{} entities", "{}項目", "{}个实体", "{}個實體"},
    {"{} relations", "関係{}件", "{}条关系", "{}條關係"},
    {"{} of them possible", "うち可能性のあるもの{}件", "其中{}条为可能", "其中{}條為可能"},
    {"possible: {}", "可能性あり：{}", "可能：{}", "可能：{}"},
    {"{} less important entities are left out", "重要度の低い{}項目は省略", "略去较次要的{}个实体",
     "略去較次要的{}個實體"},
    {"not drawn, as only cited: {}", "出典としてのみ引用され図に示さない項目：{}",
     "仅作为来源引用而未绘出：{}", "僅作為來源引用而未繪出：{}"},
    {"not drawn unless asked for: {}", "指定がなければ図に示さない項目：{}", "未经指定不绘出：{}",
     "未經指定不繪出：{}"},
    {"Sources", "出典", "资料来源", "資料來源"},
    {"planned", "計画", "计划", "計畫"},
    {"expected", "見込み", "预期", "預期"},
    {"claimed", "主張", "主张", "主張"},
    {"inferred by the author", "作成者による推定", "编者推断", "編者推斷"},
    {"Organisations", "組織", "组织与机制", "組織與機制"},
    {"Countries", "国", "国家", "國家"},
    {"Agreements", "合意", "协议", "協議"},
    {"Events and texts", "出来事・文書", "事件与文本", "事件與文本"},
    {"People", "人物", "人物", "人物"},
    {"Ties of {}", "{}の関係", "{}的关系", "{}的關係"},
    {"From {} to {}", "{}から{}まで", "从{}到{}", "從{}到{}"},
    {"What changed between {} and {}", "{}から{}までの変化", "{}至{}的变化", "{}至{}的變化"},
    {"appeared", "新たに現れた", "新出现", "新出現"},
    {"ended", "終わった", "已结束", "已結束"},
    {"persisted", "続いている", "持续", "持續"},
    {"{} entity", "{}項目", "{}个实体", "{}個實體"},
    {"{} relation", "関係{}件", "{}条关系", "{}條關係"},
    {"lasting", "継続", "持续状态", "持續狀態"},
    {"act", "行為", "行为", "行為"},
    {"may have begun or ended here", "この間に開始または終了", "可能在此期间开始或结束",
     "可能在此期間開始或結束"},
    {"no end", "終わりなし", "无终止", "無終止"},
    {"no beginning or end reported", "始まりまたは終わりの報告なし", "未见起止的报道",
     "未見起訖的報導"},
    {"Events", "出来事", "事件", "事件"},
    {"left out for lack of a date: {} of agreements, bodies and events",
     "日付のない合意・組織・出来事{}件は省略", "略去无日期的协议、机制与事件{}项",
     "略去無日期的協議、機制與事件{}項"},
    {"{} with fewer ties are left out", "関係の少ない{}件は省略", "略去联系较少的{}项",
     "略去聯繫較少的{}項"},
    {"first tie {}", "最初の関係 {}", "最早的关系 {}", "最早的關係 {}"},
    {"relations between the two; the stronger, the more", "二者間の関係の数、濃いほど多い",
     "二者之间的关系数，颜色越重越多", "二者之間的關係數，顏色越重越多"},
    {"attested then", "この時期に確認", "见于此时", "見於此時"},
    {"{} less important entity is left out", "重要度の低い{}項目は省略", "略去较次要的{}个实体",
     "略去較次要的{}個實體"},
    {"{} with fewer ties is left out", "関係の少ない{}件は省略", "略去联系较少的{}项",
     "略去聯繫較少的{}項"},
    {"and {} undated relations", "ほかに日付のない関係{}件", "另有{}条无日期的关系",
     "另有{}條無日期的關係"},
    {"and {} undated relation", "ほかに日付のない関係{}件", "另有{}条无日期的关系",
     "另有{}條無日期的關係"},
    {"{} ties left out because they are inferred to have ended",
     "終わったと推定される関係{}件は省略", "略去推断为已终止的关系{}条",
     "略去推斷為已終止的關係{}條"},
    {"{} tie left out because it is inferred to have ended", "終わったと推定される関係{}件は省略",
     "略去推断为已终止的关系{}条", "略去推斷為已終止的關係{}條"},
    {"{} of them presumed to last", "うち継続と推定されるもの{}件", "其中{}条推定为持续",
     "其中{}條推定為持續"},
    {"{a} appeared, {b} ended, {c} persisted", "新規{a}件、終了{b}件、継続{c}件",
     "新出现{a}，已结束{b}，持续{c}", "新出現{a}，已結束{b}，持續{c}"},
    {"planned, then reported", "計画後に報告", "先计划后报道", "先計畫後報導"},
    {"ties told in the boxes: {}", "関係{}件は各枠内に記載", "{}条关系写在各框内",
     "{}條關係寫在各框內"},
    {"relations of a line", "線あたりの関係数", "每条线的关系数", "每條線的關係數"},
    {"community", "コミュニティ", "社群", "社群"},
    {"{} between the two", "二者間の{}", "两者之间的{}", "兩者之間的{}"},
    {"ended by {}", "{}までに終了", "至迟{}终止", "至遲{}終止"},
    {"and {} more", "ほか{}件", "另有{}项", "另有{}項"},
    {"Most relations", "関係の多い組", "关系最多", "關係最多"},
    {"absent at the time", "この時点では不在", "此时不在其中", "此時不在其中"},
    {"gone since the time before", "前の時点の後に消えた", "前一时点之后消失", "前一時點之後消失"},
    {"new since the time before", "前の時点の後に現れた", "前一时点之后新出现",
     "前一時點之後新出現"},
    {"happened", "起きた", "已发生", "已發生"},
    {"{} happened", "発生{}件", "已发生{}", "已發生{}"},
    {"{} that persisted away from all changes are not drawn", "変化と関わらない継続{}件は省略",
     "略去与变化无关的持续关系{}条", "略去與變化無關的持續關係{}條"},
    {"labels without room on their lines: {}", "線上に収まらない表示：{}件",
     "线上放不下的标注：{}处", "線上放不下的標註：{}處"},
    {"certain", "確実", "确定", "確定"},
    {"surroundings, in grey", "周辺の項目（灰色）", "周边（灰色）", "周邊（灰色）"},
    {"no certain tie at the time", "この時点で確実な関係なし", "此时无确定的关系",
     "此時無確定的關係"},
}};
static_assert(!table.back().back().empty());

}  // namespace

Phrase word(Word word, const LanguagePreference& languages) {
  return phrase_of(table[static_cast<std::size_t>(word)], languages);
}

std::string worded(Word which, const LanguagePreference& languages,
                   std::initializer_list<std::string_view> values) {
  return filled_in(word(which, languages).text, values);
}

std::string counted(Word many, Word one, const LanguagePreference& languages, std::size_t count) {
  return worded(count == 1 ? one : many, languages, std::to_string(count));
}

Phrase modality_mark(Modality modality, const LanguagePreference& languages) {
  switch (modality) {
    case Modality::plan:
      return word(Word::plan, languages);
    case Modality::expectation:
      return word(Word::expectation, languages);
    case Modality::claim:
      return word(Word::claim, languages);
    case Modality::derived:
      return word(Word::derived, languages);
    case Modality::fact:
      break;
  }
  return {};
}

}  // namespace entente
