#pragma once

/// Nodes and edges as the readers of JSON find them, until the whole text has been read.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "io/formats/json_shape.hpp"
#include "io/formats/property_graph.hpp"

namespace entente {

/// A part of a file that records do not hold.
struct LostPart {
  std::string code = {};
  std::string message = {};
  std::size_t at = 0;
  std::string hint = {};
};

struct JsonElements {
  std::string header = {};  ///< JSON that may be ours, or empty
  std::size_t header_at = 0;
  std::string title = {};
  std::vector<FoundNode> nodes = {};
  std::vector<FoundEdge> edges = {};
  std::optional<std::size_t> odd_at = {};  ///< the first that is no list, no id of an element
  std::vector<std::size_t> left_out = {};  ///< elements that are no objects
  std::vector<LostPart> lost = {};

  /// Takes what a file says of the whole: a header of ours, or another's name for it; the rest is
  /// lost.
  void take_header(JsonValue value);
  /// Notes what stands where a node or an edge should.
  void note_odd(JsonValue value) {
    if (!odd_at) odd_at = value.at();
  }
  /// Notes what stands in a list of nodes or edges and is none; it is left out.
  void leave_out(JsonValue value) { left_out.push_back(value.at()); }
  /// The same of a list of names and values, as NetworkX has it.
  void take_pairs(JsonValue list);
  /// Notes an attribute of the whole that is left out.
  void lose_attribute(JsonValue member);
  /// Makes records of all.
  void finish(ForeignReading& reading) &&;
};

/// An id or another text: a text itself, or a number as JSON. A list of these, as NetworkX has for
/// points of a grid, is its JSON. Other lists and objects are noted as odd.
[[nodiscard]] std::string element_text(JsonValue value, JsonElements& elements);

/// The id that an end of an edge names: a text or a number, or that of an object, which D3 puts in
/// its place.
[[nodiscard]] std::string end_text(JsonValue value, JsonElements& elements);

}  // namespace entente
