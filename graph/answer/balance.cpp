#include <entente/answer/balance.hpp>
#include <entente/base/json_text.hpp>
#include <entente/network/network.hpp>
#include <entente/query/triads_in_time.hpp>

#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/rows.hpp"
#include "words/note_words.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

constexpr std::size_t most_triads = 1000;

std::string triad_json(const Question& question, const SignedTriad& triad, Verdict verdict) {
  JsonText json;
  json.open_object().key("entities").raw(ids_json(question, {triad.a, triad.b, triad.c}));
  json.member("negative", triad.negative).member("balanced", triad.balanced());
  json.member("certainty", verdict == Verdict::yes ? "certain" : "possible");
  return json.close_object().str();
}

/// Which of the triads certainly hold at one time.
std::vector<Verdict> verdicts_of(const Question& question, const SelectedFacts& facts,
                                 const std::vector<SignedTriad>& triads) {
  Selection certainly = question.selection;
  certainly.keep = Keep::certain_only;
  const auto are_certain = triads_in_time(question.graph, facts, certainly);
  std::vector<Verdict> verdicts;
  for (const SignedTriad& triad : triads)
    verdicts.push_back(are_certain(triad.a, triad.b, triad.c) ? Verdict::yes : Verdict::maybe);
  return verdicts;
}

}  // namespace

BalanceAnswer balance(const Question& asked, const BalanceParameters& parameters) {
  const QuestionRun running(asked);
  BalanceAnswer answer(asked);
  const Question& question = answer.question;
  const Network network = question.graph.select(question.selection);
  const SelectedFacts facts = question.graph.facts(question.selection);
  answer.found =
      entente::balance(network, edge_signs(question.graph, network),
                       {.limit = parameters.limit.value_or(most_triads),
                        .admits = triads_in_time(question.graph, facts, question.selection),
                        .run = question.run});
  answer.verdicts = verdicts_of(question, facts, answer.found.triads);
  rest_on(answer, facts);
  if (answer.found.total() == 0)
    answer.nothing = nothing_text(NothingWord::no_signed_triad, answer.question.languages);
  if (answer.found.completeness == Completeness::limited)
    leave_out(answer, answer.found.total() - answer.found.triads.size(),
              note_text(NoteWord::triads_left_out, question.languages),
              parameters.limit ? Cut::asked_for : Cut::by_default);
  return given(std::move(answer));
}

JsonObject BalanceAnswer::json() const {
  const auto share = found.share();
  std::vector<std::string> triads;
  for (std::size_t i = 0; i < found.triads.size(); ++i)
    triads.push_back(triad_json(question, found.triads[i], verdicts[i]));
  return JsonObject()
      .add("triads", triads)
      .add("share", share ? json_number(*share) : "null")
      .add("balanced", std::to_string(found.balanced()))
      .add("total", std::to_string(found.total()));
}

Table BalanceAnswer::table(Reader reader) const {
  const auto called = [&](EntityId entity) {
    return reader == Reader::person ? question.name(entity) : question.id(entity);
  };
  Table table{
      {{"a"}, {"b"}, {"c"}, {"negative", Column::Align::right}, {"balanced"}, {"certainty"}}, {}};
  for (std::size_t i = 0; i < found.triads.size(); ++i) {
    const SignedTriad& triad = found.triads[i];
    table.rows.push_back({called(triad.a), called(triad.b), called(triad.c),
                          std::to_string(triad.negative), triad.balanced() ? "yes" : "no",
                          verdicts[i] == Verdict::yes ? "certain" : "possible"});
  }
  return table;
}

std::optional<std::string> BalanceAnswer::sentences() const {
  std::string text = std::to_string(found.balanced()) + " of " + std::to_string(found.total()) +
                     " signed triads are balanced";
  if (const auto share = found.share()) text += " (" + score_text(*share, Reader::person) + ")";
  text += '\n';
  for (std::size_t i = 0; i < found.triads.size(); ++i) {
    const SignedTriad& triad = found.triads[i];
    text += (verdicts[i] == Verdict::yes ? "  " : "? ") + question.shown(triad.a) + ", " +
            question.shown(triad.b) + ", " + question.shown(triad.c) + ": " +
            std::to_string(triad.negative) + " negative, " +
            (triad.balanced() ? "balanced" : "not balanced") + "\n";
  }
  return text;
}

}  // namespace entente::answers
