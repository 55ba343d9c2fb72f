#include "render/mark/legend.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "render/diagram/wording.hpp"
#include "render/mark/mark_classes.hpp"
#include "render/mark/mark_words.hpp"

namespace entente {
namespace {

/// Broken lines look alike whatever they are broken for.
Why look_of(Why doubt) {
  return is_broken(doubt) ? Why::imprecise : doubt;
}

bool is_fact(Modality modality) {
  return modality == Modality::fact;
}

bool look_alike(const Style& style, const NodeMark& a, const NodeMark& b) {
  if (look_of(a.doubt) != look_of(b.doubt) || is_fact(a.modality) != is_fact(b.modality))
    return false;
  if (a.drawing_class.empty() || b.drawing_class.empty()) return a.drawing_class == b.drawing_class;
  const NodeStyle& left = node_style(style, a.drawing_class);
  const NodeStyle& right = node_style(style, b.drawing_class);
  return left.shape == right.shape && left.fill == right.fill && left.line == right.line;
}

bool look_alike(const Style&, LineMark a, LineMark b) {
  a.doubt = look_of(a.doubt);
  b.doubt = look_of(b.doubt);
  return a == b;
}

/// Of bars and moments what is outlined is so for whatever it reports.
template <typename Along>
bool look_alike_along_time(Along a, Along b) {
  const auto normal = [](Along& mark) {
    mark.doubt = look_of(mark.doubt);
    if (!is_fact(mark.modality)) mark.modality = Modality::plan;
  };
  normal(a);
  normal(b);
  return a == b;
}

bool look_alike(const Style&, const BarMark& a, const BarMark& b) {
  return look_alike_along_time(a, b);
}

/// Of a class only the colour is seen.
bool look_alike(const Style& style, MomentMark a, const MomentMark& b) {
  if (!a.drawing_class.empty() && !b.drawing_class.empty() &&
      edge_style(style, a.drawing_class).line == edge_style(style, b.drawing_class).line)
    a.drawing_class = b.drawing_class;
  if (a.modality != Modality::fact || a.doubt != Why::none) a.reading = b.reading;
  return look_alike_along_time(a, b);
}

bool look_alike(const Style&, CountMark a, CountMark b) {
  return look_of(a.doubt) == look_of(b.doubt);
}

template <typename Whole>
bool look_alike(const Style&, const Whole& a, const Whole& b) {
  return a == b;
}

bool look_alike(const Style& style, const Mark& a, const Mark& b) {
  if (a.index() != b.index()) return false;
  return std::visit(
      [&]<typename Kind>(const Kind& left) { return look_alike(style, left, std::get<Kind>(b)); },
      a);
}

/// Where a mark stands in a legend.
enum class Section { nodes, classes, states, ends, doubts, reports, changes, others };

Section section_of(const NodeMark& mark) {
  if (!mark.drawing_class.empty()) return Section::nodes;
  return mark.doubt != Why::none ? Section::doubts : Section::reports;
}

Section section_of(const LineMark& mark) {
  if (!mark.drawing_class.empty()) return Section::classes;
  if (mark.doubt != Why::none || mark.sureness != Sureness::unmarked) return Section::doubts;
  return mark.modality != Modality::fact ? Section::reports : Section::changes;
}

Section section_of(const BarMark& mark) {
  if (!mark.drawing_class.empty()) return Section::classes;
  if (mark.doubt != Why::none) return Section::doubts;
  if (mark.modality != Modality::fact) return Section::reports;
  return mark.end != BarEnd::sharp ? Section::ends : Section::states;
}

Section section_of(const MomentMark& mark) {
  if (!mark.drawing_class.empty()) return Section::classes;
  if (mark.doubt != Why::none) return Section::doubts;
  return mark.modality != Modality::fact ? Section::reports : Section::states;
}

Section section_of(const CountMark& mark) {
  return mark.doubt != Why::none ? Section::doubts : Section::states;
}

template <typename Other>
Section section_of(const Other&) {
  return Section::others;
}

Section section_of(const Mark& mark) {
  return std::visit([](const auto& each) { return section_of(each); }, mark);
}

void add_entry(std::vector<LegendEntry>& legend, const LegendEntry& entry, const Style& style) {
  const auto same = std::find_if(legend.begin(), legend.end(), [&](const LegendEntry& each) {
    return look_alike(style, each.mark, entry.mark);
  });
  if (same == legend.end())
    legend.push_back(entry);
  else
    same->label = listed(std::move(same->label), entry.label);
}

void sort(std::vector<LegendEntry>& legend) {
  std::stable_sort(legend.begin(), legend.end(), [](const LegendEntry& a, const LegendEntry& b) {
    return section_of(a.mark) < section_of(b.mark);
  });
}

bool has_class(const Mark& mark) {
  const Section section = section_of(mark);
  return section == Section::nodes || section == Section::classes;
}

}  // namespace

std::vector<Mark> Legend::add_all_but_class(const Mark& mark) {
  std::vector<Mark> classes;
  for (const Mark& aspect : aspects(mark))
    if (has_class(aspect))
      classes.push_back(aspect);
    else
      add(aspect);
  return classes;
}

void Legend::add_entity(std::string_view kind, const Mark& mark) {
  kinds_.try_emplace(std::string(kind), add_all_but_class(mark));
}

void Legend::add_relation(std::string_view type, const Mark& mark) {
  std::vector<Mark>& classes = types_[std::string(type)];
  for (Mark& aspect : add_all_but_class(mark))
    if (std::find(classes.begin(), classes.end(), aspect) == classes.end())
      classes.push_back(std::move(aspect));
}

void Legend::add(const Mark& mark, const Phrase& label) {
  for (const Mark& aspect : aspects(mark))
    others_.try_emplace(aspect, label.text.empty() ? words_of(aspect, languages_) : label);
}

std::vector<LegendEntry> Legend::entries() const {
  std::vector<LegendEntry> legend;
  const auto add_classes = [&](const Classes& classes, const std::string& id,
                               const Labels& labels) {
    const auto drawn = classes.find(id);
    if (drawn == classes.end()) return;
    for (const Mark& mark : drawn->second)
      add_entry(legend, {mark, best_label(labels, languages_)}, style_);
  };
  for (const Kind& kind : vocabulary_.kinds()) add_classes(kinds_, kind.id, kind.labels);
  for (const RelationType& type : vocabulary_.types()) add_classes(types_, type.id, type.forward);
  for (const auto& [mark, label] : others_) add_entry(legend, {mark, label}, style_);
  sort(legend);
  return legend;
}

void add_legend(std::vector<LegendEntry>& legend, const std::vector<LegendEntry>& more,
                const Style& style) {
  for (const LegendEntry& entry : more) add_entry(legend, entry, style);
  sort(legend);
}

}  // namespace entente
