#pragma once

/// Folders for output: one that holds an export, in several files.

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include <entente/io/convert.hpp>
#include <entente/system/output.hpp>

namespace entente::tool {

/// Makes a folder, and those on its way, unless they are there.
/// @throws IoError if it cannot.
void make_folder(const std::filesystem::path& folder);

/// Files under way into a folder that is made if need be: all are in their places by commit(), or
/// else none. What an earlier export of ours left there goes then.
class ExportFolder : public OutputFiles {
 public:
  /// @throws InvalidArgument if the folder holds tables of others, which would be read with ours.
  explicit ExportFolder(std::string folder);
  /// A file beside its place. @throws IoError if it cannot be made.
  std::ostream& open(const std::string& name) override;
  /// Makes sure that all is written.
  void settle();
  void commit();

 private:
  std::string folder_;
  std::vector<std::string> earlier_;  // tables that the new export does not have
  std::vector<OutputFile> files_;
};

}  // namespace entente::tool
