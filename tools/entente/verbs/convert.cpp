#include <algorithm>
#include <array>
#include <filesystem>
#include <iostream>
#include <optional>
#include <ostream>
#include <sstream>
#include <utility>

#include <entente/answer/extract.hpp>
#include <entente/answer/info.hpp>
#include <entente/answer/one_mode.hpp>
#include <entente/io/compression.hpp>
#include <entente/io/conversion_report.hpp>
#include <entente/io/convert.hpp>
#include <entente/io/format_list.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/system/output.hpp>
#include <entente/text/language.hpp>
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

/// Files of a folder format, kept in memory.
class FilesInMemory : public OutputFiles {
 public:
  std::ostream& open(const std::string& name) override {
    end();
    files_.push_back({name, {}});
    return text_.emplace();
  }
  [[nodiscard]] std::vector<WrittenFile> take() && {
    end();
    return std::move(files_);
  }

 private:
  void end() {
    if (text_) files_.back().bytes = std::move(*text_).str();
    text_.reset();
  }

  std::vector<WrittenFile> files_;
  std::optional<std::ostringstream> text_;
};

/// A dossier on its way into another format.
struct Conversion {
  const DossierFormat& target;
  Dossier dossier;
  Vocabulary vocabulary;
  ConvertOptions options;
  std::vector<std::string> other_ends;  // see answers::Extract

  [[nodiscard]] LossReport write_to(std::ostream& out) const {
    return with_other_ends(target.write(out, dossier, vocabulary, options));
  }
  [[nodiscard]] LossReport write_to(OutputFiles& files) const {
    return with_other_ends(target.write_files(files, dossier, vocabulary, options));
  }

 private:
  [[nodiscard]] LossReport with_other_ends(LossReport losses) const {
    for (const std::string& relation : other_ends)
      losses.add("inferred-ends", "ends are inferred otherwise where the rest is missing",
                 relation);
    return losses;
  }
};

Conversion conversion_of(const Call& call, const DossierFormat& target, const Question& question) {
  const SelectedFacts facts = question.graph.facts(question.selection);
  answers::Extract extract = answers::extract_of(question, facts);
  Conversion conversion{target,
                        std::move(extract.dossier),
                        question.graph.vocabulary(),
                        {},
                        std::move(extract.other_ends)};
  Dossier& dossier = conversion.dossier;
  dossier.vocabularies = own_vocabularies(dossier.vocabularies, conversion.vocabulary);
  ConvertOptions& options = conversion.options;
  options.languages = LanguagePreference::parse(question.languages).tags();
  options.selection = answers::selection_text(question);
  if (call.output.cells == Cells::raw) options.formulas = Formulas::raw;
  if (!target.is_own()) options.marks = answers::marks_of(question, facts);
  return conversion;
}

/// What is written, packed if the file's name says so, and what that loses.
struct Written {
  std::vector<WrittenFile> files;
  LossReport losses;
};

Written written(const Conversion& conversion, const Output& output) {
  Written result;
  if (conversion.target.is_folder()) {
    FilesInMemory files;
    result.losses = conversion.write_to(files);
    result.files = std::move(files).take();
    return result;
  }
  std::ostringstream out;
  CompressedOutput packed(out, compression_of(output.file));
  result.losses = conversion.write_to(packed.stream());
  packed.finish();
  result.files.push_back({output.file.empty() ? "<stdout>" : output.file, std::move(out).str()});
  return result;
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

/// What reading another program's file has changed; that has been told.
LossReport changed_in_reading(const std::vector<Problem>& remarks) {
  LossReport losses;
  for (const Problem& remark : remarks)
    for (std::size_t i = 0; i < remark.times; ++i)
      losses.add(remark.code, remark.message,
                 i > 0 ? std::string()
                       : remark.file + ':' + std::to_string(remark.line) + ':' +
                             std::to_string(remark.column));
  return losses;
}

/// Whether any of it is lost; what is kept otherwise is not.
bool is_lossless(const LossReport& reading) {
  constexpr std::array<std::string_view, 5> kept_otherwise = {"spells", "hierarchy", "nested-graph",
                                                              "visible-edit", "unlisted-node"};
  return std::ranges::all_of(reading.losses(), [&](const Loss& loss) {
    return std::ranges::find(kept_otherwise, loss.code) != kept_otherwise.end();
  });
}

/// Writes what was made in memory, and a report of what has to be put back.
LossReport write_with_report(const Call& call, const Conversion& conversion,
                             const LossReport& reading) {
  const Written result = written(conversion, call.output);
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
  const Conversion conversion = conversion_of(call, target, understood);
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
