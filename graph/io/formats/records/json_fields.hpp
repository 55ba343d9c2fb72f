#pragma once

/// Members of JSON objects, as readers of other programs' records ask for them.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/model/record.hpp>

#include "io/formats/foreign.hpp"
#include "io/json/json_tape.hpp"

namespace entente {

/// The member of that name; nothing of what is no object.
[[nodiscard]] std::optional<JsonValue> member_of(JsonValue object, std::string_view name);
/// Its text, if it is one; empty otherwise.
[[nodiscard]] std::string text_member(JsonValue object, std::string_view name);
/// A text, or a number or truth value as JSON has it; empty for anything else.
[[nodiscard]] std::string text_of(JsonValue value);
/// The texts in a list, or a text alone.
[[nodiscard]] std::vector<std::string> texts_of(JsonValue value);
/// A value as an attribute holds it; nothing of lists and objects.
[[nodiscard]] std::optional<Scalar> scalar_of(JsonValue value);
/// Adds the value, or each of a list, to the attribute of that name; objects are let be.
void add_json_attribute(Attributes& attributes, std::string_view name, JsonValue value);

/// The lines of a text that hold something, each with the byte at which it begins.
class JsonLines {
 public:
  explicit JsonLines(std::string_view text) : text_(text) {}
  /// Moves to the next line; false behind the last.
  [[nodiscard]] bool next();
  [[nodiscard]] std::size_t begin() const { return begin_; }
  [[nodiscard]] std::size_t end() const { return end_; }

 private:
  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::size_t next_ = 0;
};

/// Puts the value in the bytes [first, last) of the reading's text on a tape. What is wrong with it
/// is reported; then false.
[[nodiscard]] bool parse_line(ForeignReading& reading, std::size_t first, std::size_t last,
                              JsonTape& tape);

}  // namespace entente
