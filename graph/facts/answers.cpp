#include "facts/answers.hpp"

#include <algorithm>
#include <string>
#include <variant>

#include <entente/error.hpp>
#include <entente/time/when.hpp>

#include "facts/attribute_code.hpp"

namespace entente {

namespace {

// A document's date of publication; none if it says none or what is no date.
std::optional<When> publication(const Graph::Store& store, std::uint32_t entity) {
  const auto& rows = store.entities.attributes;
  const Attributes attributes =
      decode(store.entities.attribute_bytes.part(rows[entity], rows[entity + 1]));
  const AttributeValue* value = find_attribute(attributes, "published");
  const Scalar* scalar = value ? std::get_if<Scalar>(value) : nullptr;
  const std::string* text = scalar ? std::get_if<std::string>(scalar) : nullptr;
  if (text == nullptr) return std::nullopt;
  try {
    return When::parse(*text);
  } catch (const Error&) {
    return std::nullopt;
  }
}

bool is_all_time(const Condition& condition) {
  return condition.window == Window{};
}

}  // namespace

Answer held(const std::vector<When>& dates, Reading reading, const TimeContext& context,
            const Condition& condition) {
  if (dates.empty()) return {Verdict::maybe};
  Answer any{Verdict::no};
  for (const When& when : dates)
    any = any | (condition.coverage == Coverage::some_day
                     ? holds_during(when, reading, condition.window, context)
                     : holds_throughout(when, reading, condition.window, context));
  return any;
}

Bounds observed(Bounds bounds, const TimeContext& context) {
  if (context.observed_through && bounds.end_min == day_max)
    bounds.end_min = std::max(*context.observed_through, bounds.start_min);
  return bounds;
}

Answers::Answers(const Graph::Store& store, const Question& question)
    : store_(store), question_(question) {
  misleading_ = bit(Trait::evidence_dated);
  if (question.inference == Inference::off || question.known_by) misleading_ |= bit(Trait::closed);
  special_ = misleading_ | bit(Trait::exact);
  asks_undated_ = std::any_of(question.conditions.begin(), question.conditions.end(), is_all_time);
  if (question.dated()) ask_lifespans();
  if (question.known_by) ask_publications();
}

void Answers::ask_lifespans() {
  const auto& lifespans = store_.lifespans;
  if (lifespans.entity.empty()) return;
  presence_.assign(store_.entities.kind.size(), Answer{Verdict::yes});
  doubtful_.assign(store_.entities.kind.size(), 0);
  for (std::size_t row = 0; row < lifespans.entity.size(); ++row) {
    Answer& presence = presence_[index(lifespans.entity[row])];
    for (const Condition& condition : question_.conditions)
      presence = presence & lifespan_held(row, condition);
    doubtful_[index(lifespans.entity[row])] = presence == Answer{Verdict::yes} ? 0 : 1;
  }
  doubts_ = std::find(doubtful_.begin(), doubtful_.end(), 1) != doubtful_.end();
}

Answer Answers::lifespan_held(std::size_t row, const Condition& condition) const {
  if (store_.lifespans.exact[row] == 0) {
    const Bounds bounds = observed(store_.lifespans.bounds(row), question_.context);
    return condition.coverage == Coverage::some_day ? overlaps(bounds, condition.window)
                                                    : covers(bounds, condition.window);
  }
  const std::uint32_t text = store_.entities.when[index(store_.lifespans.entity[row])];
  return held({When::from_text(store_.texts[text])}, Reading::interval, question_.context,
              condition);
}

void Answers::ask_publications() {
  const Window until{day_min, *question_.known_by};
  published_.assign(store_.entities.kind.size(), Answer{Verdict::maybe});
  for (std::uint32_t i = 0; i < published_.size(); ++i) {
    if (store_.entities.attributes[i] == store_.entities.attributes[i + 1]) continue;
    if (const auto when = publication(store_, i))
      published_[i] = holds_during(*when, Reading::instant, until);
  }
}

// A closing that was not certainly known by the day asked for is left out: that claims less.
TimeContext Answers::context(RelationId relation) const {
  TimeContext context = question_.context;
  if (question_.inference == Inference::off || !store_.has(relation, Trait::closed)) return context;
  const std::size_t row = store_.closing(relation);
  if (question_.known_by && !known(store_.closings.by[row]).certain()) return context;
  context.ends_by = store_.closings.ends_by[row];
  return context;
}

std::vector<When> Answers::dates(RelationId relation) const {
  std::vector<When> dates;
  if (auto own = store_.when(store_.relations.when[index(relation)]))
    dates.push_back(std::move(*own));
  const auto& rows = store_.relations.evidence;
  for (std::uint32_t row = rows[index(relation)]; row < rows[index(relation) + 1]; ++row)
    if (auto when = store_.when(store_.evidence.when[row])) dates.push_back(std::move(*when));
  return dates;
}

Answer Answers::dated(RelationId relation) const {
  const Reading reading = store_.type_of(relation).reading;
  const TimeContext context = this->context(relation);
  const std::vector<When> dates = this->dates(relation);
  Answer all{Verdict::yes};
  for (const Condition& condition : question_.conditions)
    all = all & held(dates, reading, context, condition);
  return all;
}

Answer Answers::known(RelationId relation) const {
  const auto& rows = store_.relations.evidence;
  Answer any{Verdict::no};
  for (std::uint32_t row = rows[index(relation)]; row < rows[index(relation) + 1]; ++row)
    any = any | published_[index(store_.evidence.source[row])];
  return any;
}

}  // namespace entente
