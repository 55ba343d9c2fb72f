#include "query_call.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <utility>

#include <entente/answer/query.hpp>
#include <entente/io/property_graph.hpp>
#include <entente/model/problem.hpp>
#include <entente/render/diagram.hpp>
#include <entente/render/svg.hpp>
#include <entente/system/output.hpp>
#include <entente/text/safe.hpp>

#include "allow_one_of.hpp"
#include "command_line.hpp"
#include "picture.hpp"
#include "print.hpp"
#include "question.hpp"
#include "read_limits.hpp"
#include "say.hpp"
#include "sink.hpp"
#include "terminal/interruption.hpp"
#include "terminal/progress.hpp"
#include "terminal/signals.hpp"
#include "terminal/standard_output.hpp"
#include "terminal/terminal.hpp"

namespace entente::tool {
namespace {

using answers::QueryAnswer;
using answers::QueryParameters;
using query::QueryError;

bool answers_in_json(const Call& call) {
  const Format format = call.output.format;
  return format == Format::json || format == Format::jsonl || format == Format::json_typed;
}

QueryParameters parameters_of(const Call& call) {
  QueryParameters parameters;
  for (const std::string& pair : call.list("--param")) {
    const std::size_t sign = pair.find('=');
    if (sign == std::string::npos || sign == 0)
      throw InvalidArgument("bad-option-value", "--param takes NAME=VALUE, not '" + pair + "'");
    const auto [place, is_new] = parameters.parameters.try_emplace(
        pair.substr(0, sign), query::parameter_from(pair.substr(sign + 1)));
    if (!is_new)
      throw InvalidArgument("bad-option-value",
                            "--param gives " + terminal_safe(place->first) + " twice");
  }
  if (const auto steps = call.count("--max-steps", 1)) parameters.limits.steps = *steps;
  if (const auto memory = call.count("--max-memory", 1)) parameters.limits.memory = *memory;
  if (call.has("--profile")) parameters.profile = query::Profile::on;
  return parameters;
}

/// The nodes, edges and paths of the rows.
Diagram drawing_of(const Call& call, const QueryAnswer& answer) {
  const Graph& graph = answer.question.graph;
  return diagram(graph, answer.facts().value(), answer.selection(),
                 diagram_options(with_whole_names(call, graph), answer.question));
}

/// How rows are written one by one, which takes no memory.
std::optional<answers::RowText> row_text(const Call& call) {
  switch (call.output.format) {
    case Format::text:
      return answers::RowText::text;
    case Format::table:
      return answers::RowText::table;
    case Format::markdown:
      return answers::RowText::markdown;
    case Format::html:
      return answers::RowText::html;
    case Format::json:
      return answers::RowText::json;
    case Format::csv:
      return answers::RowText::csv;
    case Format::tsv:
      return answers::RowText::tsv;
    case Format::jsonl:
      return answers::RowText::json_lines;
    default:
      return std::nullopt;
  }
}

Exit print_answer(const Call& call, const QueryAnswer& answer) {
  if (call.output.format == Format::json_typed) {
    write(call.output, [&](std::ostream& out) {
      answers::write_rows(out, answer, answers::RowText::json_typed);
    });
    return answer.nothing.empty() ? Exit::answered : Exit::empty;
  }
  if (const auto rows = row_text(call))
    return print(
        answer, call, std::function<void(std::ostream&)>([&](std::ostream& out) {
          answers::write_rows(out, answer, *rows, {call.output.cells, table_style(call.output)});
        }));
  Diagram drawing;
  const std::function<std::string()> picture = [&] {
    drawing = drawing_of(call, answer);
    return to_svg(drawing);
  };
  const Exit exit = print(answer, call, picture);
  return drawing.left_out == 0 ? exit : say_entities_left_out(drawing);
}

/// Answers stand one behind the other, of which most formats would make no one document.
void refuse_several(const Call& call, std::size_t count) {
  const Format format = call.output.format;
  constexpr std::array one_by_one = {Format::text, Format::table, Format::markdown, Format::jsonl};
  const bool writes_text = call.has("--explain") || call.has("--rewrite") || call.has("--profile");
  if (writes_text || std::ranges::find(one_by_one, format) != one_by_one.end()) return;
  throw InvalidArgument(
      "several-answers",
      std::to_string(count) + " queries have as many answers, and " +
          std::string(to_string(format)) +
          " holds one\nask them one by one, or as text, table, markdown or jsonl");
}

/// A value for a name that no query has is a slip.
void refuse_unused(const QueryParameters& parameters, const std::vector<query::Prepared>& queries) {
  std::vector<std::string_view> taken;
  for (const query::Prepared& query : queries)
    taken.insert(taken.end(), query.parameters().begin(), query.parameters().end());
  for (const auto& [name, value] : parameters.parameters)
    if (std::ranges::find(taken, name) == taken.end())
      throw InvalidArgument("no-effect", "--param " + terminal_safe(name) +
                                             " has no effect: the query does not name $" +
                                             terminal_safe(name) + did_you_mean(name, taken));
}

}  // namespace

bool is_property_graph(const Call& call) {
  return call.text("--from") == "property-graph";
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
  constexpr std::array drawn = {Format::dot, Format::graph, Format::svg, Format::png, Format::pdf};
  if (std::ranges::find(drawn, call.output.format) != drawn.end())
    throw InvalidArgument("unsupported-format",
                          "a query of a property graph has no format " +
                              std::string(to_string(call.output.format)) +
                              "\nit answers as text, table, csv, tsv, json, jsonl, markdown, html, "
                              "json-typed");
  if (call.dossiers.size() != 1)
    throw InvalidArgument("usage", "one property graph is asked at a time");
}

Exit say_query_error(const Call& call, const QueryError& error) {
  if (!answers_in_json(call)) throw;
  write_to_stderr(error.json() + '\n');
  return static_cast<Exit>(error.exit_code());
}

namespace {

/// The first error of a file, with its place there; of the others how many there are.
void tell_of_input(query::Fault& fault, const std::vector<Problem>& problems) {
  const auto is_error = [](const Problem& each) { return each.severity == Severity::error; };
  Problem first = *std::ranges::find_if(problems, is_error);
  fault.hint = terminal_safe(std::exchange(first.hint, {}));
  fault.message = describe(first);
  if (const auto others = std::ranges::count_if(problems, is_error) - 1; others > 0)
    fault.message +=
        " (and " + std::to_string(others) + (others == 1 ? " error more)" : " errors more)");
  fault.line = first.line;
  fault.column = first.column;
  fault.length = first.line > 0 ? 1 : 0;
}

}  // namespace

Exit say_query_failure(const Call& call, const Error& error) {
  if (!answers_in_json(call)) throw;
  if (const auto* limit = dynamic_cast<const query::QueryLimit*>(&error)) {
    write_to_stderr(limit->error().json() + '\n');
    return Exit::limit;
  }
  const auto exit = static_cast<Exit>(error.exit_code());
  if (exit == Exit::interrupted || exit == Exit::terminated) throw;
  query::Fault fault{
      .phase = exit == Exit::usage ? query::Phase::compile_time : query::Phase::runtime,
      .type = exit == Exit::limit   ? "LimitReached"
              : exit == Exit::usage ? "UsageError"
                                    : "InputError",
      .code = error.code(),
      .message = error.what()};
  if (const auto* const bad = dynamic_cast<const DossierError*>(&error)) {
    tell_of_input(fault, bad->problems());
  } else if (const std::size_t end = fault.message.find('\n'); end != std::string::npos) {
    fault.hint = fault.message.substr(end + 1);
    constexpr std::string_view before = "  hint: ";
    if (fault.hint.starts_with(before)) fault.hint.erase(0, before.size());
    fault.message.resize(end);
  }
  write_to_stderr(QueryError(fault, "").json() + '\n');
  return exit;
}

QueriedGraph open_queried_graph(const Call& call) {
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

namespace {

/// Ctrl-C is not the end at once: the query says where it was.
QueryAnswer answered(Question& question, const query::Prepared& prepared,
                     const QueryParameters& parameters, const std::atomic<bool>* stop) {
  std::optional<Interruption> interruption;
  if (stop == nullptr) stop = interruption.emplace(Interruption::SecondTime::ends_the_tool).flag();
  question.run.stop = stop;
  const auto over = std::unique_ptr<Question, void (*)(Question*)>(
      &question, [](Question* asked) { asked->run.stop = nullptr; });
  return answers::query(question, prepared, parameters);
}

}  // namespace

Exit answer_queries(const Call& call, QueriedGraph& asked, const std::string& text,
                    const std::atomic<bool>* stop) {
  const QueryParameters parameters = parameters_of(call);
  std::vector<query::Prepared> prepared;
  std::vector<std::string> statements = query::statements(text);
  if (statements.empty()) statements.push_back(text);
  // A shell's answers are read one by one.
  if (stop == nullptr && statements.size() > 1) refuse_several(call, statements.size());
  for (const std::string& statement : statements)
    prepared.push_back(query::prepare(asked.source, statement));
  // A shell has many queries to come.
  if (stop == nullptr) refuse_unused(parameters, prepared);
  Exit exit = Exit::answered;
  for (const query::Prepared& each : prepared) {
    for (const std::string& remark : each.remarks()) say_remark(remark);
    if (call.has("--explain") || call.has("--rewrite")) {
      write(call.output, call.has("--explain") ? each.explain()
                                               : each.rewritten(asked.question.selection) + '\n');
      continue;
    }
    constexpr std::chrono::seconds usual_time{30};
    asked.question.run.deadline = deadline_in(timeout_of(call).value_or(usual_time));
    const QueryAnswer answer = answered(asked.question, each, parameters, stop);
    if (call.has("--profile")) {
      write(call.output, answer.result.profile);
      continue;
    }
    const Exit here = print_answer(call, answer);
    if (exit == Exit::answered) exit = here;
  }
  return exit;
}

}  // namespace entente::tool
