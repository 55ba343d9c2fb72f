#include "answer/notes.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>

#include <entente/answer/measured.hpp>
#include <entente/base/json_text.hpp>

namespace entente::answers {
namespace {

constexpr std::size_t most_named = 20;

std::vector<RelationId> presumed_of(const RelationRows& rows) {
  std::vector<RelationId> presumed;
  for (const SelectedRelation& row : rows)
    if (row.presumed) presumed.push_back(row.relation);
  return presumed;
}

Note undated_note(const Graph& graph, const std::vector<RelationId>& undated) {
  const std::size_t n = undated.size();
  return note_of(graph, "undated",
                 "and " + std::to_string(n) + " undated relation" + (n == 1 ? "" : "s") +
                     "; --undated lists " + (n == 1 ? "it" : "them"),
                 undated);
}

Note ended_note(const Graph& graph, const std::vector<RelationId>& ended) {
  const std::size_t n = ended.size();
  return note_of(graph, "inferred-ended",
                 std::to_string(n) +
                     (n == 1 ? " tie left out because it is inferred to have ended (--no-inference)"
                             : " ties left out because they are inferred to have ended "
                               "(--no-inference)"),
                 ended);
}

Note presumed_note(const Graph& graph, const std::vector<RelationId>& presumed) {
  const std::size_t n = presumed.size();
  return note_of(graph, "presumed",
                 std::to_string(n) + (n == 1 ? " relation is" : " relations are") +
                     " presumed to last, since no source says that " + (n == 1 ? "it" : "they") +
                     " ended (--presume-lasting)",
                 presumed);
}

/// Counts and notes from the rows an answer rests on and what a period left out of them.
void count(GraphAnswer& answer, const RelationRows& rows, const std::vector<RelationId>& undated,
           const std::vector<RelationId>& ended) {
  const Graph& graph = answer.question.graph;
  answer.counts = counts_of(rows);
  answer.counts.undated = undated.size();
  add_note(answer, ended_note(graph, ended));
  add_note(answer, presumed_note(graph, presumed_of(rows)));
  add_note(answer, undated_note(graph, undated));
}

/// Of relations in ascending order, those that touch one of the entities, also ascending.
class Incident {
 public:
  Incident(const Graph& graph, const std::vector<EntityId>& entities)
      : graph_(graph), touched_(graph.entity_count(), 0) {
    for (const EntityId entity : entities) touched_[index(entity)] = 1;
  }

  [[nodiscard]] bool touches(RelationId relation) const {
    return touched_[index(graph_.from(relation))] != 0 || touched_[index(graph_.to(relation))] != 0;
  }
  [[nodiscard]] std::vector<RelationId> of(std::vector<RelationId> relations) const {
    std::erase_if(relations, [this](RelationId relation) { return !touches(relation); });
    return relations;
  }

 private:
  const Graph& graph_;
  std::vector<std::uint8_t> touched_;
};

[[maybe_unused]] bool is_known_code(std::string_view code) {
  return std::ranges::find(note_codes(), code) != note_codes().end();
}

}  // namespace

const std::vector<std::string_view>& note_codes() {
  static const std::vector<std::string_view> codes = {"matched-by",
                                                      "inferred-ended",
                                                      "presumed",
                                                      "accounts-differ",
                                                      "only-planned",
                                                      "no-party-known",
                                                      "same-day-different-times",
                                                      "missing-weight",
                                                      "infinite",
                                                      "left-out",
                                                      "undated"};
  return codes;
}

void rest_on(GraphAnswer& answer, const SelectedFacts& facts) {
  count(answer, facts.relations, facts.undated, facts.inferred_ended);
}

void rest_on(GraphAnswer& answer, const SelectedFacts& facts, const std::vector<EntityId>& entities,
             const RelationRows& rows) {
  const Incident incident(answer.question.graph, entities);
  RelationRows all = rows;
  for (const SelectedRelation& row : facts.relations)
    if (incident.touches(row.relation)) all.push_back(row);
  // Stable, so that the verdict of the answer's own row counts.
  std::ranges::stable_sort(all, {}, &SelectedRelation::relation);
  const auto same = [](const SelectedRelation& a, const SelectedRelation& b) {
    return a.relation == b.relation;
  };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  count(answer, all, incident.of(facts.undated), incident.of(facts.inferred_ended));
}

Note note_of(const Graph& graph, std::string_view code, std::string text,
             const std::vector<RelationId>& relations) {
  Note note;
  note.code = code;
  note.text = std::move(text);
  note.count = relations.size();
  for (std::size_t i = 0; i < std::min(most_named, relations.size()); ++i)
    note.relations.emplace_back(graph.id(relations[i]));
  return note;
}

void note_names(GraphAnswer& answer, const std::vector<std::string>& names) {
  Note note;
  note.code = "matched-by";
  for (const std::string& name : names) {
    const std::string remark = answer.question.graph.find(name).remark();
    if (remark.empty()) continue;
    note.text += (note.text.empty() ? "" : "; ") + remark;
    ++note.count;
  }
  add_note(answer, std::move(note));
}

void note_weights(GraphAnswer& answer, const std::string& attribute, MissingWeight missing,
                  double value) {
  if (attribute.empty() || missing == MissingWeight::error) return;
  const std::vector<RelationId> without = relations_without_weight(answer.question, attribute);
  const bool one = without.size() == 1;
  std::string text = std::to_string(without.size()) + (one ? " relation has" : " relations have") +
                     " no number `" + attribute + "` and ";
  if (missing == MissingWeight::skip)
    text += one ? "is left out" : "are left out";
  else
    text += (one ? "weighs " : "weigh ") + json_number(value);
  add_note(answer, note_of(answer.question.graph, "missing-weight", std::move(text), without));
}

void note_infinite(Answer& answer, std::size_t count) {
  Note note;
  note.code = "infinite";
  note.text = std::to_string(count) + (count == 1 ? " score is" : " scores are") +
              " infinite: ties of weight 0 lead to others at no cost";
  note.count = count;
  add_note(answer, std::move(note));
}

void add_note(Answer& answer, Note note) {
  assert(is_known_code(note.code));
  if (note.count == 0) return;
  const auto place = [](const Note& each) {
    return std::ranges::find(note_codes(), each.code) - note_codes().begin();
  };
  const auto behind = std::ranges::find_if(
      answer.notes, [&](const Note& each) { return place(each) > place(note); });
  answer.notes.insert(behind, std::move(note));
}

void leave_out(Answer& answer, std::size_t count, const std::string& what, Cut cut) {
  Note note;
  note.code = "left-out";
  note.text = what;
  note.count = count;
  add_note(answer, std::move(note));
  if (cut == Cut::by_default) answer.left_out = what;
}

std::string nothing_of(const Answer& answer) {
  if (answer.nothing.empty()) return {};
  std::string text = answer.nothing;
  if (answer.counts.undated > 0)
    text = "none; " + std::to_string(answer.counts.undated) + " undated: --undated lists them";
  for (const Note& note : answer.notes)
    if (note.code == "inferred-ended") text += "; " + note.text;
  return text;
}

std::vector<std::string> notes_json(const std::vector<Note>& notes) {
  std::vector<std::string> list;
  for (const Note& note : notes) {
    JsonText json;
    json.open_object().member("code", note.code).member("text", note.text);
    json.member("count", note.count).key("relations").open_list();
    for (const std::string& relation : note.relations) json.value(relation);
    list.push_back(json.close_list().close_object().str());
  }
  return list;
}

}  // namespace entente::answers
