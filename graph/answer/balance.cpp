#include <entente/answer/balance.hpp>
#include <entente/base/json_text.hpp>
#include <entente/network/network.hpp>
#include <entente/query/triads_in_time.hpp>

#include "answer/notes.hpp"
#include "answer/rows/rows.hpp"
#include "words/note_words.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

constexpr std::size_t most_triads = 1000;

std::string triad_json(const Question& question, const SignedTriad& triad) {
  JsonText json;
  json.open_object().key("entities").raw(ids_json(question, {triad.a, triad.b, triad.c}));
  json.member("negative", triad.negative).member("balanced", triad.balanced());
  return json.close_object().str();
}

}  // namespace

BalanceAnswer balance(const Question& asked, const BalanceParameters& parameters) {
  BalanceAnswer answer(asked);
  const Question& question = answer.question;
  const Network network = question.graph.select(question.selection);
  const SelectedFacts facts = question.graph.facts(question.selection);
  answer.found =
      entente::balance(network, edge_signs(question.graph, network),
                       {.limit = parameters.limit.value_or(most_triads),
                        .admits = triads_in_time(question.graph, facts, question.selection),
                        .run = question.run});
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
  return JsonObject()
      .add("triads",
           json_list(found.triads,
                     [&](const SignedTriad& triad) { return triad_json(question, triad); }))
      .add("share", share ? json_number(*share) : "null")
      .add("balanced", std::to_string(found.balanced()))
      .add("total", std::to_string(found.total()));
}

Table BalanceAnswer::table(Reader reader) const {
  const auto called = [&](EntityId entity) {
    return reader == Reader::person ? question.name(entity) : question.id(entity);
  };
  Table table{{{"a"}, {"b"}, {"c"}, {"negative", Column::Align::right}, {"balanced"}}, {}};
  for (const SignedTriad& triad : found.triads)
    table.rows.push_back({called(triad.a), called(triad.b), called(triad.c),
                          std::to_string(triad.negative), triad.balanced() ? "yes" : "no"});
  return table;
}

std::optional<std::string> BalanceAnswer::sentences() const {
  std::string text = std::to_string(found.balanced()) + " of " + std::to_string(found.total()) +
                     " signed triads are balanced";
  if (const auto share = found.share()) text += " (" + score_text(*share, Reader::person) + ")";
  text += '\n';
  for (const SignedTriad& triad : found.triads)
    text += "  " + question.shown(triad.a) + ", " + question.shown(triad.b) + ", " +
            question.shown(triad.c) + ": " + std::to_string(triad.negative) + " negative, " +
            (triad.balanced() ? "balanced" : "not balanced") + "\n";
  return text;
}

}  // namespace entente::answers
