#pragma once

/// JSON of other programs: a text taken apart into the values that stand at places of interest.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/formats/foreign.hpp"
#include "io/json/json_sink.hpp"
#include "io/json/json_tape.hpp"

namespace entente {

/// Names of members from the outermost in; `[]` for what stands in a list.
using JsonPath = std::vector<std::string>;

/// Takes the values of a text one after the other.
class JsonVisitor {
 public:
  virtual ~JsonVisitor() = default;
  /// Whether the members of that list or object are wanted one by one, and not it as a whole.
  virtual bool opens(const JsonPath& path) = 0;
  /// A whole value. Returns whether to go on.
  virtual bool value(const JsonPath& path, JsonValue value) = 0;
};

/// How far a visit came.
enum class Visit : std::uint8_t { done, refused };

/// Gives up without a reason where the text is wrong or unusual; the visitor has then got a part.
[[nodiscard]] Visit visit_quickly(std::string_view text, JsonVisitor& visitor,
                                  const ReadLimits& limits);
/// Reports what is wrong with the text, and stops there.
void visit_exactly(ForeignReading& reading, JsonVisitor& visitor);

/// Reads a text with a visitor that `finish`es the reading: quickly, or else a second time from
/// the start, to say what is wrong.
template <typename Visitor>
void read_with(ForeignReading& reading) {
  Visitor quick;
  if (visit_quickly(reading.text(), quick, reading.limits()) == Visit::done)
    return quick.finish(reading);
  Visitor exact;
  visit_exactly(reading, exact);
  exact.finish(reading);
}

/// The names of the outermost members of an object, in order, up to the first that is one of these;
/// empty if the text is no JSON object so far.
[[nodiscard]] std::vector<std::string> outer_members(std::string_view text,
                                                     const std::vector<std::string_view>& decisive);

}  // namespace entente
