#include "restoring.hpp"

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include <entente/error.hpp>
#include <entente/io/conversion_report.hpp>
#include <entente/io/load.hpp>
#include <entente/text/safe.hpp>

#include "read_limits.hpp"

namespace entente::tool {
namespace {

ConversionReport report_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  if (!file.is_open())
    throw IoError(Exit::input_missing, "input-missing",
                  "cannot open the report '" + terminal_safe(path) + "'");
  return read_conversion_report(text, path);
}

const DossierFormat& target_of(const ConversionReport& report, const std::string& path) {
  if (const DossierFormat* format = find_dossier_format(report.target)) return *format;
  throw Error(Exit::bad_data, "bad-report",
              terminal_safe(path) + " is about a file of the format '" +
                  terminal_safe(report.target) + "', which this version does not know");
}

void say_misfits(const std::vector<std::string>& misfits) {
  for (const std::string& one : misfits)
    std::cerr << "entente: no longer fits: " << terminal_safe(one) << '\n';
}

Graph graph_of(CheckedDossier checked) {
  if (has_errors(checked.problems)) throw DossierError(std::move(checked.problems));
  return Graph(checked.dossier, std::move(checked.vocabulary));
}

}  // namespace

Graph restored_graph(const Call& call) {
  const std::string report_path = call.text("--with-report");
  const std::string& path = call.dossiers.front();
  const ConversionReport report = report_of(report_path);
  const DossierFormat& target = target_of(report, report_path);
  const std::vector<WrittenFile> files = written_files(path, target);
  const bool changed = sha256_of(files) != report.target_sha256;
  if (changed && !call.has("--lenient"))
    throw Error(Exit::bad_data, "report-digest",
                terminal_safe(path) + " is not the file that " + terminal_safe(report_path) +
                    " is about, or has changed\n--lenient applies what still fits");
  ReadResult read;
  if (target.is_read()) read = read_written(target, files);
  Restoration restoration = restored(report, std::move(read.dossier));
  say_misfits(restoration.misfits);
  ReadResult records;
  records.dossier = std::move(restoration.dossier);
  if (changed) {
    records.problems = std::move(read.problems);
    records.extent = read.extent;
    records.beyond_lines = read.beyond_lines;
    LenientDossier lenient = check_leniently(std::move(records));
    say_faulty(lenient.left_out);
    return graph_of(std::move(lenient.checked));
  }
  return graph_of(check_records(std::move(records)));
}

}  // namespace entente::tool
