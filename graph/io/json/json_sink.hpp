#pragma once

/// What a JSON text says, piece by piece, with the byte at which each piece stands.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace entente {

enum class JsonKind : std::uint8_t {
  null,
  boolean,
  integer,           ///< fits std::int64_t
  unsigned_integer,  ///< fits std::uint64_t alone
  real,              ///< `text` is the number as written
  unfit_number,      ///< an integer beyond 64 bits; `text` has its digits
  text,
  list,
  object,
};

/// A value without parts.
struct JsonScalar {
  JsonKind kind = JsonKind::null;
  std::string_view text =
      {};  ///< of a text, unescaped; gone after the call unless inside the input, as numbers are
  std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double> value = {};
};

/// Receives a JSON text. Calls come in the order of the text and are well nested; each returns
/// whether to go on.
class JsonSink {
 public:
  virtual ~JsonSink() = default;
  /// A list or an object begins.
  virtual bool open(JsonKind kind, std::size_t at) = 0;
  /// The innermost open list or object ends.
  virtual bool close() = 0;
  /// The name of the member whose value comes next.
  virtual bool key(std::string_view name, std::size_t at) = 0;
  virtual bool value(const JsonScalar& scalar, std::size_t at) = 0;
  /// Asked by scan_json when a list has begun, where to read on: right there, or at the closing
  /// bracket if the sink has read the list in its own way.
  virtual std::size_t list_goes_on_at(std::size_t at) { return at; }
  /// Asked by scan_elements when a value of its list begins: right there, or behind the value if
  /// the sink has read it in its own way.
  virtual std::size_t element_ends_at(std::size_t at) { return at; }
};

/// Why a text is not JSON that we take.
struct JsonFault {
  std::string code;
  std::size_t at = 0;
  std::string message;
  std::string hint;
};

/// Reads the JSON value that the bytes [first, last) of an input consist of. Offsets count from the
/// start of the input, which must be UTF-8 without NUL. Uses no recursion.
/// Returns the first fault, after which the sink has got a part of the value only; none if the sink
/// stopped.
[[nodiscard]] std::optional<JsonFault> parse_json(std::string_view input, std::size_t first,
                                                  std::size_t last, JsonSink& sink,
                                                  std::size_t max_depth);

}  // namespace entente
