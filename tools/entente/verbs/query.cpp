#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

#include "dossier_arguments.hpp"
#include "picture.hpp"
#include "query_call.hpp"
#include "shell/shell.hpp"
#include "terminal/terminal.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

std::string text_of_query(const Call& call) {
  if (!call.has("--file")) return call.arguments.front();
  const std::string path = call.text("--file");
  std::string text;
  if (path == "-") {
    text.assign(std::istreambuf_iterator<char>(std::cin), {});
  } else {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw IoError(Exit::input_missing, "input-missing", "there is no query file " + path);
    text.assign(std::istreambuf_iterator<char>(in), {});
  }
  constexpr std::string_view mark = "\xEF\xBB\xBF";  // which editors put before UTF-8
  if (text.starts_with(mark)) text.erase(0, mark.size());
  return text;
}

Exit run_query(const Call& call) {
  const bool has_text = call.has("--file") || !call.arguments.empty();
  try {
    check_query(call);
    if (!has_text && !is_on_terminal())
      throw InvalidArgument(
          "usage",
          "there is no query\ngive its text behind the dossier, or --file FILE; on a "
          "terminal a shell takes many");
    QueriedGraph asked = open_queried_graph(call);
    return has_text ? answer_queries(call, asked, text_of_query(call)) : run_shell(call, asked);
  } catch (const query::QueryError& error) {
    return say_query_error(call, error);
  } catch (const Error& error) {
    return say_query_failure(call, error);
  }
}

/// With --file the dossiers stand alone; so they do where a shell asks for the queries.
Arguments query_arguments(const Call& call, const std::vector<std::string>& positionals) {
  const bool only_inputs = std::ranges::all_of(positionals, is_input);
  if (call.has("--file") || only_inputs) return {};
  return {{"QUERY"}};
}

}  // namespace

Verb query_verb() {
  Verb verb;
  verb.name = "query";
  verb.summary = "patterns in a language: who with whom, how, as of when, certain or possible";
  verb.arguments = {{"[QUERY]"}};
  verb.arguments_for = query_arguments;
  verb.formats = with_pictures(fact_formats());
  verb.formats.push_back(Format::json_typed);
  verb.examples = {
      "entente query data/japan-nato \"MATCH (c:country)-[:party_to]->(a) AS OF '2023' RETURN "
      "c.name, a.name\"",
      "entente query data/japan-nato \"MATCH p = ANY SHORTEST (a {name: '尹锡悦'})-[*]-(b {name: "
      "'Emmanuel Macron'}) RETURN p\" --format json-typed"};
  verb.run_alone = run_query;
  return verb;
}

}  // namespace entente::tool
