#include "report_file.hpp"

#include <algorithm>
#include <filesystem>

#include <entente/error.hpp>
#include <entente/text/safe.hpp>

#include "terminal/standard_output.hpp"

namespace entente::tool {
namespace {

namespace fs = std::filesystem;

constexpr const char* stdout_file = "/dev/fd/1";

/// Where a path leads, whether anything is there or not.
fs::path place_of(const std::string& path) {
  constexpr int most_links = 40;
  std::error_code error;
  fs::path target = fs::absolute(path, error);
  for (int links = 0; links < most_links && fs::is_symlink(fs::symlink_status(target, error));
       ++links)
    target = target.parent_path() / fs::read_symlink(target, error);
  const fs::path place = fs::weakly_canonical(target, error);
  return error ? target.lexically_normal() : place;
}

[[noreturn]] void refuse(std::string_view noun, const std::string& path, const std::string& what) {
  throw InvalidArgument("usage", "--" + std::string(noun) + " " + terminal_safe(path) + " is " +
                                     what + "; nothing is written: give the " + std::string(noun) +
                                     " a file of its own");
}

bool is_among(const std::string& path, const std::vector<std::string>& inputs) {
  return std::any_of(inputs.begin(), inputs.end(), [&](const std::string& input) {
    return input != "-" && !input.empty() && are_one_file(path, input);
  });
}

}  // namespace

bool are_one_file(const std::string& a, const std::string& b) {
  std::error_code error;
  const fs::file_status there = fs::status(a, error);
  if (fs::exists(there) && !fs::is_regular_file(there) && !fs::is_directory(there)) return false;
  if (fs::equivalent(a, b, error)) return true;
  return place_of(a) == place_of(b);
}

void refuse_output_on_input(const std::string& output, const std::vector<std::string>& inputs) {
  if (!output.empty() && is_among(output, inputs)) refuse("output", output, "a file that is read");
}

void refuse_report_on_stdout(const Call& call) {
  if (call.text("--report") == "-" && call.output.file.empty())
    throw InvalidArgument("usage",
                          "--report - and the output would both go to standard output; --output "
                          "FILE gives the output a place");
}

ReportFile::ReportFile(const std::string& path, const std::vector<std::string>& inputs,
                       const std::vector<std::string>& outputs) {
  to_stdout_ = path == "-";
  if (path.empty() || to_stdout_) return;
  if (is_among(path, inputs)) refuse("report", path, "a file that is read");
  for (const std::string& output : outputs)
    if (are_one_file(path, output.empty() ? stdout_file : output))
      refuse("report", path, output.empty() ? "where standard output goes" : "the output, too");
  file_.emplace(path);
}

void ReportFile::write(std::string_view text) {
  if (to_stdout_) text_ += text;
  if (file_) file_->write(text);
}

void ReportFile::settle() {
  if (file_) file_->settle();
}

void ReportFile::commit() {
  if (to_stdout_) write_to_stdout(text_);
  if (file_) file_->commit();
}

}  // namespace entente::tool
