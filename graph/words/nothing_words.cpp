#include "words/nothing_words.hpp"

#include <array>
#include <cstddef>

#include "words/wording.hpp"

namespace entente {
namespace {

// In the order of the enumeration; columns as `spoken_languages`.
constexpr std::array<Wording, 27> nothing_rows = {{
    {"no record differs", "異なる記録はない", "没有不同的记录", "沒有不同的記錄"},
    {"nothing is selected that could be ranked", "順位を付けられるものが選択されていない",
     "所选内容中没有可排名的", "所選內容中沒有可排名的"},
    {"nothing is selected", "何も選択されていない", "未选中任何内容", "未選中任何內容"},
    {"fewer than three entities are selected", "選択された項目は三つに満たない", "所选实体不足三个",
     "所選實體不足三個"},
    {"no two selected entities are tied", "選択された項目の間に関係はない", "所选实体之间没有关系",
     "所選實體之間沒有關係"},
    {"nothing appeared, nothing ended and nothing happened",
     "新たに現れたもの、終わったもの、起きたことはない", "没有新出现、终止或发生的",
     "沒有新出現、終止或發生的"},
    {"no row answers the query", "問い合わせに合う行はない", "没有符合查询的行",
     "沒有符合查詢的行"},
    {"they share nothing that is selected", "選択された範囲に共有するものはない",
     "所选内容中没有它们共有的", "所選內容中沒有它們共有的"},
    {"they share {a}, but never at one time", "{a}を共有するが、同時に共有したことはない",
     "它们共有{a}，但从未同时共有", "它們共有{a}，但從未同時共有"},
    {"they share {a} and {b} more, but never at one time",
     "{a}ほか{b}件を共有するが、同時に共有したことはない", "它们共有{a}及另外{b}项，但从未同时共有",
     "它們共有{a}及另外{b}項，但從未同時共有"},
    {"they share {a}, but not certainly at one time", "{a}を共有するが、同時に共有したか確かでない",
     "它们共有{a}，但不能确定曾同时共有", "它們共有{a}，但不能確定曾同時共有"},
    {"they share {a} and {b} more, but not certainly at one time",
     "{a}ほか{b}件を共有するが、同時に共有したか確かでない",
     "它们共有{a}及另外{b}项，但不能确定曾同时共有",
     "它們共有{a}及另外{b}項，但不能確定曾同時共有"},
    {"nothing selected is tied to {a}", "選択された範囲に{a}と関係のあるものはない",
     "所选内容中没有与{a}有关系的", "所選內容中沒有與{a}有關係的"},
    {"nothing that is selected has a first or a last day; --during A/B says which steps",
     "選択されたものには始まりの日も終わりの日もない（期間は--during A/Bで指定）",
     "所选内容既无起始日也无终止日（--during A/B可指定时段）",
     "所選內容既無起始日也無終止日（--during A/B可指定時段）"},
    {"no dated relation is selected", "日付のある関係は選択されていない",
     "所选内容中没有带日期的关系", "所選內容中沒有帶日期的關係"},
    {"nothing is named like '{a}'", "「{a}」に似た名称のものはない", "没有名称与“{a}”相近的",
     "沒有名稱與「{a}」相近的"},
    {"no path from {a} to {b} in the selected relations",
     "選択された関係に{a}から{b}への経路はない", "所选关系中没有从{a}到{b}的路径",
     "所選關係中沒有從{a}到{b}的路徑"},
    {"no three are all tied with a sign at one time",
     "三者すべてが同時に正負のある関係で結ばれている組はない",
     "没有三者同时两两以带正负号的关系相连", "沒有三者同時兩兩以帶正負號的關係相連"},
    {"there is no such group in what is selected", "選択された範囲にそのような集まりはない",
     "所选内容中没有这样的群组", "所選內容中沒有這樣的群組"},
    {"no relation is a bridge", "橋となる関係はない", "没有任何关系是桥", "沒有任何關係是橋"},
    {"no entity is a cut vertex", "切断点となる項目はない", "没有任何实体是割点",
     "沒有任何實體是割點"},
    {"no selected relation ties them directly; `entente path` finds how they are connected, and a "
     "timeline of each shows its own history",
     "選択された関係に直接結ぶものはない。どうつながるかは`entente "
     "path`で、それぞれの歴史は一つずつの"
     "timelineで分かる",
     "所选关系中没有直接相连的；`entente path`可找出它们如何相连，各自的timeline讲述各自的历史",
     "所選關係中沒有直接相連的；`entente path`可找出它們如何相連，各自的timeline講述各自的歷史"},
    {"no selected relation is about it", "それについて述べる関係は選択されていない",
     "所选关系中没有述及它的", "所選關係中沒有述及它的"},
    {"--kind keeps only relations among the kinds it names, and --over {a} needs those to the kind "
     "{a}: add it (--kind {b},{a})",
     "--kindは挙げた種類の間の関係だけを残し、--over {a}には種類{a}への関係が要る："
     "それも挙げる（--kind {b},{a}）",
     "--kind只保留所列类别之间的关系，而--over {a}需要到类别{a}的关系：请加上（--kind {b},{a}）",
     "--kind只保留所列類別之間的關係，而--over {a}需要到類別{a}的關係：請加上（--kind {b},{a}）"},
    {"no agreement, body or event with a date is selected",
     "日付のある協定、機関、出来事は選択されていない", "所选内容中没有带日期的协定、机构或事件",
     "所選內容中沒有帶日期的協定、機構或事件"},
    {"nothing is selected that could be drawn", "描けるものが選択されていない",
     "所选内容中没有可绘制的", "所選內容中沒有可繪製的"},
    {"none; {a} undated: --undated lists them", "なし。日付のないもの{a}件（--undatedで表示）",
     "无；无日期的{a}条（--undated可列出）", "無；無日期的{a}條（--undated可列出）"},
}};
static_assert(!nothing_rows.back().back().empty());
static_assert(nothing_rows.size() == static_cast<std::size_t>(NothingWord::only_undated) + 1);

}  // namespace

std::string nothing_text(NothingWord word, std::string_view languages,
                         std::initializer_list<std::string_view> values) {
  const Wording& row = nothing_rows[static_cast<std::size_t>(word)];
  return filled_in(row[spoken_in(LanguagePreference::parse(languages))], values);
}

}  // namespace entente
