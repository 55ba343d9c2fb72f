#include <entente/algorithm/balance.hpp>
#include <entente/io/json_text.hpp>

#include "answer.hpp"
#include "measures.hpp"
#include "rows.hpp"
#include "say.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

std::string triad_json(const Question& question, const SignedTriad& triad) {
  JsonText json;
  json.open_object().key("entities").raw(ids_json(question, {triad.a, triad.b, triad.c}));
  json.member("negative", triad.negative).member("balanced", triad.balanced());
  return json.close_object().str();
}

JsonObject json_of(const Question& question, const Balance& balance) {
  std::vector<std::string> triads;
  for (const SignedTriad& triad : balance.triads) triads.push_back(triad_json(question, triad));
  const auto share = balance.share();
  return JsonObject()
      .add("triads", std::move(triads))
      .add("share", share ? json_number(*share) : "null")
      .add("balanced", std::to_string(balance.balanced()))
      .add("total", std::to_string(balance.total()));
}

Table table_of(const Question& question, const Balance& balance, Answer::Reader reader) {
  const auto called = [&](EntityId entity) {
    return reader == Answer::Reader::person ? question.name(entity) : question.id(entity);
  };
  Table table{{{"a"}, {"b"}, {"c"}, {"negative", Column::Align::right}, {"balanced"}}, {}};
  for (const SignedTriad& triad : balance.triads)
    table.rows.push_back({called(triad.a), called(triad.b), called(triad.c),
                          std::to_string(triad.negative), triad.balanced() ? "yes" : "no"});
  return table;
}

std::string text_of(const Question& question, const Balance& balance) {
  std::string text = std::to_string(balance.balanced()) + " of " + std::to_string(balance.total()) +
                     " signed triads are balanced";
  if (const auto share = balance.share())
    text += " (" + score_text(*share, Answer::Reader::person) + ")";
  text += '\n';
  for (const SignedTriad& triad : balance.triads)
    text += "  " + question.shown(triad.a) + ", " + question.shown(triad.b) + ", " +
            question.shown(triad.c) + ": " + std::to_string(triad.negative) + " negative, " +
            (triad.balanced() ? "balanced" : "not balanced") + "\n";
  return text;
}

Exit run_balance(const Call& call) {
  const Question question = ask(call);
  const Network network = question.graph.select(question.selection);
  const Balance found =
      balance(network, edge_signs(question.graph, network),
              {.limit = call.count("--limit", 1).value_or(1000), .run = question.run});
  const Exit exit =
      print({.json = [&] { return json_of(question, found); },
             .table = [&](Answer::Reader reader) { return table_of(question, found, reader); },
             .text = [&] { return text_of(question, found); },
             .counts = network.counts(),
             .nothing = found.total() == 0 ? "no three are all tied with a sign" : ""},
            call, question);
  if (found.completeness == Completeness::complete) return exit;
  return say_limit("not all triads are listed, though all are counted; --limit N lists more");
}

}  // namespace

Verb balance_verb() {
  Verb verb;
  verb.name = "balance";
  verb.summary = "triads of friends and enemies, and the share of balanced ones";
  verb.options = {{"--limit", "N", "list no more than N triads (1000)"}};
  verb.formats = row_formats();
  verb.examples = {"entente balance data/japan-nato",
                   "entente balance data/japan-nato --as-of 2023-07-12 --format json"};
  verb.run = run_balance;
  return verb;
}

}  // namespace entente::tool
