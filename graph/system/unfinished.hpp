#pragma once

/// The temporary files of this process, where a signal handler finds them.

#include <cstddef>
#include <string>

namespace entente {

/// Notes a path until destroyed. More files at a time than there are slots, or a longer path than a
/// slot holds, are not noted: a signal then leaves the temporary file behind.
class UnfinishedFile {
 public:
  explicit UnfinishedFile(const std::string& path) noexcept;
  ~UnfinishedFile();
  UnfinishedFile(const UnfinishedFile&) = delete;
  UnfinishedFile& operator=(const UnfinishedFile&) = delete;

 private:
  std::size_t slot_;
};

}  // namespace entente
