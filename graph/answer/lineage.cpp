#include <algorithm>
#include <set>
#include <string_view>

#include <entente/answer/lineage.hpp>
#include <entente/base/json_text.hpp>
#include <entente/text/safe.hpp>

#include "answer/notes.hpp"
#include "answer/rows/rows.hpp"
#include "words/note_words.hpp"

namespace entente::answers {
namespace {

RelationRows rows_of(const Successor& successor) {
  RelationRows rows = successor.succession;
  rows.insert(rows.end(), successor.parties.begin(), successor.parties.end());
  return rows;
}

RelationRows rows_of(const std::vector<Successor>& chain) {
  return all_rows(chain, [](const Successor& successor) { return rows_of(successor); });
}

std::string successor_json(const Question& question, const Successor& successor) {
  JsonText json;
  json.open_object().member("entity", question.graph.id(successor.agreement));
  json.member("in_force", to_string(successor.in_force));
  return json.key("relations")
      .raw(row_list_json(question, rows_of(successor)))
      .close_object()
      .str();
}

/// "in force", with the period where one is asked for.
std::string in_force_words(const Question& question, const Successor& successor) {
  const Verdict verdict = successor.in_force;
  const Selection& selection = question.selection;
  const auto words = [&](NoteWord word, std::string_view value = {}) {
    return note_text(word, question.languages, {value});
  };
  std::string period;
  if (!selection.as_of.empty()) period = words(NoteWord::on_day, selection.as_of);
  if (!selection.during.empty()) period = words(NoteWord::during, selection.during);
  if (!selection.throughout.empty()) period = words(NoteWord::throughout, selection.throughout);
  if (successor.because == NotInForce::only_planned)
    return period.empty() ? words(NoteWord::has_planned_parties)
                          : words(NoteWord::not_known_planned, period);
  if (successor.because == NotInForce::no_party_known)
    return period.empty() ? words(NoteWord::has_no_parties)
                          : words(NoteWord::not_known_no_party, period);
  if (successor.because == NotInForce::inferred_ended)
    return words(NoteWord::not_in_force_inferred, period);
  if (period.empty())
    return words(verdict == Verdict::no ? NoteWord::has_no_parties : NoteWord::has_parties);
  return words(verdict == Verdict::yes     ? NoteWord::in_force
               : verdict == Verdict::maybe ? NoteWord::possibly_in_force
                                           : NoteWord::not_in_force,
               period);
}

/// The older agreements, each once, however many accounts there are of its end.
std::string predecessors_of(const Question& question, const Successor& successor) {
  std::set<EntityId> older;
  for (const SelectedRelation& row : successor.succession)
    older.insert(question.graph.to(row.relation));
  std::string text;
  for (const EntityId agreement : older)
    text += (text.empty() ? "" : ", ") + question.id(agreement);
  return text;
}

/// That agreements are not in force although no source says so.
void note_reasons(LineageAnswer& answer) {
  const auto add = [&](NotInForce reason, std::string_view code, NoteWord words) {
    Note note;
    note.code = code;
    for (const Successor& successor : answer.chain) {
      if (successor.because != reason) continue;
      note.text += (note.text.empty() ? "" : ", ") + answer.question.name(successor.agreement);
      ++note.count;
    }
    note.text = note_text(words, answer.question.languages, {note.text});
    if (std::ranges::find(answer.notes, code, &Note::code) == answer.notes.end())
      add_note(answer, std::move(note));
  };
  add(NotInForce::only_planned, "only-planned", NoteWord::only_planned);
  add(NotInForce::inferred_ended, "inferred-ended", NoteWord::not_in_force_as_inferred);
  add(NotInForce::no_party_known, "no-party-known", NoteWord::no_party_known);
}

}  // namespace

LineageAnswer lineage(const Question& question, const LineageParameters& parameters) {
  LineageAnswer answer(question);
  answer.agreement = answer.question.entity(parameters.agreement);
  answer.chain = entente::lineage(question.graph, answer.agreement, answer.question.selection);
  std::vector<EntityId> agreements;
  for (const Successor& successor : answer.chain) agreements.push_back(successor.agreement);
  rest_on(answer, question.graph.facts(answer.selection()), agreements, rows_of(answer.chain));
  note_names(answer, {parameters.agreement});
  note_reasons(answer);
  return answer;
}

JsonObject LineageAnswer::json() const {
  return JsonObject().add("chain", json_list(chain, [&](const Successor& successor) {
                            return successor_json(question, successor);
                          }));
}

Table LineageAnswer::table(Reader) const {
  Table table{{{"agreement"}, {"name"}, {"in force"}, {"replaces or amends"}}, {}};
  for (const Successor& successor : chain) {
    table.rows.push_back({question.id(successor.agreement), question.name(successor.agreement),
                          std::string(to_string(successor.in_force)),
                          predecessors_of(question, successor)});
  }
  return table;
}

std::optional<std::string> LineageAnswer::sentences() const {
  std::string text;
  for (const Successor& successor : chain) {
    text += question.shown(successor.agreement) + " (" +
            terminal_safe(question.id(successor.agreement)) +
            "): " + in_force_words(question, successor) + "\n";
    for (const SelectedRelation& row : rows_of(successor))
      text += "  " + row_sentence(question, row) + "\n";
  }
  return text;
}

std::optional<SelectedFacts> LineageAnswer::facts() const {
  return facts_of(question, rows_of(chain), {agreement});
}

}  // namespace entente::answers
