#pragma once

/// All bytes of a file, a pipe or standard input.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// How much of an input one reads or checks at a time, in bytes.
constexpr std::size_t block_size = std::size_t{8} << 20;

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
/// `most`. Large files by the threads of the pool. @throws IoError `input-missing`, `read-failed`.
[[nodiscard]] std::optional<InputBytes> read_bytes(const std::string& path, std::size_t most);

}  // namespace entente
