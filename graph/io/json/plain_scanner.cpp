#include "io/json/plain_scanner.hpp"

#include <bit>
#include <cstring>

namespace entente {
namespace {

using Word = std::uint64_t;

constexpr Word repeated(unsigned char byte) {
  return 0x0101010101010101U * byte;
}

bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7F && byte != 0xC2;
}

/// The NUL behind a text ends the comparison too.
bool begins_with(const char* at, std::string_view word) {
  for (const char c : word)
    if (*at++ != c) return false;
  return true;
}

/// High bits where a byte is zero; those above the lowest may be wrong.
constexpr Word zero_bytes(Word word) {
  return (word - repeated(1)) & ~word & repeated(0x80);
}

/// The first byte that a plain text does not hold. Eight bytes a step.
const char* end_of_plain(const char* at, const char* last) {
  while (last - at >= static_cast<std::ptrdiff_t>(sizeof(Word))) {
    Word word = 0;
    std::memcpy(&word, at, sizeof word);
    const Word controls = (word - repeated(0x20)) & ~word & repeated(0x80);
    const Word special = controls | zero_bytes(word ^ repeated('"')) |
                         zero_bytes(word ^ repeated('\\')) | zero_bytes(word ^ repeated(0x7F)) |
                         zero_bytes(word ^ repeated(0xC2));
    if (special != 0) {
      if constexpr (std::endian::native == std::endian::little)
        return at + std::countr_zero(special) / 8;
      break;
    }
    at += sizeof word;
  }
  while (at < last && is_plain(*at)) ++at;
  return at;
}

/// Whether a character begins here whose first byte is that of the controls of C1, but which is
/// none of them.
bool is_latin(const char* at, const char* last) {
  return last - at >= 2 && at[0] == '\xC2' && static_cast<unsigned char>(at[1]) >= 0xA0;
}

}  // namespace

bool PlainScanner::text(std::string_view& into, std::size_t most) {
  if (!accept('"')) return false;
  const char* begin = at_;
  at_ = end_of_plain(at_, last_);
  while (is_latin(at_, last_)) at_ = end_of_plain(at_ + 2, last_);
  into = std::string_view(begin, static_cast<std::size_t>(at_ - begin));
  return into.size() <= most && accept('"');
}

std::optional<std::size_t> PlainScanner::member(Names names, std::size_t expected) {
  if (!accept_behind_blanks('"')) return std::nullopt;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t index = (expected + i) % names.size();
    if (!begins_with(at_, names[index])) continue;
    at_ += names[index].size();
    if (!accept_behind_blanks(':')) return std::nullopt;
    skip_blanks();
    return index;
  }
  return std::nullopt;
}

bool PlainScanner::end_of_line() {
  if (!accept_behind_blanks('}')) return false;
  skip_blanks();
  return at_ == last_ || accept('\n');
}

}  // namespace entente
