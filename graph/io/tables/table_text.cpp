#include "io/tables/table_text.hpp"

#include <entente/model/problem.hpp>

#include "io/input.hpp"
#include "io/packing/unpacking.hpp"

namespace entente::tables {
namespace {

[[noreturn]] void refuse(Problem problem) {
  throw DossierError({std::move(problem)});
}

char32_t unit_at(std::string_view bytes, std::size_t at, Encoding encoding) {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(bytes[at + i]));
  };
  return encoding == Encoding::utf16_le ? byte(0) | byte(1) << 8U : byte(0) << 8U | byte(1);
}

/// UTF-8 of UTF-16, byte-order mark left out. @throws DossierError `bad-utf8` for half a character.
std::string utf8_of_utf16(std::string_view bytes, Encoding encoding, const std::string& name) {
  constexpr char32_t byte_order_mark = 0xFEFF;
  std::string text;
  text.reserve(bytes.size());
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  const auto broken = [&](std::string message) {
    refuse({Severity::error, "bad-utf8", name, line, column, "", std::move(message),
            "save the file as UTF-8"});
  };
  for (std::size_t at = 0; at < bytes.size(); at += 2) {
    if (at + 2 > bytes.size()) broken("the file ends in half a UTF-16 character");
    char32_t c = unit_at(bytes, at, encoding);
    if (at == 0 && c == byte_order_mark) continue;
    if (c >= 0xD800 && c < 0xE000) {
      const char32_t second = at + 4 <= bytes.size() ? unit_at(bytes, at + 2, encoding) : 0;
      if (c >= 0xDC00 || second < 0xDC00 || second >= 0xE000)
        broken("half a UTF-16 surrogate pair stands alone");
      c = 0x10000 + ((c - 0xD800) << 10U) + (second - 0xDC00);
      at += 2;
    }
    if (c == 0) broken("a NUL character stands in the text");
    append_utf8(text, c);
    line += c == U'\n' ? 1 : 0;
    column = c == U'\n' ? 1 : column + 1;
  }
  return text;
}

}  // namespace

TableText::TableText(InputBytes bytes, const std::string& name)
    : bytes_(std::move(bytes)), encoding_(detect_encoding(bytes_.view())) {
  if (encoding_ == Encoding::utf16_le || encoding_ == Encoding::utf16_be)
    bytes_ = InputBytes(utf8_of_utf16(bytes_.view(), encoding_, name));
  const std::string_view text = skip_byte_order_mark(bytes_.view());
  if (text.find_first_not_of(" \t\r\n") == text.npos) return;  // a table without rows
  std::vector<Problem> problems;
  const auto checked = checked_text(bytes_.view(), name, problems);
  if (!checked) throw DossierError(std::move(problems));
  text_ = *checked;
}

InputBytes read_table_bytes(const std::string& path, std::size_t most) {
  auto bytes = read_bytes(path, most);
  if (bytes) bytes = unpacked(std::move(*bytes), path == "-" ? "<stdin>" : path, most);
  if (bytes) return std::move(*bytes);
  refuse({Severity::error, "limit-input", path, 0, 0, "",
          "the input is larger than " + std::to_string(most) + " bytes",
          "--max-input raises the limit"});
}

}  // namespace entente::tables
