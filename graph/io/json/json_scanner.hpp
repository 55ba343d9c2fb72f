#pragma once

#include <cstddef>
#include <string_view>

#include "io/json/json_sink.hpp"

namespace entente {

/// How far a quick scan came.
enum class Scan : unsigned char {
  done,     ///< the value was read, or the sink stopped it
  refused,  ///< something is wrong or unusual; the sink has got a part of the value
};

/// Reads the JSON value that [first, last) of an input consists of, as `parse_json` does, and says
/// the same to the sink, but gives up without a reason where that would report a fault. Several
/// times as fast, for inputs that are nearly always right. `input[input.size()]` must be NUL.
[[nodiscard]] Scan scan_json(std::string_view input, std::size_t first, std::size_t last,
                             JsonSink& sink, std::size_t max_depth);

/// Where reading a list from some of its values on came to an end.
struct ElementScan {
  enum class End : unsigned char {
    reached,  ///< between two values, at the byte asked for
    closed,   ///< at the bracket that closes the list
    refused,  ///< elsewhere; the sink has got a part of the values
  };
  End end = End::refused;
  std::size_t at = 0;
};

/// Reads the values of a list, from one that begins at or behind byte `first` to byte `stop`,
/// before which a comma stands, or to the end of the list. Otherwise as scan_json, but a sink that
/// stops is refused too.
[[nodiscard]] ElementScan scan_elements(std::string_view input, std::size_t first, std::size_t stop,
                                        JsonSink& sink, std::size_t max_depth);

}  // namespace entente
