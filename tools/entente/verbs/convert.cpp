#include <algorithm>
#include <filesystem>
#include <iostream>
#include <sstream>

#include <entente/answer/extract.hpp>
#include <entente/io/convert.hpp>
#include <entente/io/dossier_writer.hpp>
#include <entente/system/output.hpp>
#include <entente/text/language.hpp>
#include <entente/text/safe.hpp>

#include "command_line.hpp"
#include "question.hpp"
#include "sink.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

using Writer = LossReport (*)(std::ostream&, const Dossier&, const Vocabulary&,
                              const ConvertOptions&);

LossReport lossless_json(std::ostream& out, const Dossier& dossier, const Vocabulary&,
                         const ConvertOptions&) {
  write_json(out, dossier);
  return {};
}

LossReport lossless_lines(std::ostream& out, const Dossier& dossier, const Vocabulary&,
                          const ConvertOptions&) {
  write_json_lines(out, dossier);
  return {};
}

struct Target {
  std::string_view name;
  Writer write;
};

constexpr Target targets[] = {
    {"json", lossless_json},        {"jsonl", lossless_lines},      {"dot", write_plain_dot},
    {"node-link", write_node_link}, {"cytoscape", write_cytoscape},
};

std::vector<std::string_view> target_names() {
  std::vector<std::string_view> names;
  for (const Target& target : targets) names.push_back(target.name);
  return names;
}

/// The format asked for, which `--format` may say as on every verb, else that of the file's ending,
/// else JSON.
std::string target_name(const Call& call) {
  const std::string to = call.text("--to");
  const std::string format = call.text("--format");
  if (!to.empty() && !format.empty() && to != format)
    throw InvalidArgument("usage", "--to and --format name two formats; one of them is enough");
  if (!to.empty()) return to;
  if (!format.empty()) return format == "graph" ? "json" : format;
  const std::string ending = std::filesystem::path(call.output.file).extension().string();
  if (ending == ".gv") return "dot";
  return ending.empty() ? "json" : ending.substr(1);
}

const Target& target_of(const Call& call) {
  const std::string name = target_name(call);
  const auto found = std::ranges::find(targets, name, &Target::name);
  if (found != std::end(targets)) return *found;
  throw InvalidArgument("unsupported-format",
                        "convert cannot write '" + terminal_safe(name) + "'" +
                            did_you_mean(name, target_names()) +
                            "\n--to takes json, jsonl, dot, node-link or cytoscape");
}

/// Says what was lost, or refuses to lose it.
void report(const Call& call, const LossReport& losses) {
  if (call.has("--report")) write_file(call.text("--report"), to_json(losses) + "\n");
  if (losses.empty()) return;
  std::cerr << "entente: not carried over:\n" << describe(losses);
  if (call.has("--strict"))
    throw Error(Exit::bad_data, "lossy", "nothing is written, since --strict refuses to lose");
}

void check_convert(const Call& call) {
  static_cast<void>(target_of(call));
}

Exit run_convert(const Call& call, const Question& question) {
  const Target& target = target_of(call);
  const Dossier dossier =
      answers::dossier_of(question.graph, question.graph.facts(question.selection));
  std::ostringstream text;
  const LossReport losses =
      target.write(text, dossier, question.graph.vocabulary(),
                   {.languages = LanguagePreference::parse(question.languages).tags()});
  report(call, losses);
  write(call.output, text.view());
  return Exit::answered;
}

}  // namespace

Verb convert_verb() {
  Verb verb;
  verb.name = "convert";
  verb.summary = "a dossier, or a selection of it, in another format, with a loss report";
  verb.options = {{"--from", "FORMAT", "json or jsonl; else the input tells", {"json", "jsonl"}},
                  {"--to", "FORMAT", "json, jsonl, dot, node-link or cytoscape"},
                  {"--report", "FILE", "the loss report as JSON"},
                  {"--strict", "", "write nothing if something would be lost"}};
  verb.examples = {"entente convert data/japan-nato --to node-link --output network.json",
                   "entente convert data/japan-nato --as-of 2013-06-30 --to jsonl"};
  verb.check = check_convert;
  verb.run = run_convert;
  return verb;
}

}  // namespace entente::tool
