#pragma once

/// An open file, closed when it goes.

#include <string>
#include <utility>

namespace entente {

/// Owns a file descriptor; standard input, output and error stay open.
class Descriptor {
 public:
  Descriptor() = default;
  /// Takes what an opening call gave, also if it failed.
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor();

  /// Opens for reading, also in programs that start others. `is_open` says whether it could, and
  /// errno why not.
  [[nodiscard]] static Descriptor for_reading(const std::string& path);
  [[nodiscard]] static Descriptor of_standard_input() { return Descriptor(0); }

  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_ = -1;
};

/// @throws IoError `input-missing` (exit 66) that names the path and the error's words.
[[noreturn]] void throw_input_missing(const std::string& path, int error);

}  // namespace entente
