/// JSON through nlohmann's SAX interface over a counting input: its own positions are those of the
/// last character only, and its tree would lose them all, with every duplicate key.

#include <array>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include <entente/base/read_number.hpp>

#include "io/json/json_sink.hpp"

namespace entente {
namespace {

/// An input iterator that moves a cursor which all its copies share.
class CountingIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  explicit CountingIterator(const char** cursor) : cursor_(cursor) {}
  reference operator*() const { return **cursor_; }
  CountingIterator& operator++() {
    ++*cursor_;
    return *this;
  }
  void operator++(int) { ++*cursor_; }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return *a.cursor_ == *b.cursor_;
  }
  friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return !(a == b); }

 private:
  const char** cursor_;
};

constexpr int out_of_range = 406;  // of nlohmann's numbered errors

bool separates(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ':';
}

/// What remains of nlohmann's message without its positions and the text it quotes.
std::string reason(std::string_view what) {
  constexpr std::string_view marker = "syntax error while parsing ";
  const std::size_t start = what.find(marker);
  what.remove_prefix(start == what.npos ? 0 : start + marker.size());
  const std::size_t dash = what.find(" - ");
  if (dash != what.npos) what.remove_prefix(dash + 3);
  return std::string(what.substr(0, what.find("; last read: '")));
}

std::string advice(std::string_view reason, char before) {
  if (reason.starts_with("unexpected end of input") || reason.ends_with("missing closing quote"))
    return "the input seems cut short: look for a missing quote, brace or bracket";
  if (before == ',' &&
      (reason.starts_with("unexpected ']'") || reason.starts_with("unexpected '}'")))
    return "remove the comma before the closing bracket";
  if (reason.find("expected end of input") != reason.npos)
    return "a JSON file holds one value; several, one a line, are JSON Lines (.jsonl)";
  if (reason.find("control character") != reason.npos)
    return "write a line break inside a text as \\n";
  return "texts and member names stand in double quotes, members are separated by commas";
}

class SaxHandler {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  SaxHandler(std::string_view input, const char** cursor, const char* last, JsonSink& sink,
             std::size_t max_depth)
      : input_(input),
        cursor_(cursor),
        end_(*cursor),
        last_(last),
        sink_(sink),
        max_depth_(max_depth) {}

  bool null() { return pass({}); }
  bool boolean(bool value) { return pass({.kind = JsonKind::boolean, .value = value}); }
  bool number_integer(std::int64_t value) {
    return pass({.kind = JsonKind::integer, .value = value});
  }
  bool number_unsigned(std::uint64_t value) {
    if (std::in_range<std::int64_t>(value)) return number_integer(static_cast<std::int64_t>(value));
    return pass({.kind = JsonKind::unsigned_integer, .value = value});
  }
  bool number_float(double, const std::string& text) { return pass(number_at(text.size())); }
  bool string(std::string& text) {
    const std::size_t at = token_start();
    return passed(sink_.value({.kind = JsonKind::text, .text = in_input(text, at)}, at));
  }
  bool binary(binary_t&) { return false; }
  bool key(std::string& text) {
    const std::size_t at = token_start();
    return passed(sink_.key(in_input(text, at), at));
  }
  bool start_object(std::size_t) { return open(JsonKind::object); }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(JsonKind::list); }
  bool end_array() { return close(); }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error);

  [[nodiscard]] std::optional<JsonFault> fault() && { return std::move(fault_); }

 private:
  /// The parser has consumed the token and, after a number, the one character behind it. What lies
  /// between two tokens are separators only.
  [[nodiscard]] std::size_t token_start() const {
    const char* at = end_;
    while (at < last_ && separates(*at)) ++at;
    return static_cast<std::size_t>(at - input_.data());
  }

  /// The text where it stands in the input, if nothing in it was escaped.
  [[nodiscard]] std::string_view in_input(const std::string& text, std::size_t at) const {
    const auto consumed = static_cast<std::size_t>(*cursor_ - input_.data()) - at;
    return consumed == text.size() + 2 ? input_.substr(at + 1, text.size())
                                       : std::string_view(text);
  }

  [[nodiscard]] JsonScalar number_at(std::size_t size) const {
    const std::string_view digits = input_.substr(token_start(), size);
    double value = 0;
    const auto result = read_number(digits.data(), digits.data() + size, value);
    const bool fits = result.ec == std::errc() && digits.find_first_of(".eE") != digits.npos;
    if (!fits) return {.kind = JsonKind::unfit_number, .text = digits};
    return {.kind = JsonKind::real, .text = digits, .value = value};
  }

  bool pass(const JsonScalar& scalar) { return passed(sink_.value(scalar, token_start())); }
  bool passed(bool go_on) {
    end_ = *cursor_;
    return go_on;
  }
  bool open(JsonKind kind) {
    const std::size_t at = token_start();
    if (++depth_ > max_depth_) return too_deep(at);
    return passed(sink_.open(kind, at));
  }
  bool close() {
    --depth_;
    return passed(sink_.close());
  }
  bool too_deep(std::size_t at) {
    fault_ = {"limit-depth", at,
              "values are nested deeper than " + std::to_string(max_depth_) + " levels",
              "a dossier needs fewer than ten; --max-depth raises the limit"};
    return false;
  }

  std::string_view input_;
  const char** cursor_;
  const char* end_;  // of the token before
  const char* last_;
  JsonSink& sink_;
  std::size_t max_depth_;
  std::size_t depth_ = 0;
  std::optional<JsonFault> fault_;
};

bool SaxHandler::parse_error(std::size_t, const std::string&,
                             const nlohmann::detail::exception& error) {
  const std::string why = reason(error.what());
  const std::size_t start = token_start();
  const auto consumed = static_cast<std::size_t>(*cursor_ - input_.data());
  std::size_t at = start;
  if (why.ends_with("missing closing quote"))
    at = consumed;
  else if (consumed > 0 && (why.starts_with("invalid") || why.starts_with("unexpected ','") ||
                            why.starts_with("unexpected ':'")))
    at = consumed - 1;
  char before = ' ';
  for (const char* c = end_; c < input_.data() + start; ++c)
    if (*c == ',') before = ',';
  fault_ = {"bad-json", at, "this is not well-formed JSON: " + why, advice(why, before)};
  if (error.id == out_of_range)
    fault_ = {"bad-number", start, "the number is larger than 64-bit floating point holds",
              "write it as a text"};
  return false;
}

}  // namespace

std::optional<JsonFault> parse_json(std::string_view input, std::size_t first, std::size_t last,
                                    JsonSink& sink, std::size_t max_depth) {
  if (input.substr(first, last - first).starts_with("\xEF\xBB\xBF"))
    return JsonFault{"bad-json", first, "a byte-order mark stands inside the input",
                     "remove it: one may stand at the very start only"};
  const char* cursor = input.data() + first;
  const char* end = input.data() + last;
  SaxHandler handler(input, &cursor, end, sink, max_depth);
  nlohmann::json::sax_parse(CountingIterator(&cursor), CountingIterator(&end), &handler);
  return std::move(handler).fault();
}

}  // namespace entente
