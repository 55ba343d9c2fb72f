#include "slow_facts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include <entente/time/when.hpp>
#include <entente/time/window.hpp>

namespace entente::verify {

namespace {

const Entity& entity_of(const Dossier& dossier, const std::string& id) {
  return *std::find_if(dossier.entities.begin(), dossier.entities.end(),
                       [&](const Entity& entity) { return entity.id == id; });
}

Reading reading_of(const Vocabulary& vocabulary, const Relation& relation) {
  return vocabulary.find_type(relation.type)->reading;
}

bool closes(const Relation& relation) {
  return relation.when &&
         (relation.modality == Modality::fact || relation.modality == Modality::derived);
}

bool has_one_seat(const Dossier& dossier, const std::string& post) {
  const Attributes& attributes = entity_of(dossier, post).attributes;
  const AttributeValue* seats = find_attribute(attributes, "seats");
  return seats != nullptr && *seats == AttributeValue(Scalar(std::int64_t{1}));
}

struct Closing {
  Day last;
  const Relation* by;
};

/// The last day that a relation can have held, by the rules of inference.
std::optional<Closing> closing(const Dossier& dossier, const Vocabulary& vocabulary,
                               const Relation& relation) {
  const Reading reading = reading_of(vocabulary, relation);
  if (!relation.when || relation.when->end_state(reading) != EndState::unknown) return std::nullopt;
  const Bounds bounds = relation.when->bounds(reading);
  std::optional<Closing> best;
  for (const Relation& by : dossier.relations) {
    if (!closes(by)) continue;
    const Bounds start = by.when->bounds(reading_of(vocabulary, by));
    std::optional<Day> last;
    if (relation.type == "party_to" && by.type == "supersedes" && by.to == relation.to)
      last = start.end_max;
    if (relation.type == "holds_post" && by.type == "holds_post" && by.to == relation.to &&
        by.from != relation.from && has_one_seat(dossier, relation.to) &&
        start.start_min != day_min && bounds.start_max < start.start_min)
      last = start.start_max;
    if (!last || *last < std::max(bounds.start_min, bounds.end_min) || *last >= bounds.end_max)
      continue;
    if (!best || *last < best->last || (*last == best->last && by.id < best->by->id))
      best = Closing{*last, &by};
  }
  return best;
}

Answer known(const Dossier& dossier, const Relation& relation, Day day) {
  Answer any{Verdict::no};
  for (const Evidence& evidence : relation.evidence) {
    const AttributeValue* published =
        find_attribute(entity_of(dossier, evidence.source).attributes, "published");
    if (published == nullptr) {
      any = any | Answer{Verdict::maybe};
      continue;
    }
    const When when = When::parse(std::get<std::string>(std::get<Scalar>(*published)));
    any = any | holds_during(when, Reading::instant, {day_min, day});
  }
  return any;
}

/// Stretches of time merged pair by pair, as long as two of them certainly touch; with how many
/// dates each was merged from, and whose they are.
struct Merged {
  Bounds bounds;
  std::vector<const Relation*> of;
};

bool touch(const Bounds& a, const Bounds& b) {
  const auto after = [](Day day) { return day == day_max ? day : day + 1; };
  return b.start_max <= after(a.end_min) && a.start_max <= after(b.end_min);
}

std::vector<Merged> merge(std::vector<Merged> list) {
  for (std::size_t i = 0; i < list.size(); ++i)
    for (std::size_t j = i + 1; j < list.size(); ++j) {
      if (!touch(list[i].bounds, list[j].bounds)) continue;
      Bounds& a = list[i].bounds;
      const Bounds& b = list[j].bounds;
      a = {std::min(a.start_min, b.start_min), std::min(a.start_max, b.start_max),
           std::max(a.end_min, b.end_min), std::max(a.end_max, b.end_max)};
      list[i].of.insert(list[i].of.end(), list[j].of.begin(), list[j].of.end());
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(j));
      return merge(std::move(list));
    }
  return list;
}

using Holds = Answer (*)(const When&, Reading, const Window&, const TimeContext&);

class Slow {
 public:
  Slow(const Dossier& dossier, const Vocabulary& vocabulary, const Selection& selection)
      : dossier_(dossier), vocabulary_(vocabulary), selection_(selection) {
    if (!selection.observed_through.empty())
      context_.observed_through = Window::parse(selection.observed_through).last;
    if (!selection.as_of.empty()) ask(holds_during, selection.as_of);
    if (!selection.during.empty()) ask(holds_during, selection.during);
    if (!selection.throughout.empty()) ask(holds_throughout, selection.throughout);
  }

  std::optional<Answer> answer(const Relation& relation) const {
    if (!fits(relation)) return std::nullopt;
    Answer all{Verdict::yes};
    for (const auto& [holds, window] : questions_) {
      all = all & dated(relation, holds, window);
      for (const std::string& end : {relation.from, relation.to})
        if (const auto& when = entity_of(dossier_, end).when)
          all = all & holds(*when, Reading::interval, window, context_);
    }
    if (!selection_.known_at.empty())
      all = all & known(dossier_, relation, Window::parse(selection_.known_at).last);
    const Verdict least = selection_.keep == Keep::certain_only ? Verdict::yes : Verdict::maybe;
    if (const auto tie = as_tie(relation); tie && tie->verdict > all.verdict) all = *tie;
    return all.verdict >= least ? std::optional(all) : std::nullopt;
  }

 private:
  /// What the tie says of which the relation is a record, if a period is to be filled.
  std::optional<Answer> as_tie(const Relation& relation) const {
    if (selection_.throughout.empty()) return std::nullopt;
    const Window window = Window::parse(selection_.throughout);
    if (window.is_one_day() || reading_of(vocabulary_, relation) == Reading::instant)
      return std::nullopt;
    Selection some_day = selection_;
    some_day.keep = Keep::certain_and_possible;
    some_day.throughout.clear();
    Slow present(dossier_, vocabulary_, some_day);
    present.ask(holds_during, selection_.throughout);
    const auto row = present.answer(relation);
    if (!row) return std::nullopt;
    std::optional<Answer> best;
    for (const Merged& one : stretches_of_tie(relation)) {
      if (one.of.size() < 2 || std::find(one.of.begin(), one.of.end(), &relation) == one.of.end())
        continue;
      const Answer answer = covers(one.bounds, window) & *row & ends(relation);
      if (!best || answer.verdict > best->verdict) best = answer;
    }
    return best;
  }

  Answer ends(const Relation& relation) const {
    Answer all{Verdict::yes};
    for (const auto& [holds, window] : questions_)
      for (const std::string& end : {relation.from, relation.to})
        if (const auto& when = entity_of(dossier_, end).when)
          all = all & holds(*when, Reading::interval, window, context_);
    return all;
  }

  std::vector<Merged> stretches_of_tie(const Relation& relation) const {
    Selection whenever = selection_;
    whenever.keep = Keep::certain_and_possible;
    for (std::string* period : {&whenever.as_of, &whenever.during, &whenever.throughout})
      period->clear();
    const Slow any(dossier_, vocabulary_, whenever);
    const bool symmetric = vocabulary_.find_type(relation.type)->symmetry == Symmetry::symmetric;
    std::vector<Merged> list;
    for (const Relation& other : dossier_.relations) {
      const bool same_way = other.from == relation.from && other.to == relation.to;
      const bool turned = symmetric && other.from == relation.to && other.to == relation.from;
      if (other.type != relation.type || other.modality != relation.modality ||
          !(same_way || turned) || !any.answer(other))
        continue;
      for (const When& when : dates_of(other))
        list.push_back({when.bounds(Reading::interval, context_of(other)), {&other}});
    }
    return merge(std::move(list));
  }

  void ask(Holds holds, const std::string& text) {
    questions_.emplace_back(holds, Window::parse(text));
  }

  bool fits(const Relation& relation) const {
    const auto among = [](const auto& list, const auto& value) {
      return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
    };
    const auto of_kind = [&](const std::string& end) {
      return selection_.kinds.empty() ||
             std::any_of(selection_.kinds.begin(), selection_.kinds.end(),
                         [&](const std::string& kind) {
                           return vocabulary_.is_a(entity_of(dossier_, end).kind, kind);
                         });
    };
    const bool sourced =
        selection_.sources.empty() ||
        std::any_of(relation.evidence.begin(), relation.evidence.end(),
                    [&](const Evidence& e) { return among(selection_.sources, e.source); });
    return among(selection_.types, relation.type) &&
           among(selection_.modalities, relation.modality) && of_kind(relation.from) &&
           of_kind(relation.to) && sourced;
  }

  TimeContext context_of(const Relation& relation) const {
    TimeContext context = context_;
    if (selection_.inference == Inference::on) {
      const auto end = closing(dossier_, vocabulary_, relation);
      const bool known_then =
          end && (selection_.known_at.empty() ||
                  known(dossier_, *end->by, Window::parse(selection_.known_at).last).certain());
      if (known_then) context.ends_by = end->last;
    }
    return context;
  }

  static std::vector<When> dates_of(const Relation& relation) {
    std::vector<When> dates;
    if (relation.when) dates.push_back(*relation.when);
    for (const Evidence& evidence : relation.evidence)
      if (evidence.when) dates.push_back(*evidence.when);
    return dates;
  }

  Answer dated(const Relation& relation, Holds holds, const Window& window) const {
    const TimeContext context = context_of(relation);
    const Reading reading = reading_of(vocabulary_, relation);
    const std::vector<When> dates = dates_of(relation);
    if (dates.empty()) return {Verdict::maybe};
    Answer any{Verdict::no};
    for (const When& when : dates) any = any | holds(when, reading, window, context);
    return any;
  }

  const Dossier& dossier_;
  const Vocabulary& vocabulary_;
  const Selection& selection_;
  TimeContext context_;
  std::vector<std::pair<Holds, Window>> questions_;
};

/// One of a list.
template <class List>
auto pick(std::mt19937& chance, const List& list) {
  return list[chance() % std::size(list)];
}

bool one_in(std::mt19937& chance, unsigned n) {
  return chance() % n == 0;
}

constexpr std::string_view dates[] = {"2012",
                                      "2014-05",
                                      "2014-05-06",
                                      "2016-02-29",
                                      "201X",
                                      "2015-XX-25",
                                      "2013?",
                                      "2014-05~",
                                      "2017%",
                                      "2011-12-31",
                                      "[2012,2014]",
                                      "{2012,2015}",
                                      "[..2013]",
                                      "[2016..]",
                                      "{2013-05,2014}",
                                      "2018-01-01",
                                      "2010",
                                      "2019-12",
                                      "[2012-05-06,2016]"};
constexpr std::string_view ends[] = {"2011",       "2012-06", "2013-01-01", "2014?", "2015-05-06~",
                                     "2015-12-31", "201X",    "2016",       "",      "",
                                     "..",         ".."};

std::optional<When> random_when(std::mt19937& chance) {
  for (;;) {
    try {
      if (one_in(chance, 6)) return std::nullopt;
      if (one_in(chance, 3)) return When::parse(pick(chance, dates));
      return When::between(pick(chance, ends), pick(chance, ends));
    } catch (const DateError&) {  // it would end before it starts
    }
  }
}

constexpr std::string_view type_ids[] = {"party_to", "supersedes", "holds_post",
                                         "met_with", "partner_of", "member_of"};

void add_relation(std::mt19937& chance, Dossier& dossier) {
  constexpr std::string_view countries[] = {"c1", "c2", "c3"};
  constexpr std::string_view people[] = {"p1", "p2", "p3"};
  const std::string_view type = pick(chance, type_ids);
  std::string from(pick(chance, countries));
  std::string to(pick(chance, countries));
  if (type == "party_to") to = one_in(chance, 2) ? "a1" : "a2";
  if (type == "member_of") to = "o1";
  if (type == "supersedes") {
    from = one_in(chance, 2) ? "a3" : "a2";
    to = "a1";
  }
  if (type == "holds_post" || type == "met_with") from = pick(chance, people);
  if (type == "holds_post") to = one_in(chance, 3) ? "post2" : "post1";
  if (type == "met_with") to = pick(chance, people);
  Relation relation{
      "r" + std::to_string(100 + chance() % 900) + "-" + std::to_string(dossier.relations.size()),
      std::string(type), from, to};
  relation.when = random_when(chance);
  if (one_in(chance, 3)) relation.modality = static_cast<Modality>(chance() % 5);
  for (auto i = chance() % 3; i > 0; --i) {
    Evidence evidence{"d" + std::to_string(1 + chance() % 4)};
    if (one_in(chance, 4)) evidence.when = random_when(chance);
    relation.evidence.push_back(std::move(evidence));
  }
  dossier.relations.push_back(std::move(relation));
}

}  // namespace

std::map<std::string, Answer> slow_facts(const Dossier& dossier, const Vocabulary& vocabulary,
                                         const Selection& selection) {
  const Slow slow(dossier, vocabulary, selection);
  std::map<std::string, Answer> kept;
  for (const Relation& relation : dossier.relations)
    if (const auto answer = slow.answer(relation)) kept[relation.id] = *answer;
  return kept;
}

Dossier random_dossier(std::mt19937& chance) {
  Dossier dossier;
  dossier.titles = {{"en", "Random"}};
  const auto add = [&](std::string_view id, std::string_view kind) -> Entity& {
    dossier.entities.push_back({std::string(id), std::string(kind)});
    if (one_in(chance, 5) && kind != "document") dossier.entities.back().when = random_when(chance);
    return dossier.entities.back();
  };
  for (const std::string_view id : {"c1", "c2", "c3"}) add(id, "country");
  for (const std::string_view id : {"p1", "p2", "p3"}) add(id, "person");
  for (const std::string_view id : {"a1", "a2", "a3"}) add(id, "agreement");
  add("o1", "organisation");
  add("post1", "post").attributes = {{"seats", Scalar(std::int64_t{1})}};
  add("post2", "post");
  for (const std::string_view id : {"d1", "d2", "d3", "d4"}) {
    Entity& document = add(id, "document");
    if (id != "d4") document.attributes = {{"published", Scalar(std::string(pick(chance, dates)))}};
  }
  for (auto i = 3 + chance() % 12; i > 0; --i) add_relation(chance, dossier);
  return dossier;
}

Selection random_selection(std::mt19937& chance) {
  constexpr std::string_view periods[] = {"2014-05-06", "2015-01-25", "2013",       "2014-05",
                                          "2012/2014",  "../2013",    "2015-06/..", "../.."};
  Selection selection;
  if (one_in(chance, 2)) selection.as_of = pick(chance, periods);
  if (one_in(chance, 4)) selection.during = pick(chance, periods);
  if (one_in(chance, 3)) selection.throughout = pick(chance, periods);
  if (one_in(chance, 4)) selection.known_at = one_in(chance, 2) ? "2014" : "2015-01-25";
  if (one_in(chance, 4)) selection.observed_through = "2014-12-31";
  if (one_in(chance, 4)) selection.types = {std::string(pick(chance, type_ids)), "party_to"};
  if (one_in(chance, 6)) selection.kinds = {"country", "agreement"};
  if (one_in(chance, 6)) selection.modalities = {Modality::fact, Modality::plan};
  if (one_in(chance, 6)) selection.sources = {"d1", "d4"};
  if (one_in(chance, 4)) selection.keep = Keep::certain_only;
  if (one_in(chance, 3)) selection.inference = Inference::off;
  return selection;
}

}  // namespace entente::verify
