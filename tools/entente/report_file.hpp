#pragma once

/// What a call reports beside its output, in a file of its own.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/system/output.hpp>

#include "call.hpp"

namespace entente::tool {

/// Whether two paths mean one file, by whatever links and however they are spelt; devices and pipes
/// are never one.
[[nodiscard]] bool are_one_file(const std::string& a, const std::string& b);

/// @throws InvalidArgument if the output (empty: standard output) would overwrite an input.
void refuse_output_on_input(const std::string& output, const std::vector<std::string>& inputs);

/// @throws InvalidArgument if both the report and the output go to standard output.
void refuse_report_on_stdout(const Call& call);

/// A report under way, which is there with the output or not at all.
class ReportFile {
 public:
  /// No report.
  ReportFile() = default;
  /// A file, standard output (`-`), or none (empty).
  /// @throws InvalidArgument if it is one of the inputs or outputs (empty: standard output);
  /// IoError if it cannot be made.
  ReportFile(const std::string& path, const std::vector<std::string>& inputs,
             const std::vector<std::string>& outputs);

  void write(std::string_view text);
  /// Writes all to the disk, beside the place where it shall be.
  void settle();
  void commit();

 private:
  std::optional<OutputFile> file_;
  bool to_stdout_ = false;
  std::string text_;  // for standard output
};

}  // namespace entente::tool
