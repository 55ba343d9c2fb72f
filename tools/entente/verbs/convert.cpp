#include <functional>
#include <iostream>
#include <ostream>
#include <streambuf>

#include <entente/answer/extract.hpp>
#include <entente/io/convert.hpp>
#include <entente/io/format_list.hpp>
#include <entente/system/output.hpp>
#include <entente/text/language.hpp>
#include <entente/text/safe.hpp>

#include "command_line.hpp"
#include "options/applicability.hpp"
#include "output_options.hpp"
#include "question.hpp"
#include "sink.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

/// The format asked for, which `--format` may say as on every verb, else that of the file's ending,
/// else JSON.
std::string target_name(const Call& call) {
  const std::string to = call.text("--to");
  const std::string format = call.text("--format");
  if (!to.empty() && !format.empty() && to != format)
    throw InvalidArgument("usage", "--to and --format name two formats; one of them is enough");
  const std::string asked = asked_format(call);
  return asked == "graph" ? "json" : asked;
}

const DossierFormat& target_of(const Call& call) {
  const std::string name = target_name(call);
  if (const DossierFormat* format = find_dossier_format(name)) return *format;
  std::vector<std::string_view> names;
  for (const DossierFormat& format : dossier_formats()) names.push_back(format.name);
  throw InvalidArgument("unsupported-format", "convert cannot write '" + terminal_safe(name) + "'" +
                                                  did_you_mean(name, names) + "\n--to takes " +
                                                  listed_in_words(names, " or "));
}

/// Says what was lost.
void report(const Call& call, const LossReport& losses) {
  if (call.has("--report")) write_file(call.text("--report"), to_json(losses) + "\n");
  if (!losses.empty()) std::cerr << "entente: not carried over:\n" << describe(losses);
}

/// Swallows what is written to it.
class Nowhere : public std::streambuf {
  int overflow(int c) override { return traits_type::not_eof(c); }
  std::streamsize xsputn(const char*, std::streamsize count) override { return count; }
};

/// Finds out what would be lost before anything is written. @throws Error if something would.
void refuse_losses(const Call& call, const std::function<LossReport(std::ostream&)>& write_to) {
  Nowhere nowhere;
  std::ostream out(&nowhere);
  const LossReport losses = write_to(out);
  if (losses.empty()) return;
  report(call, losses);
  throw Error(Exit::bad_data, "lossy", "nothing is written, since --strict refuses to lose");
}

bool is_ours(const DossierFormat& target) {
  return target.name == "json" || target.name == "jsonl";
}

Dossier dossier_for(const DossierFormat& target, const Question& question) {
  return answers::dossier_of(question, question.graph.facts(question.selection),
                             is_ours(target) ? answers::Target::entente : answers::Target::others);
}

ConvertOptions options_of(const Question& question) {
  ConvertOptions options;
  options.languages = LanguagePreference::parse(question.languages).tags();
  options.selection = answers::selection_text(question);
  return options;
}

void check_convert(const Call& call) {
  static_cast<void>(target_of(call));
}

Exit run_convert(const Call& call, const Question& question) {
  const DossierFormat& target = target_of(call);
  const answers::Question asked = answers::understood(question);
  const Dossier dossier = dossier_for(target, asked);
  const ConvertOptions options = options_of(asked);
  const auto write_to = [&](std::ostream& out) {
    return target.write(out, dossier, asked.graph.vocabulary(), options);
  };
  if (call.has("--strict")) refuse_losses(call, write_to);
  LossReport losses;
  write(call.output, [&](std::ostream& out) { losses = write_to(out); });
  report(call, losses);
  return Exit::answered;
}

}  // namespace

Verb convert_verb() {
  Verb verb;
  verb.name = "convert";
  verb.summary = "a dossier, or a selection of it, in another format, with a loss report";
  verb.examples = {"entente convert data/japan-nato --to node-link --output network.json",
                   "entente convert data/japan-nato --as-of 2013-06-30 --to jsonl"};
  verb.check = check_convert;
  verb.run = run_convert;
  return verb;
}

}  // namespace entente::tool
