#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

#include <entente/answer/lineage.hpp>
#include <entente/base/json_text.hpp>
#include <entente/text/safe.hpp>

#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
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

struct ReasonWords {
  NoteWord in_period;
  NoteWord at_all;
};

ReasonWords words_of(NotInForce reason) {
  switch (reason) {
    case NotInForce::only_planned:
      return {NoteWord::not_known_planned, NoteWord::has_planned_parties};
    case NotInForce::only_claimed:
      return {NoteWord::not_known_claimed, NoteWord::has_claimed_parties};
    case NotInForce::only_planned_or_claimed:
      return {NoteWord::not_known_planned_or_claimed, NoteWord::has_planned_or_claimed_parties};
    case NotInForce::inferred_ended:
      return {NoteWord::not_in_force_inferred, NoteWord::not_in_force_inferred};
    case NotInForce::no_party_known:
      break;
  }
  return {NoteWord::not_known_no_party, NoteWord::has_no_parties};
}

NoteWord word_of(Verdict verdict, NoteWord yes, NoteWord maybe, NoteWord no) {
  return verdict == Verdict::yes ? yes : verdict == Verdict::maybe ? maybe : no;
}

/// Whether a period is one day: "2018-06-15".
bool is_day(std::string_view period) {
  return std::ranges::count(period, '-') == 2 && period.find('X') == std::string_view::npos;
}

/// "in force", with the period where one is asked for.
std::string in_force_words(const Question& question, const Successor& successor) {
  const Verdict verdict = successor.in_force;
  const Selection& selection = question.selection;
  const auto words = [&](NoteWord word, std::string_view value = {}) {
    return note_text(word, question.languages, {value});
  };
  std::string period;
  if (!selection.as_of.empty())
    period =
        words(is_day(selection.as_of) ? NoteWord::on_day : NoteWord::in_period, selection.as_of);
  if (!selection.during.empty()) period = words(NoteWord::during, selection.during);
  if (!selection.throughout.empty()) period = words(NoteWord::throughout, selection.throughout);
  if (successor.because) {
    const ReasonWords reason = words_of(*successor.because);
    return words(period.empty() ? reason.at_all : reason.in_period, period);
  }
  if (successor.rests_on == RestsOn::presence) {
    if (!question.graph.when(successor.agreement)) return words(NoteWord::has_no_dates);
    return words(
        word_of(verdict, NoteWord::existed, NoteWord::possibly_existed, NoteWord::did_not_exist),
        period);
  }
  if (period.empty() && successor.rests_on == RestsOn::lifespan)
    return words(NoteWord::was_in_force);
  if (period.empty())
    return words(verdict == Verdict::no ? NoteWord::has_no_parties : NoteWord::has_parties);
  return words(
      word_of(verdict, NoteWord::in_force, NoteWord::possibly_in_force, NoteWord::not_in_force),
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

/// That agreements are not in force although no source says so; of those that plans or claims are
/// all that is known of, one note.
void note_reasons(LineageAnswer& answer) {
  const auto add = [&](std::string_view code, NoteWord words, auto is_meant) {
    std::string names;
    std::size_t agreements = 0;
    std::vector<RelationId> relations;
    for (const Successor& successor : answer.chain) {
      if (!successor.because || !is_meant(*successor.because)) continue;
      names += (names.empty() ? "" : ", ") + answer.question.name(successor.agreement);
      ++agreements;
      relations.insert(relations.end(), successor.reasons.begin(), successor.reasons.end());
    }
    if (std::ranges::find(answer.notes, code, &Note::code) != answer.notes.end()) return;
    Note note = note_of(answer.question.graph, code,
                        note_text(words, answer.question.languages, {names}), relations);
    if (relations.empty()) note.count = agreements;
    add_note(answer, std::move(note));
  };
  const auto is = [](NotInForce reason) {
    return [reason](NotInForce because) { return because == reason; };
  };
  const auto has = [&](NotInForce reason) {
    return std::ranges::find(answer.chain, std::optional(reason), &Successor::because) !=
           answer.chain.end();
  };
  const bool is_mixed = has(NotInForce::only_planned_or_claimed) ||
                        (has(NotInForce::only_planned) && has(NotInForce::only_claimed));
  add("only-planned",
      is_mixed                        ? NoteWord::only_planned_or_claimed
      : has(NotInForce::only_claimed) ? NoteWord::only_claimed
                                      : NoteWord::only_planned,
      [](NotInForce because) {
        return because != NotInForce::inferred_ended && because != NotInForce::no_party_known;
      });
  add("inferred-ended", NoteWord::not_in_force_as_inferred, is(NotInForce::inferred_ended));
  add("no-party-known", NoteWord::no_party_known, is(NotInForce::no_party_known));
}

}  // namespace

LineageAnswer lineage(const Question& question, const LineageParameters& parameters) {
  const QuestionRun running(question);
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
