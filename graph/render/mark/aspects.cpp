#include <entente/render/mark.hpp>

namespace entente {
namespace {

std::vector<Mark> aspects_of(const NodeMark& mark) {
  std::vector<Mark> result;
  if (!mark.drawing_class.empty()) result.emplace_back(NodeMark{mark.drawing_class});
  if (mark.modality != Modality::fact) result.emplace_back(NodeMark{.modality = mark.modality});
  if (mark.doubt != Why::none) result.emplace_back(NodeMark{.doubt = mark.doubt});
  if (mark.certainty != Verdict::yes) result.emplace_back(NodeMark{.certainty = mark.certainty});
  return result;
}

std::vector<Mark> aspects_of(const LineMark& mark) {
  std::vector<Mark> result;
  if (!mark.drawing_class.empty()) result.emplace_back(LineMark{mark.drawing_class, mark.ends});
  if (mark.doubt != Why::none) result.emplace_back(LineMark{.doubt = mark.doubt});
  if (mark.modality != Modality::fact) result.emplace_back(LineMark{.modality = mark.modality});
  if (mark.change != Change::none) result.emplace_back(LineMark{.change = mark.change});
  if (mark.sureness != Sureness::unmarked) result.emplace_back(LineMark{.sureness = mark.sureness});
  return result;
}

/// Whether a bar is outlined for what it reports: a broken outline says that already.
bool is_outlined(Modality modality, Why doubt) {
  const bool broken = doubt == Why::imprecise || doubt == Why::published ||
                      doubt == Why::identity || doubt == Why::undated;
  return modality != Modality::fact && !broken;
}

/// What the ends of a bar show needs no second sign.
bool shows_at_its_ends(Why doubt) {
  return doubt == Why::no_start_reported || doubt == Why::no_end_reported || doubt == Why::inferred;
}

std::vector<Mark> aspects_of(const BarMark& mark) {
  std::vector<Mark> result = {BarMark{}};
  if (!mark.drawing_class.empty()) result.emplace_back(BarMark{mark.drawing_class});
  if (is_outlined(mark.modality, mark.doubt))
    result.emplace_back(BarMark{.modality = mark.modality});
  if (mark.doubt != Why::none && !shows_at_its_ends(mark.doubt))
    result.emplace_back(BarMark{.doubt = mark.doubt});
  for (const BarEnd end : {mark.start, mark.end})
    if (end != BarEnd::sharp) result.emplace_back(BarMark{.end = end});
  return result;
}

std::vector<Mark> aspects_of(const MomentMark& mark) {
  std::vector<Mark> result = {MomentMark{.reading = mark.reading}};
  if (!mark.drawing_class.empty()) result.emplace_back(MomentMark{mark.drawing_class});
  if (is_outlined(mark.modality, mark.doubt))
    result.emplace_back(MomentMark{.reading = mark.reading, .modality = mark.modality});
  if (mark.doubt != Why::none)
    result.emplace_back(MomentMark{.reading = mark.reading, .doubt = mark.doubt});
  return result;
}

std::vector<Mark> aspects_of(const CountMark& mark) {
  std::vector<Mark> result = {CountMark{}};
  if (mark.doubt != Why::none) result.emplace_back(mark);
  return result;
}

template <typename Whole>
std::vector<Mark> aspects_of(const Whole& mark) {
  return {mark};
}

}  // namespace

std::vector<Mark> aspects(const Mark& mark) {
  return std::visit([](const auto& each) { return aspects_of(each); }, mark);
}

}  // namespace entente
