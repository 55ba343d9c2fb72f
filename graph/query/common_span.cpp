#include <string>
#include <tuple>
#include <vector>

#include <entente/query/common_span.hpp>

namespace entente {
namespace {

/// One end of the span: what is known of it, and how it is written.
struct End {
  EndState state = EndState::unknown;
  Day low = day_min;
  Day high = day_max;
  std::string text;
  Reading reading = Reading::interval;
};

struct Spell {
  Bounds bounds;
  End start;
  End end;
};

Spell spell_of(const Graph& graph, RelationId relation, Inference inference) {
  const auto when = graph.when(relation);
  if (!when) return {};
  const Reading reading = graph.type(relation).reading;
  const Bounds b = graph.bounds(relation, inference);
  const Endpoint start = when->start(reading);
  const Endpoint end = when->end(reading);
  Spell spell{b,
              {start.state(), b.start_min, b.start_max, std::string(start.text()), reading},
              {end.state(), b.end_min, b.end_max, std::string(end.text()), reading}};
  if (inference == Inference::on && end.state() == EndState::unknown && b.end_max != day_max &&
      graph.inferred_from(relation))
    spell.end =
        End{EndState::known, b.end_min, b.end_max, "[.." + format_day(b.end_max) + "]", reading};
  return spell;
}

/// Known before unknown before open; a span cannot be called open while an end is unknown.
int weight(EndState state) {
  return state == EndState::known ? 2 : state == EndState::unknown ? 1 : 0;
}

bool starts_later(const End& a, const End& b) {
  return std::tuple(weight(a.state), a.low, a.high) > std::tuple(weight(b.state), b.low, b.high);
}

bool ends_sooner(const End& a, const End& b) {
  return std::tuple(-weight(a.state), a.high, a.low) < std::tuple(-weight(b.state), b.high, b.low);
}

When written(const End& start, const End& end) {
  const bool one_date = start.reading == Reading::instant && end.reading == Reading::instant &&
                        start.state == EndState::known && start.text == end.text;
  return one_date ? When::parse(start.text) : When::between(start.text, end.text);
}

}  // namespace

std::optional<CommonSpan> common_span(const Graph& graph, std::span<const RelationId> relations,
                                      Inference inference) {
  if (relations.empty()) return std::nullopt;
  std::vector<Spell> spells;
  Verdict verdict = Verdict::yes;
  for (const RelationId relation : relations) {
    spells.push_back(spell_of(graph, relation, inference));
    if (!graph.when(relation)) verdict = Verdict::maybe;
  }
  for (std::size_t i = 0; i < spells.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      verdict = verdict & overlaps(spells[i].bounds, spells[j].bounds).verdict;
  if (verdict == Verdict::no) return std::nullopt;
  End start = spells.front().start;
  End end = spells.front().end;
  for (const Spell& spell : spells) {
    if (starts_later(spell.start, start)) start = spell.start;
    if (ends_sooner(spell.end, end)) end = spell.end;
  }
  return CommonSpan{written(start, end), verdict};
}

}  // namespace entente
