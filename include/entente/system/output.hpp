#pragma once

/// Files that are written whole or not at all.

#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include <entente/error.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// A file under way. What is written goes to a temporary file in the same folder, which takes the
/// place of the file by `commit`; without that, nothing has happened to it. Links are followed, the
/// mode of an existing file is kept. A device or a pipe is written directly.
class OutputFile {
 public:
  /// @throws IoError `cannot-create` (exit 73) if nothing can be written there.
  explicit OutputFile(const std::string& path);
  /// Removes what was not committed.
  ~OutputFile();
  /// Takes over the file under way.
  OutputFile(OutputFile&&) noexcept;
  /// Takes over the file under way.
  OutputFile& operator=(OutputFile&&) noexcept;

  /// For writers that take a stream. Its failures show in `commit`.
  [[nodiscard]] std::ostream& stream();
  /// Appends; a failure shows in `commit`.
  void write(std::string_view text) { stream().write(text.data(), std::ssize(text)); }

  /// Writes all out to the disk, so that of what can fail in `commit` only the renaming is left.
  /// @throws IoError as `commit`.
  void settle();

  /// Writes all out to the disk and puts the file in its place.
  /// @throws IoError `write-failed` (exit 74), with the old file whole.
  void commit();

 private:
  class State;
  std::unique_ptr<State> state_;
};

/// Writes a text as a whole file. @throws IoError as OutputFile.
void write_file(const std::string& path, std::string_view text);

/// Removes the temporary files of all outputs under way. For signal handlers about to end the
/// process: calls nothing that is unsafe there.
void remove_unfinished_outputs() noexcept;

}  // namespace entente
