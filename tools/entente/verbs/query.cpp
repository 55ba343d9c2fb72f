#include <algorithm>
#include <fstream>
#include <iterator>

#include <entente/answer/query.hpp>
#include <entente/io/property_graph.hpp>
#include <entente/model/problem.hpp>
#include <entente/system/output.hpp>

#include "allow_one_of.hpp"
#include "print.hpp"
#include "question.hpp"
#include "read_limits.hpp"
#include "say.hpp"
#include "sink.hpp"
#include "terminal/progress.hpp"
#include "terminal/standard_output.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

using answers::QueryAnswer;
using answers::QueryParameters;
using query::QueryError;

bool is_property_graph(const Call& call) {
  return call.text("--from") == "property-graph";
}

bool answers_in_json(const Call& call) {
  const Format format = call.output.format;
  return format == Format::json || format == Format::jsonl || format == Format::json_typed;
}

std::string text_of_query(const Call& call) {
  if (!call.has("--file")) return call.arguments.front();
  const std::string path = call.text("--file");
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError(Exit::input_missing, "input-missing", "there is no query file " + path);
  return {std::istreambuf_iterator<char>(in), {}};
}

QueryParameters parameters_of(const Call& call) {
  QueryParameters parameters;
  for (const std::string& pair : call.list("--param")) {
    const std::size_t sign = pair.find('=');
    if (sign == std::string::npos || sign == 0)
      throw InvalidArgument("bad-option-value", "--param takes NAME=VALUE, not '" + pair + "'");
    parameters.parameters[pair.substr(0, sign)] = query::parameter_from(pair.substr(sign + 1));
  }
  if (const auto steps = call.count("--max-steps", 1)) parameters.limits.steps = *steps;
  if (const auto memory = call.count("--max-memory", 1)) parameters.limits.memory = *memory;
  return parameters;
}

/// What has no effect on a query, or none on a graph without dates and sources.
void check_query(const Call& call) {
  for (const std::string_view option : {"--direction", "--isolated"})
    if (call.has(option))
      throw InvalidArgument(
          "no-effect", std::string(option) + " has no effect on a query, whose patterns say it");
  if (!is_property_graph(call)) return;
  for (const Option& option : selection_options())
    if (call.has(option.name))
      throw InvalidArgument("no-effect", std::string(option.name) +
                                             " has no effect on a property graph; it applies to a "
                                             "dossier");
  if (call.output.format == Format::dot || call.output.format == Format::graph)
    throw InvalidArgument("unsupported-format",
                          "a query of a property graph has no format " +
                              std::string(to_string(call.output.format)) +
                              "\nit answers as text, table, csv, tsv, json, jsonl, markdown, "
                              "json-typed");
  if (call.dossiers.size() != 1)
    throw InvalidArgument("usage", "one property graph is asked at a time");
}

Exit say_query_error(const Call& call, const QueryError& error) {
  if (!answers_in_json(call)) throw error;
  write_to_stderr(error.json() + '\n');
  return static_cast<Exit>(error.exit_code());
}

Exit say_limit_reached(const Call& call, const LimitReached& error) {
  if (!answers_in_json(call)) throw error;
  std::string message = error.what();
  std::string hint;
  if (const std::size_t end = message.find('\n'); end != std::string::npos) {
    hint = message.substr(end + 1);
    message.resize(end);
  }
  const query::Fault fault{.phase = query::Phase::runtime,
                           .type = "LimitReached",
                           .code = error.code(),
                           .message = message,
                           .hint = hint};
  write_to_stderr(QueryError(fault, "").json() + '\n');
  return Exit::limit;
}

Exit print_answer(const Call& call, const QueryAnswer& answer) {
  if (call.output.format == Format::json_typed) {
    write(call.output, answers::typed_json(answer));
    return answer.nothing.empty() ? Exit::answered : Exit::empty;
  }
  return print(answer, call);
}

struct Asked {
  Question question;
  query::Source source;
};

Asked ask_query(const Call& call) {
  if (!is_property_graph(call)) {
    Question question = ask(call, call.dossiers);
    query::Source source(question.graph);
    return {std::move(question), std::move(source)};
  }
  PropertyGraph graph = read_property_graph(call.dossiers.front(), read_limits(call));
  try {
    query::Source source(std::move(graph));
    return {{.graph = Graph({}, Vocabulary("plain", {}, {})),
             .languages = call.output.languages,
             .run = run_control(call)},
            std::move(source)};
  } catch (const InvalidArgument& error) {
    throw Error(Exit::bad_data, error.code(), call.dossiers.front() + ": error: " + error.what());
  }
}

Exit answer_all(const Call& call, Asked asked) {
  const std::string text = text_of_query(call);
  const QueryParameters parameters = parameters_of(call);
  std::vector<query::Prepared> prepared;
  std::vector<std::string> statements = query::statements(text);
  if (statements.empty()) statements.push_back(text);
  for (const std::string& statement : statements)
    prepared.push_back(query::prepare(asked.source, statement));
  Exit exit = Exit::answered;
  for (const query::Prepared& each : prepared) {
    // A plain graph has no vocabulary: that a label is missing is no mistake.
    if (!is_property_graph(call))
      for (const std::string& remark : each.remarks()) say_remark(remark);
    if (call.has("--explain") || call.has("--rewrite")) {
      write(call.output, call.has("--explain") ? each.explain()
                                               : each.rewritten(asked.question.selection) + '\n');
      continue;
    }
    constexpr std::chrono::seconds usual_time{30};
    const auto seconds = call.number("--timeout");
    asked.question.run.deadline =
        deadline_in(seconds ? std::chrono::milliseconds(static_cast<std::int64_t>(*seconds * 1000))
                            : usual_time);
    const Exit here = print_answer(call, answers::query(asked.question, each, parameters));
    if (exit == Exit::answered) exit = here;
  }
  return exit;
}

Exit run_query(const Call& call) {
  check_query(call);
  Asked asked = ask_query(call);
  try {
    return answer_all(call, std::move(asked));
  } catch (const QueryError& error) {
    return say_query_error(call, error);
  } catch (const LimitReached& error) {
    return say_limit_reached(call, error);
  }
}

/// With --file the dossiers stand alone.
Arguments query_arguments(const Call& call, const std::vector<std::string>&) {
  if (call.has("--file")) return {};
  return {{"QUERY"}};
}

}  // namespace

Verb query_verb() {
  Verb verb;
  verb.name = "query";
  verb.summary = "patterns in a language: who with whom, how, as of when, certain or possible";
  verb.arguments = {{"QUERY"}};
  verb.arguments_for = query_arguments;
  verb.formats = fact_formats();
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
