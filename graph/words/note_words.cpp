#include "words/note_words.hpp"

#include <array>

#include "words/wording.hpp"

namespace entente {
namespace {

// In the order of the enumeration; columns as `spoken_languages`.
constexpr std::array<Wording, 57> note_rows = {{
    {"and {a} undated relation; --undated lists it", "ほかに日付のない関係{a}件（--undatedで表示）",
     "另有{a}条无日期的关系（--undated可列出）", "另有{a}條無日期的關係（--undated可列出）"},
    {"and {a} undated relations; --undated lists them",
     "ほかに日付のない関係{a}件（--undatedで表示）", "另有{a}条无日期的关系（--undated可列出）",
     "另有{a}條無日期的關係（--undated可列出）"},
    {"{a} tie left out because it is inferred to have ended (--no-inference)",
     "終了と推定されるため除いた関係{a}件（--no-inference）",
     "{a}条关系因推断已终止而略去（--no-inference）",
     "{a}條關係因推斷已終止而略去（--no-inference）"},
    {"{a} ties left out because they are inferred to have ended (--no-inference)",
     "終了と推定されるため除いた関係{a}件（--no-inference）",
     "{a}条关系因推断已终止而略去（--no-inference）",
     "{a}條關係因推斷已終止而略去（--no-inference）"},
    {"{a} tie is inferred to have ended (--no-inference)",
     "終了と推定される関係{a}件（--no-inference）", "{a}条关系系推断已终止（--no-inference）",
     "{a}條關係係推斷已終止（--no-inference）"},
    {"{a} ties are inferred to have ended (--no-inference)",
     "終了と推定される関係{a}件（--no-inference）", "{a}条关系系推断已终止（--no-inference）",
     "{a}條關係係推斷已終止（--no-inference）"},
    {"{a} relation is presumed to last, since no source says that it ended (--presume-lasting)",
     "終了したとする出典がないため継続とみなす関係{a}件（--presume-lasting）",
     "{a}条关系因无来源称其终止而推定仍在持续（--presume-lasting）",
     "{a}條關係因無來源稱其終止而推定仍在持續（--presume-lasting）"},
    {"{a} relations are presumed to last, since no source says that they ended (--presume-lasting)",
     "終了したとする出典がないため継続とみなす関係{a}件（--presume-lasting）",
     "{a}条关系因无来源称其终止而推定仍在持续（--presume-lasting）",
     "{a}條關係因無來源稱其終止而推定仍在持續（--presume-lasting）"},
    {"{a} relations tell of the same ties differently", "同じ関係について食い違う記録{a}件",
     "{a}条记录对同一关系说法不一", "{a}條記錄對同一關係說法不一"},
    {"{a} pair is left out because what they share they never share at one time: {b} and {c}",
     "共有するものを同時に共有したことがないため除いた組{a}件：{b}と{c}",
     "{a}对因从未同时共有而略去：{b}和{c}", "{a}對因從未同時共有而略去：{b}和{c}"},
    {"{a} pairs are left out because what they share they never share at one time, such as {b} and "
     "{c}",
     "共有するものを同時に共有したことがないため除いた組{a}件、例えば{b}と{c}",
     "{a}对因从未同时共有而略去，例如{b}和{c}", "{a}對因從未同時共有而略去，例如{b}和{c}"},
    {"{a} pair is left out because what they share they do not certainly share at one time: {b} "
     "and "
     "{c}",
     "共有するものを同時に共有したか確かでないため除いた組{a}件：{b}と{c}",
     "{a}对因不能确定曾同时共有而略去：{b}和{c}", "{a}對因不能確定曾同時共有而略去：{b}和{c}"},
    {"{a} pairs are left out because what they share they do not certainly share at one time, such "
     "as {b} and {c}",
     "共有するものを同時に共有したか確かでないため除いた組{a}件、例えば{b}と{c}",
     "{a}对因不能确定曾同时共有而略去，例如{b}和{c}",
     "{a}對因不能確定曾同時共有而略去，例如{b}和{c}"},
    {"{a} of these pairs is apart only because an end is inferred (--no-inference)",
     "そのうち終了の推定のみによる組{a}件（--no-inference）",
     "其中{a}对仅因推断已终止而不同时（--no-inference）",
     "其中{a}對僅因推斷已終止而不同時（--no-inference）"},
    {"{a} of these pairs are apart only because an end is inferred (--no-inference)",
     "そのうち終了の推定のみによる組{a}件（--no-inference）",
     "其中{a}对仅因推断已终止而不同时（--no-inference）",
     "其中{a}對僅因推斷已終止而不同時（--no-inference）"},
    {"{a} relation has no number `{b}` and is left out", "数値`{b}`がないため除いた関係{a}件",
     "{a}条关系没有数值`{b}`而略去", "{a}條關係沒有數值`{b}`而略去"},
    {"{a} relations have no number `{b}` and are left out", "数値`{b}`がないため除いた関係{a}件",
     "{a}条关系没有数值`{b}`而略去", "{a}條關係沒有數值`{b}`而略去"},
    {"{a} relation has no number `{b}` and weighs {c}",
     "数値`{b}`がないため重みを{c}とした関係{a}件", "{a}条关系没有数值`{b}`，权重取{c}",
     "{a}條關係沒有數值`{b}`，權重取{c}"},
    {"{a} relations have no number `{b}` and weigh {c}",
     "数値`{b}`がないため重みを{c}とした関係{a}件", "{a}条关系没有数值`{b}`，权重取{c}",
     "{a}條關係沒有數值`{b}`，權重取{c}"},
    {"{a} score is infinite: ties of weight 0 lead to others at no cost, "
     "or a sum is above the largest number",
     "無限大の値{a}件：重み0の関係は費用なしに他へ通じるか、和が数の上限を超える",
     "{a}个值为无穷大：权重为0的关系不费代价，或总和超出数值上限",
     "{a}個值為無窮大：權重為0的關係不費代價，或總和超出數值上限"},
    {"{a} scores are infinite: ties of weight 0 lead to others at no cost, "
     "or a sum is above the largest number",
     "無限大の値{a}件：重み0の関係は費用なしに他へ通じるか、和が数の上限を超える",
     "{a}个值为无穷大：权重为0的关系不费代价，或总和超出数值上限",
     "{a}個值為無窮大：權重為0的關係不費代價，或總和超出數值上限"},
    {"{a} row is left out (--top)", "省いた行{a}件（--top）", "略去{a}行（--top）",
     "略去{a}行（--top）"},
    {"{a} rows are left out (--top)", "省いた行{a}件（--top）", "略去{a}行（--top）",
     "略去{a}行（--top）"},
    {"not all triads are listed, though all are counted; --limit N lists more",
     "三者の組はすべて数えたが、一部のみ表示（--limit Nで追加）",
     "三元组已全部计数，但未全部列出（--limit N可列出更多）",
     "三元組已全部計數，但未全部列出（--limit N可列出更多）"},
    {"there are more paths as short than the {a} listed; --limit N lists more",
     "同じ長さの経路は表示の{a}件より多い（--limit Nで追加）",
     "同样短的路径多于所列的{a}条（--limit N可列出更多）",
     "同樣短的路徑多於所列的{a}條（--limit N可列出更多）"},
    {"there are more paths of so many hops than the {a} listed; --limit N lists more",
     "この段数の経路は表示の{a}件より多い（--limit Nで追加）",
     "如此步数的路径多于所列的{a}条（--limit N可列出更多）",
     "如此步數的路徑多於所列的{a}條（--limit N可列出更多）"},
    {"{a} record with errors is left out (--lenient)", "誤りがあるため除いた記録{a}件（--lenient）",
     "{a}条有错误的记录已略去（--lenient）", "{a}條有錯誤的記錄已略去（--lenient）"},
    {"{a} records with errors are left out (--lenient)",
     "誤りがあるため除いた記録{a}件（--lenient）", "{a}条有错误的记录已略去（--lenient）",
     "{a}條有錯誤的記錄已略去（--lenient）"},
    {"hops of {a} path are on the same day, at different times",
     "各段が同じ日の異なる時刻である経路{a}件", "{a}条路径的各段在同一日的不同时刻",
     "{a}條路徑的各段在同一日的不同時刻"},
    {"hops of {a} paths are on the same day, at different times",
     "各段が同じ日の異なる時刻である経路{a}件", "{a}条路径的各段在同一日的不同时刻",
     "{a}條路徑的各段在同一日的不同時刻"},
    {"{a}: parties are only planned", "{a}：当事者は予定のみ", "{a}：当事方仅为计划",
     "{a}：當事方僅為計畫"},
    {"{a}: not in force, as is inferred (--no-inference)",
     "{a}：推定により効力なし（--no-inference）", "{a}：据推断已失效（--no-inference）",
     "{a}：據推斷已失效（--no-inference）"},
    {"{a}: no party is known", "{a}：当事者は不明", "{a}：当事方不详", "{a}：當事方不詳"},

    {"'{a}' is taken for {b}, {c}", "「{a}」は{b}とみなす（{c}）", "“{a}”理解为{b}（{c}）",
     "「{a}」理解為{b}（{c}）"},
    {"by a name or code that differs in case, width or variants of characters",
     "大文字・小文字、全角・半角または字体の異なる名称・コードによる",
     "名称或代码仅大小写、全半角或字形不同", "名稱或代碼僅大小寫、全半形或字形不同"},
    {"by a name that differs in accents", "アクセント記号の異なる名称による", "名称仅重音符号不同",
     "名稱僅重音符號不同"},
    {"by another spelling of the name", "名称の別表記による", "名称的另一写法", "名稱的另一寫法"},
    {"by the name in another order", "姓名の順序が異なる名称による", "姓名顺序不同",
     "姓名順序不同"},
    {"by the surname", "姓による", "按姓氏", "按姓氏"},

    {" (and {a} more)", "（ほか{a}件）", "（另有{a}条）", "（另有{a}條）"},
    {"all at the same time: {a}", "すべて同時に成立：{a}", "全部同时成立：{a}",
     "全部同時成立：{a}"},
    {"possibly all at the same time: {a}", "おそらくすべて同時に成立：{a}", "可能全部同时成立：{a}",
     "可能全部同時成立：{a}"},
    {"possibly all at the same time, from when to when is not known",
     "おそらくすべて同時に成立、時期は不明", "可能全部同时成立，起止时间不详",
     "可能全部同時成立，起止時間不詳"},
    {"never all at the same time", "すべてが同時に成立した時はない", "从未全部同时成立",
     "從未全部同時成立"},
    {"on the same day, at different times", "同じ日の異なる時刻", "在同一日的不同时刻",
     "在同一日的不同時刻"},

    {"in force{a}", "{a}効力あり", "{a}有效", "{a}有效"},
    {"possibly in force{a}", "{a}おそらく効力あり", "{a}可能有效", "{a}可能有效"},
    {"not in force{a}", "{a}効力なし", "{a}无效", "{a}無效"},
    {"not in force{a}, as is inferred", "{a}推定により効力なし", "{a}据推断已失效",
     "{a}據推斷已失效"},
    {"not known to be in force{a}: parties are only planned", "{a}効力は不明：当事者は予定のみ",
     "{a}是否有效不详：当事方仅为计划", "{a}是否有效不詳：當事方僅為計畫"},
    {"not known to be in force{a}: no party is known", "{a}効力は不明：当事者は不明",
     "{a}是否有效不详：当事方不详", "{a}是否有效不詳：當事方不詳"},
    {" on {a}", "{a}に", "{a}", "{a}"},
    {" during {a}", "{a}の間に", "{a}期间", "{a}期間"},
    {" throughout {a}", "{a}を通じて", "{a}全程", "{a}全程"},
    {"has parties", "当事者あり", "有当事方", "有當事方"},
    {"parties are only planned", "当事者は予定のみ", "当事方仅为计划", "當事方僅為計畫"},
    {"no party is known", "当事者は不明", "当事方不详", "當事方不詳"},
}};
static_assert(!note_rows.back().back().empty());
static_assert(note_rows.size() == static_cast<std::size_t>(NoteWord::has_no_parties) + 1);

}  // namespace

std::string note_text(NoteWord word, std::string_view languages,
                      std::initializer_list<std::string_view> values) {
  const Wording& row = note_rows[static_cast<std::size_t>(word)];
  return filled_in(row[spoken_in(LanguagePreference::parse(languages))], values);
}

std::string counted_note(NoteWord one, std::size_t count, std::string_view languages,
                         std::string_view b, std::string_view c) {
  const auto word = static_cast<NoteWord>(static_cast<std::size_t>(one) + (count == 1 ? 0 : 1));
  return note_text(word, languages, {std::to_string(count), b, c});
}

}  // namespace entente
