#pragma once

#include <iosfwd>
#include <string>

#include "system/unfinished.hpp"

namespace entente {

/// A file for libraries that write to nothing but a path: in the folder for temporary files, for
/// this user alone, removed with the object and by signals that end the process.
class ScratchFile {
 public:
  /// @throws IoError `cannot-create` (exit 73).
  ScratchFile();
  ~ScratchFile();
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  /// Writes its bytes to a stream. @throws IoError `read-failed` (exit 74).
  void copy_to(std::ostream& out) const;

 private:
  std::string path_;
  UnfinishedFile noted_;
};

}  // namespace entente
