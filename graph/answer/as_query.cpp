// Verbs as pattern queries.

#include <algorithm>

#include <fmt/format.h>

#include <entente/answer/as_query.hpp>
#include <entente/error.hpp>
#include <entente/model/vocabulary.hpp>

#include "base/joined.hpp"

namespace entente::answers {
namespace {

std::string quoted(std::string_view text) {
  std::string result = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') result += '\\';
    result += c;
  }
  return result + "'";
}

/// A type or a kind: in backticks unless it is a plain word.
std::string word(std::string_view name) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  };
  if (!name.empty() && std::ranges::all_of(name, is_plain) && !(name[0] >= '0' && name[0] <= '9'))
    return std::string(name);
  return "`" + std::string(name) + "`";
}

std::string list_of(const std::vector<std::string>& texts) {
  return "[" + joined(texts, ", ", quoted) + "]";
}

[[noreturn]] void refuse_query(std::string_view what) {
  throw InvalidArgument("no-query", fmt::format("a pattern query cannot say {}\nleave that out, or "
                                                "give it to `entente query` beside the query",
                                                what));
}

/// The period before the query; of what is asked about periods, patterns know only these.
std::string period_of(const Selection& selection) {
  std::string text;
  const auto add = [&](std::string_view words, const std::string& date) {
    if (!date.empty()) text += fmt::format("{} {} ", words, quoted(date));
  };
  add("AS OF", selection.as_of);
  add("DURING", selection.during);
  add("THROUGHOUT", selection.throughout);
  add("KNOWN AT", selection.known_at);
  if (selection.keep == Keep::certain_only) {
    if (text.empty()) refuse_query("--certain without a period");
    text += "CERTAINLY ";
  }
  if (selection.undated == Undated::listed && !text.empty()) text += "WITH UNDATED ";
  return text;
}

void check_selection(const Selection& selection) {
  if (!selection.observed_through.empty()) refuse_query("--observed-through");
  if (selection.inference == Inference::off) refuse_query("--no-inference");
  if (selection.presume_lasting == Lasting::presumed) refuse_query("--presume-lasting");
  if (!selection.attested_within.empty()) refuse_query("--attested-within");
  const bool has_period = !selection.as_of.empty() || !selection.during.empty() ||
                          !selection.throughout.empty() || !selection.known_at.empty();
  if (!selection.sources.empty() && has_period) refuse_query("--source under a period");
}

/// What an edge must be like, whatever its type.
std::vector<std::string> conditions_of(const Selection& selection) {
  std::vector<std::string> all;
  if (!selection.modalities.empty())
    all.push_back("r.modality IN [" +
                  joined(selection.modalities, ", ",
                         [](Modality modality) { return quoted(to_string(modality)); }) +
                  "]");
  if (!selection.sources.empty())
    all.push_back("any(s IN sources(r) WHERE s IN " + list_of(selection.sources) + ")");
  if (!selection.kinds.empty()) {
    const std::string kinds = joined(selection.kinds, "|", word);
    all.push_back(fmt::format("startNode(r):{} AND endNode(r):{}", kinds, kinds));
  }
  return all;
}

/// `-[r:T*1..3 WHERE …]-`
std::string edge_of(const Selection& selection, std::string_view range,
                    const std::vector<std::string>& conditions) {
  std::string text = "[r";
  if (!selection.types.empty()) text += ":" + joined(selection.types, "|", word);
  text += range;
  if (!conditions.empty()) text += " WHERE " + joined(conditions, " AND ");
  text += "]";
  return fmt::format("{}-{}-{}", selection.direction == Direction::in ? "<" : "", text,
                     selection.direction == Direction::out ? ">" : "");
}

/// The selection if patterns can say it, with its types by their own ids.
Selection sayable(const Question& question) {
  check_selection(question.selection);
  Selection selection = question.selection;
  for (std::string& name : selection.types)
    for (const RelationType& type : question.graph.vocabulary().types())
      if (type.inverse_id == name) name = type.id;
  return selection;
}

std::string node_of(std::string_view name, std::string_view id) {
  return fmt::format("({} {{id: {}}})", name, quoted(id));
}

}  // namespace

std::string as_query(const Question& asked, const ShowParameters& parameters) {
  const Question question = understood(asked);
  const Selection selection = sayable(question);
  const std::string id = question.id(question.entity(parameters.entity));
  return fmt::format("{}MATCH {}{}() RETURN r.id AS relation ORDER BY relation",
                     period_of(selection), node_of("e", id),
                     edge_of(selection, "", conditions_of(selection)));
}

std::string as_query(const Question& asked, const NeighborsParameters& parameters) {
  const Question question = understood(asked);
  const Selection selection = sayable(question);
  const std::string id = question.id(question.entity(parameters.entity));
  const std::string conditions = fmt::format(" WHERE n.id <> {} ", quoted(id));
  if (parameters.depth == 1)
    return fmt::format(
        "{}MATCH {}{}(n){}RETURN DISTINCT n.id AS entity, 1 AS distance ORDER BY entity",
        period_of(selection), node_of("e", id), edge_of(selection, "", conditions_of(selection)),
        conditions);
  return fmt::format(
      "{}MATCH p = ANY SHORTEST {}{}(n){}RETURN n.id AS entity, length(p) AS distance ORDER BY "
      "distance, entity",
      period_of(selection), node_of("e", id),
      edge_of(selection, fmt::format("*1..{}", parameters.depth), conditions_of(selection)),
      conditions);
}

std::string as_query(const Question& asked, const PathParameters& parameters) {
  const Question question = understood(asked);
  const Selection selection = sayable(question);
  if (!parameters.weight.empty()) refuse_query("--weight");
  if (parameters.routes == Routes::k_shortest) refuse_query("--k");
  if (parameters.distances == Distances::bounds) refuse_query("--bounds");
  std::vector<std::string> conditions = conditions_of(selection);
  if (!parameters.avoid.empty()) {
    std::vector<std::string> ids;
    for (const EntityId entity : question.entities(parameters.avoid))
      ids.push_back(question.id(entity));
    const std::string list = list_of(ids);
    conditions.push_back(
        fmt::format("NOT startNode(r).id IN {} AND NOT endNode(r).id IN {}", list, list));
  }
  if (!parameters.avoid_types.empty())
    conditions.push_back("NOT type(r) IN " + list_of(parameters.avoid_types));
  const bool within = parameters.routes == Routes::within_hops;
  const EntityId from = question.entity(parameters.from);
  const EntityId to = question.entity(parameters.to);
  // Whoever is sought is there already: the path of no hops.
  const std::string least = from == to ? "0" : within ? "1" : "";
  std::string range = within ? fmt::format("*{}..{}", least, parameters.max_hops) : "*";
  if (!within && !least.empty()) range += least + "..";
  std::string limit;
  if (parameters.routes == Routes::shortest)
    limit = " LIMIT 1";
  else if (parameters.limit)
    limit = fmt::format(" LIMIT {}", *parameters.limit);
  return fmt::format(
      "{}MATCH p = {} {}{}{} RETURN DISTINCT [n IN nodes(p) | n.id] AS entities, length(p) AS "
      "length ORDER BY length, entities{}",
      period_of(selection), within ? "ACYCLIC" : "ALL SHORTEST", node_of("a", question.id(from)),
      edge_of(selection, range, conditions), node_of("b", question.id(to)), limit);
}

std::string as_query(const Question& asked, const LineageParameters& parameters) {
  const Question question = understood(asked);
  Selection selection = sayable(question);
  selection.types.clear();
  for (const RelationType& type : question.graph.vocabulary().types())
    if (type.succession == Succession::lineage) selection.types.push_back(type.id);
  // Succession is read whatever the period and the kinds; the period says what was in force.
  selection.as_of.clear();
  selection.during.clear();
  selection.throughout.clear();
  selection.kinds.clear();
  selection.direction = Direction::both;
  if (selection.known_at.empty()) selection.keep = Keep::certain_and_possible;
  return fmt::format("{}MATCH p = ANY SHORTEST {}{}(n) RETURN n.id AS entity ORDER BY entity",
                     period_of(selection),
                     node_of("a", question.id(question.entity(parameters.agreement))),
                     edge_of(selection, "*0..", conditions_of(selection)));
}

}  // namespace entente::answers
