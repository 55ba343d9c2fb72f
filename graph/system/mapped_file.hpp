#pragma once

/// A file mapped for reading.

#include <memory>
#include <span>
#include <string>

namespace entente {

/// The bytes of a file for as long as the pointer lives.
struct MappedFile {
  std::shared_ptr<const void> mapping;
  std::span<const char> bytes;
};

/// Maps a regular file. @throws IoError `input-missing` (exit 66) if it cannot be opened,
/// `read-failed` (exit 74) if it is no regular file or cannot be mapped.
[[nodiscard]] MappedFile map_file(const std::string& path);

}  // namespace entente
