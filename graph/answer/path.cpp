#include <entente/io/json_text.hpp>

#include "answer.hpp"
#include "path_search.hpp"
#include "paths.hpp"
#include "say.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

std::string no_path(const Question& question, EntityId from, EntityId to) {
  return "no path from " + question.name(from) + " to " + question.name(to) +
         " in the selected relations";
}

RelationRows all_steps(const SelectedFacts& facts, const std::vector<Path>& paths) {
  RelationRows rows;
  for (const Path& path : paths)
    for (const SelectedRelation& row : steps_of(facts, path)) rows.push_back(row);
  return rows;
}

std::string bounds_json(const PathBounds& bounds) {
  JsonText json;
  json.open_object();
  for (const auto& [name, distance] :
       {std::pair("certain", bounds.certain), std::pair("possible", bounds.possible)}) {
    json.key(name);
    if (distance)
      json.value(*distance);
    else
      json.null();
  }
  return json.close_object().str();
}

std::string bounds_text(const PathBounds& bounds) {
  const auto said = [](const std::optional<double>& distance) {
    return distance ? json_number(*distance) : std::string("no path");
  };
  return "distance in what certainly holds: " + said(bounds.certain) +
         "; in what possibly holds: " + said(bounds.possible) + "\n";
}

Exit run_path(const Call& call) {
  const Question question = ask(call);
  const EntityId from = question.entity(call.arguments[0]);
  const EntityId to = question.entity(call.arguments[1]);
  const SelectedFacts facts = question.graph.facts(question.selection);
  const FoundPaths found = find_paths(call, question, from, to);
  const bool with_bounds = call.has("--bounds");
  const PathBounds bounds = with_bounds ? path_bounds(call, question, from, to) : PathBounds{};
  const Exit exit = print(
      {.json =
           [&] {
             std::vector<std::string> list;
             for (const Path& path : found.paths) list.push_back(path_json(question, facts, path));
             JsonObject object;
             object.add("paths", std::move(list));
             if (with_bounds) object.add("bounds", bounds_json(bounds));
             return object;
           },
       .table =
           [&](Answer::Reader reader) { return paths_table(question, facts, found.paths, reader); },
       .text =
           [&] {
             return paths_text(question, facts, found.paths) +
                    (with_bounds ? bounds_text(bounds) : "");
           },
       .facts =
           [&] {
             return facts_of(question, all_steps(facts, found.paths), {from, to});
           },
       .counts = facts.counts,
       .nothing = found.paths.empty() ? no_path(question, from, to) : ""},
      call, question);
  return found.left_out.empty() ? exit : say_limit(found.left_out);
}

}  // namespace

Verb path_verb() {
  Verb verb;
  verb.name = "path";
  verb.summary = "how two are connected: the shortest path, hop by hop with dates and sources";
  verb.arguments = {{"A", "B"}};
  verb.options = path_options();
  verb.formats = fact_formats();
  verb.examples = {"entente path data/japan-nato 尹锡悦 马克龙 --type met_with",
                   "entente path data/japan-nato japan france --all-shortest --format json"};
  verb.run = run_path;
  return verb;
}

}  // namespace entente::tool
