#include "words/chart_words.hpp"

#include <algorithm>
#include <array>

#include "words/wording.hpp"

namespace entente {
namespace {

// In the order of the enumeration; columns as `spoken_languages`.
constexpr std::array<Wording, 9> chart_rows = {{
    {"{} by {}", "{}（{}別）", "{}（按{}）", "{}（按{}）"},
    {"{}: {}", "{}：{}", "{}：{}", "{}：{}"},
    {"year", "年", "年", "年"},
    {"quarter", "四半期", "季度", "季度"},
    {"month", "月", "月", "月"},
    {"certain in the period", "その期間に確実", "在该时段内确定", "在該時段內確定"},
    {"certain or possible", "確実または可能性あり", "确定或可能", "確定或可能"},
    {"{} lines that stay lower are left out", "値の低い{}本の線は省略", "略去数值较低的{}条线",
     "略去數值較低的{}條線"},
    {"{} line that stays lower is left out", "値の低い{}本の線は省略", "略去数值较低的{}条线",
     "略去數值較低的{}條線"},
}};

struct MeasureRow {
  std::string_view measure;
  Wording labels;
};

constexpr std::array<MeasureRow, 21> measures = {{
    {"relations", {"Relations", "関係の数", "关系数", "關係數"}},
    {"entities", {"Entities", "項目の数", "实体数", "實體數"}},
    {"density", {"Density", "密度", "密度", "密度"}},
    {"reciprocity", {"Reciprocity", "相互性", "互惠性", "互惠性"}},
    {"transitivity", {"Transitivity", "推移性", "传递性", "傳遞性"}},
    {"diameter", {"Diameter", "直径", "直径", "直徑"}},
    {"degree", {"Degree", "次数", "度", "度"}},
    {"strength", {"Strength", "強度", "强度", "強度"}},
    {"closeness", {"Closeness", "近接中心性", "接近中心性", "接近中心性"}},
    {"harmonic", {"Harmonic centrality", "調和中心性", "调和中心性", "調和中心性"}},
    {"betweenness", {"Betweenness", "媒介中心性", "中介中心性", "中介中心性"}},
    {"edge-betweenness", {"Edge betweenness", "辺媒介中心性", "边中介中心性", "邊中介中心性"}},
    {"eigenvector",
     {"Eigenvector centrality", "固有ベクトル中心性", "特征向量中心性", "特徵向量中心性"}},
    {"pagerank", {"PageRank", "PageRank", "PageRank", "PageRank"}},
    {"katz", {"Katz centrality", "Katz中心性", "Katz中心性", "Katz中心性"}},
    {"hits", {"HITS authority", "HITSオーソリティ", "HITS权威值", "HITS權威值"}},
    {"core", {"Core number", "コア数", "核数", "核數"}},
    {"constraint", {"Constraint", "拘束度", "约束度", "約束度"}},
    {"clustering", {"Clustering", "クラスター係数", "聚类系数", "聚類係數"}},
    {"effective-size", {"Effective size", "有効規模", "有效规模", "有效規模"}},
    {"brokerage", {"Brokerage", "仲介", "中间人次数", "中間人次數"}},
}};

}  // namespace

Phrase chart_word(ChartWord word, const LanguagePreference& languages) {
  return phrase_of(chart_rows[static_cast<std::size_t>(word)], languages);
}

Phrase measure_label(std::string_view measure, const LanguagePreference& languages) {
  const auto found = std::find_if(measures.begin(), measures.end(),
                                  [&](const MeasureRow& row) { return row.measure == measure; });
  if (found == measures.end()) return {std::string(measure), "en"};
  return phrase_of(found->labels, languages);
}

}  // namespace entente
