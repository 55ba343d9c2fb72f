#include <algorithm>
#include <tuple>
#include <utility>

#include <entente/algorithm/grouping.hpp>
#include <entente/answer/structure.hpp>
#include <entente/base/json_text.hpp>
#include <entente/network/network.hpp>

#include "answer/notes/apart_notes.hpp"
#include "answer/notes/notes.hpp"
#include "answer/question_run.hpp"
#include "answer/rows/rows.hpp"
#include "words/nothing_words.hpp"

namespace entente::answers {
namespace {

/// The kind that each group of group_by_kind() stands for.
std::vector<std::string> kinds_of_groups(const Graph& graph, const Grouping& grouping) {
  std::vector<std::string> kinds;
  for (std::uint32_t i = 0; i < grouping.size(); ++i) {
    if (grouping[i] >= kinds.size()) kinds.resize(grouping[i] + std::size_t{1});
    kinds[grouping[i]] = graph.kind(EntityId(i));
  }
  return kinds;
}

std::vector<KindTies> ties_of_kinds(const Graph& graph, const Network& network,
                                    const Grouping& grouping) {
  const std::vector<std::string> kinds = kinds_of_groups(graph, grouping);
  std::vector<KindTies> pairs;
  for (const GroupTies& ties : ties_between_groups(network, grouping)) {
    KindTies pair{kinds[ties.from], kinds[ties.to], ties.ties};
    const bool undirected = network.directedness() == Directedness::undirected;
    if (undirected && pair.to < pair.from) std::swap(pair.from, pair.to);
    pairs.push_back(std::move(pair));
  }
  std::ranges::sort(pairs, [](const KindTies& a, const KindTies& b) {
    return std::tie(a.from, a.to) < std::tie(b.from, b.to);
  });
  return pairs;
}

}  // namespace

CensusAnswer census(const Question& asked, const FoldingParameters& folding) {
  const QuestionRun running(asked);
  CensusAnswer answer(asked);
  const Question& question = answer.question;
  const Network network =
      question.graph.select(question.selection, projection_for("degree", folding));
  answer.census = triad_census(network, question.run);
  rest_on(answer, question.graph.facts(question.selection));
  note_apart(answer, network);
  if (network.vertex_count() < 3)
    answer.nothing = nothing_text(NothingWord::fewer_than_three, question.languages);
  return given(std::move(answer));
}

JsonObject CensusAnswer::json() const {
  JsonText text;
  text.open_object();
  for (std::size_t i = 0; i < TriadCensus::names.size(); ++i)
    text.member(TriadCensus::names[i], census.counts[i]);
  return JsonObject().add("census", text.close_object().str());
}

Table CensusAnswer::table(Reader) const {
  Table table{{{"triad"}, {"count", Column::Align::right}}, {}};
  for (std::size_t i = 0; i < TriadCensus::names.size(); ++i)
    table.rows.push_back({std::string(TriadCensus::names[i]), std::to_string(census.counts[i])});
  return table;
}

MixingAnswer mixing_of_kinds(const Question& asked) {
  const QuestionRun running(asked);
  MixingAnswer answer(asked);
  const Question& question = answer.question;
  const Network network = question.graph.select(question.selection);
  const Grouping grouping = group_by_kind(question.graph);
  answer.assortativity = assortativity(network, grouping);
  answer.pairs = ties_of_kinds(question.graph, network, grouping);
  rest_on(answer, question.graph.facts(question.selection));
  if (answer.pairs.empty())
    answer.nothing = nothing_text(NothingWord::no_two_tied, question.languages);
  return given(std::move(answer));
}

JsonObject MixingAnswer::json() const {
  JsonText text;
  text.open_object().key("assortativity");
  if (assortativity)
    text.value(*assortativity);
  else
    text.null();
  text.key("pairs").open_list();
  for (const KindTies& pair : pairs)
    text.open_object()
        .member("from", pair.from)
        .member("to", pair.to)
        .member("ties", pair.ties)
        .close_object();
  return JsonObject().add("mixing", text.close_list().close_object().str());
}

Table MixingAnswer::table(Reader) const {
  Table table{{{"from"}, {"to"}, {"ties", Column::Align::right}}, {}};
  for (const KindTies& pair : pairs)
    table.rows.push_back({pair.from, pair.to, std::to_string(pair.ties)});
  return table;
}

std::optional<std::string> MixingAnswer::sentences() const {
  std::string text = "assortativity by kind " +
                     (assortativity ? json_number(*assortativity) : "unknown: one kind only") +
                     "\n";
  for (const KindTies& pair : pairs)
    text += pair.from + " and " + pair.to + ": " + std::to_string(pair.ties) +
            (pair.ties == 1 ? " tie\n" : " ties\n");
  return text;
}

}  // namespace entente::answers
