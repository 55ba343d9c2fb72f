#pragma once

/// Inputs as bytes: files, folders and standard input, with the checks that every format shares.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/model/problem.hpp>

namespace entente {

/// One input of a call.
struct InputFile {
  std::string path;        ///< to open; `-` is standard input
  std::string name;        ///< as shown in messages
  bool in_folder = false;  ///< found by listing a folder
};

/// The files that the paths stand for: themselves, or a folder's `*.json` and `*.jsonl` by name.
/// A folder without any is a problem. @throws IoError `input-missing` for what is not there.
[[nodiscard]] std::vector<InputFile> list_inputs(const std::vector<std::string>& paths,
                                                 std::vector<Problem>& problems);

/// The bytes of an input, NUL behind them.
class InputBytes {
 public:
  InputBytes() = default;
  /// A copy.
  explicit InputBytes(std::string_view text);
  [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  friend std::optional<InputBytes> read_bytes(const std::string& path, std::size_t most);
  void grow(std::size_t capacity);

  std::unique_ptr<char[]> bytes_ = std::make_unique<char[]>(1);
  std::size_t size_ = 0;
};

/// All bytes of a file, of a pipe or (`-`) of standard input; nothing if there are more than
/// `most`. @throws IoError `input-missing` or `read-failed`.
[[nodiscard]] std::optional<InputBytes> read_bytes(const std::string& path, std::size_t most);

/// Checks the encoding and finds where the text begins, behind a byte-order mark. Nothing, and a
/// problem, if the bytes are not UTF-8, hold NUL, or are empty.
[[nodiscard]] std::optional<std::string_view> checked_text(std::string_view bytes,
                                                           const std::string& name,
                                                           std::vector<Problem>& problems);

}  // namespace entente
