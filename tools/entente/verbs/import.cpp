#include <algorithm>
#include <filesystem>
#include <iostream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <entente/answer/trial.hpp>
#include <entente/io/dossier_writer.hpp>
#include <entente/io/import.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/system/output.hpp>
#include <entente/text/safe.hpp>

#include "command_line.hpp"
#include "options/applicability.hpp"
#include "report_file.hpp"
#include "say.hpp"
#include "sink.hpp"
#include "verbs.hpp"
#include "verbs/heap_room.hpp"

namespace entente::tool {
namespace {

namespace fs = std::filesystem;

ReadLimits import_limits(const Call& call) {
  ReadLimits limits;
  limits.input = call.count("--max-input", 1).value_or(limits.input);
  return limits;
}

/// What the records of tables take, going by their files: by far more than the text of rows, which
/// may be compressed besides.
std::size_t expected_bytes(const std::vector<std::string>& files) {
  constexpr std::size_t times = 32;
  constexpr std::size_t most = std::size_t{2} << 30U;
  return std::min(bytes_of_files(files), most / times) * times;
}

/// A file of that name, else the mapping that comes with the tool.
MappingText mapping_of(const Call& call) {
  const std::string name = call.text("--map");
  std::error_code error;
  const ReadyMapping* ready = find_ready_mapping(name);
  if (ready != nullptr && !fs::exists(name, error)) return {std::string(ready->text), name};
  if (!fs::exists(name, error) && name.find_first_of("./") == name.npos) {
    std::vector<std::string_view> names;
    for (const ReadyMapping& each : ready_mappings()) names.push_back(each.name);
    throw InvalidArgument(
        "unknown-mapping",
        "there is no mapping '" + terminal_safe(name) + "'" + did_you_mean(name, names) +
            "\na file's name ends in .json; with the tool come " + listed_in_words(names));
  }
  return read_mapping_file(name);
}

/// The folder's file, where a folder is meant.
std::string output_file(const Call& call) {
  const std::string& file = call.output.file;
  std::error_code error;
  if (file.empty() || (!file.ends_with('/') && !fs::is_directory(file, error))) return file;
  return (fs::path(file) / "dossier.json").string();
}

std::vector<std::string> inputs_of(const Call& call) {
  std::vector<std::string> inputs = call.arguments;
  inputs.push_back(call.text("--map"));
  return inputs;
}

Exit run_dry(const Call& call, ImportOptions options) {
  options.most_rows = call.count("--rows", 1).value_or(10);
  options.faulty = Faulty::left_out;
  const ImportResult result = import_tables(call.arguments, mapping_of(call), options);
  std::cerr << rejection_lines(result);
  for (const std::string& note : result.notes) say_remark(note);
  write(call.output, answers::trial_text(result.dossier, vocabulary_of(result.dossier), result.rows,
                                         call.output.languages));
  return result.rejected.empty() ? Exit::answered : Exit::bad_data;
}

void refuse_without_map(const Call& call) {
  if (call.has("--propose") && call.has("--map"))
    throw InvalidArgument("usage",
                          "--propose makes a mapping, and --map names one; give one of them");
  if (call.has("--strict") && call.has("--lenient"))
    throw InvalidArgument("usage", "--strict and --lenient exclude each other");
  if (!call.has("--propose") && !call.has("--map"))
    throw InvalidArgument("usage",
                          "import needs --map MAP; `entente import FILE --propose > map.json` "
                          "proposes one for the columns of the file");
}

/// How many rows something is wrong with; it may be several things, or the dossier as a whole.
std::size_t rejected_rows(const ImportResult& result) {
  std::set<std::string> rows;
  for (const RejectedRow& one : result.rejected) {
    const std::size_t digits = std::min(one.cell.find_first_of("0123456789"), one.cell.size());
    const std::string row = one.cell.empty() ? std::to_string(one.line) : one.cell.substr(digits);
    if (!one.file.empty()) rows.insert(one.file + '\n' + one.sheet + '\n' + row);
  }
  return rows.size();
}

std::string why_nothing_is_written(const ImportResult& result) {
  const std::size_t rejected = rejected_rows(result);
  if (rejected == 0)
    return "nothing is written, since what the mapping makes of the rows is no sound dossier";
  return "nothing is written, since of " + std::to_string(result.rows) +
         (result.rows == 1 ? " row " : " rows ") + std::to_string(rejected) +
         " cannot be taken as " + (rejected == 1 ? "it is" : "they are") +
         "; --lenient keeps the others";
}

Exit run_import(const Call& call) {
  refuse_without_map(call);
  refuse_report_on_stdout(call);
  ImportOptions options;
  options.limits = import_limits(call);
  Output output = call.output;
  output.file = output_file(call);
  refuse_output_on_input(output.file, inputs_of(call));
  if (call.has("--propose")) {
    write(call.output, propose_mapping(call.arguments, options.limits));
    return Exit::answered;
  }
  if (call.has("--dry-run")) return run_dry(call, options);
  if (call.has("--lenient")) options.faulty = Faulty::left_out;
  make_heap_room(expected_bytes(call.arguments));
  ReportFile report(call.text("--report"), inputs_of(call), {output.file});
  const ImportResult result = import_tables(call.arguments, mapping_of(call), options);
  report.write(to_json(result) + "\n");
  report.settle();
  std::cerr << rejection_lines(result);
  for (const std::string& note : result.notes) say_remark(note);
  if (!result.rejected.empty() && options.faulty == Faulty::refused) {
    report.commit();
    throw Error(Exit::bad_data, "rejected-rows", why_nothing_is_written(result));
  }
  if (const fs::path folder = fs::path(output.file).parent_path();
      call.output.file.ends_with('/')) {
    std::error_code ignored;
    fs::create_directories(folder, ignored);
  }
  write(output, [&](std::ostream& out) {
    if (output.format == Format::jsonl)
      write_json_lines(out, result.dossier);
    else
      write_json(out, result.dossier);
  });
  report.commit();
  if (const std::size_t rejected = rejected_rows(result); rejected > 0)
    say_remark(std::to_string(rejected) + " rejected of " + std::to_string(result.rows) +
               (result.rows == 1 ? " row" : " rows") + (rejected == 1 ? " is" : " are") +
               " left out (--lenient)");
  return Exit::answered;
}

}  // namespace

Verb import_verb() {
  Verb verb;
  verb.name = "import";
  verb.summary = "a dossier from tables: CSV, workbooks, databases, by a mapping";
  verb.arguments = {{"FILE"}, Arguments::Last::repeats};
  verb.reads = Reads::nothing;
  verb.formats = {Format::json, Format::jsonl};
  verb.examples = {
      "entente import data/samples/harbour-ties.xlsx --propose",
      "entente import data/samples/harbour-ties.xlsx --map data/samples/harbour-ties-map.json"};
  verb.run_alone = run_import;
  return verb;
}

}  // namespace entente::tool
