#include <algorithm>
#include <filesystem>
#include <iostream>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/answer/extract.hpp>
#include <entente/answer/info.hpp>
#include <entente/answer/one_mode.hpp>
#include <entente/io/conversion_report.hpp>
#include <entente/io/convert.hpp>
#include <entente/io/format_list.hpp>
#include <entente/system/output.hpp>
#include <entente/text/safe.hpp>

#include "command_line.hpp"
#include "options/applicability.hpp"
#include "output_folder.hpp"
#include "output_options.hpp"
#include "question.hpp"
#include "report_file.hpp"
#include "say.hpp"
#include "sink.hpp"
#include "terminal/terminal.hpp"
#include "verbs.hpp"
#include "verbs/conversion.hpp"

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
  const DossierFormat* format = find_dossier_format(name);
  if (format != nullptr && format->is_written()) return *format;
  std::vector<std::string_view> names;
  for (const DossierFormat& one : dossier_formats())
    if (one.is_written()) names.push_back(one.name);
  throw InvalidArgument("unsupported-format", "convert cannot write '" + terminal_safe(name) + "'" +
                                                  did_you_mean(name, names) + "\n--to takes " +
                                                  listed_in_words(names, " or "));
}

/// Says what was lost.
void say_losses(const LossReport& losses) {
  if (!losses.empty()) std::cerr << "entente: not carried over:\n" << describe(losses);
}

void write_files(const Call& call, const DossierFormat& target,
                 const std::vector<WrittenFile>& files, ReportFile& report) {
  if (target.is_folder()) {
    ExportFolder folder(call.output.file);
    for (const WrittenFile& file : files) folder.open(file.name) << file.bytes;
    folder.settle();
    report.settle();
    folder.commit();
  } else if (call.output.file.empty()) {
    report.settle();
    write_bytes(call.output, files.front().bytes);
  } else {
    OutputFile output(call.output.file);
    output.write(files.front().bytes);
    output.settle();
    report.settle();
    output.commit();
  }
  report.commit();
}

/// Files that the conversion reads.
std::vector<std::string> inputs_of(const Call& call, const Dossier& dossier) {
  std::vector<std::string> inputs = call.dossiers;
  inputs.insert(inputs.end(), dossier.files.begin(), dossier.files.end());
  if (call.has("--with-report")) inputs.push_back(call.text("--with-report"));
  return inputs;
}

/// Files that the conversion writes, beside the report.
std::vector<std::string> outputs_of(const Call& call, const DossierFormat& target,
                                    const std::vector<WrittenFile>& files) {
  std::vector<std::string> outputs = {call.output.file};
  if (target.is_folder())
    for (const WrittenFile& file : files)
      outputs.push_back((std::filesystem::path(call.output.file) / file.name).string());
  return outputs;
}

/// Writes what was made in memory, and a report of what has to be put back.
LossReport write_with_report(const Call& call, const Conversion& conversion,
                             const LossReport& reading) {
  const Written result = written(conversion, call.output.file);
  ConversionReport report =
      report_on(conversion.target, result.files, conversion.dossier, result.losses);
  const bool refused = call.has("--strict") && !(report.summary.empty() && is_lossless(reading));
  if (!refused) {
    ReportFile file(call.text("--report"), inputs_of(call, conversion.dossier),
                    outputs_of(call, conversion.target, result.files));
    const LossReport writing = report.summary;
    for (const Loss& loss : reading.losses())
      for (std::size_t i = 0; i < loss.count; ++i)
        report.summary.add(loss.code, loss.message, i < loss.first.size() ? loss.first[i] : "");
    file.write(to_json(report));
    write_files(call, conversion.target, result.files, file);
    return writing;
  }
  say_losses(report.summary);
  throw Error(Exit::bad_data, "lossy", "nothing is written, since --strict refuses to lose");
}

void check_convert(const Call& call) {
  const DossierFormat& target = target_of(call);
  if (target.is_folder() && call.output.file.empty())
    throw InvalidArgument(
        "usage", std::string(target.name) + " is a folder of files; --output DIR says where");
  if (target.is_folder() && format_of_file(call.output.file) != nullptr)
    throw InvalidArgument("usage", std::string(target.name) +
                                       " is a folder of files; --output names a folder, such as " +
                                       std::filesystem::path(call.output.file).stem().string());
  if (target.content == Content::binary && goes_to_terminal(call.output))
    throw InvalidArgument(
        "usage", "a terminal cannot show " + std::string(target.name) + "; use --output FILE");
  refuse_report_on_stdout(call);
  if (call.has("--with-report") && call.dossiers.size() != 1)
    throw InvalidArgument("usage", "--with-report is for the one file or folder that it is about");
}

/// What a dossier without records becomes is all of it.
bool is_whole_empty(const Graph& graph) {
  return graph.entity_count() == 0 && graph.relation_count() == 0;
}

Exit converted(const Call& call, const Question& question, const LossReport& reading) {
  const DossierFormat& target = target_of(call);
  const std::vector<std::string> over = call.list("--over");
  const Question understood =
      over.empty() ? answers::understood(question) : answers::folded_over(question, over);
  const auto say = [](const std::vector<answers::Note>& notes) {
    for (const answers::Note& note : notes) say_remark(note.text);
  };
  say(answers::notes_of_names(understood));
  const SelectedFacts facts = understood.graph.facts(understood.selection);
  say(answers::notes_of_left_out(understood, facts));
  if (!over.empty()) say(answers::notes_of_folds(question, over));
  const Conversion conversion = conversion_of(understood, target, call.output.cells);
  const bool is_compared = call.has("--report") || call.has("--strict");
  LossReport losses;
  if (is_compared) {
    losses = write_with_report(call, conversion, reading);
  } else if (target.is_folder()) {
    ExportFolder folder(call.output.file);
    losses = conversion.write_to(folder);
    folder.commit();
  } else {
    write(call.output, [&](std::ostream& out) { losses = conversion.write_to(out); });
  }
  if (!target.keeps_foreign && !is_compared) add_foreign_members(losses, conversion.dossier);
  say_losses(losses);
  const bool is_empty = facts.entities.empty() && facts.relations.empty();
  if (!is_empty || is_whole_empty(question.graph)) return Exit::answered;
  return say_nothing(answers::info(understood).nothing);
}

Exit run_convert(const Call& call) {
  const Asked asked = ask_with_remarks(call, call.dossiers);
  try {
    return converted(with_whole_names(call, asked.question.graph), asked.question,
                     changed_in_reading(asked.remarks));
  } catch (const InvalidArgument& error) {
    if (error.code() == "unknown-entity") refuse_missing_files(call, asked.question.graph);
    throw;
  }
}

}  // namespace

Verb convert_verb() {
  Verb verb;
  verb.name = "convert";
  verb.summary = "a dossier, or a selection of it, in another format, with a loss report";
  verb.examples = {"entente convert data/japan-nato --to node-link --output network.json",
                   "entente convert data/japan-nato --as-of 2013-06-30 --to jsonl"};
  verb.check = check_convert;
  verb.run_alone = run_convert;
  return verb;
}

}  // namespace entente::tool
