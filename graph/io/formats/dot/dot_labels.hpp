#pragma once

/// Labels of DOT: as they are drawn, on one line, and names as such labels.

#include <string>
#include <string_view>

namespace entente {

/// What the escapes of a label stand for.
struct Labelled {
  std::string_view element = {};  ///< a node, `\N`, or an edge as `a->b`, `\E`
  std::string_view tail = {};     ///< `\T`
  std::string_view head = {};     ///< `\H`
  std::string_view graph = {};    ///< `\G`
  std::string_view label = {};    ///< `\L` of other attributes than the label
};

/// A label that shows the name as it is, but for its end where it is too long to be placed: dot
/// refuses boxes wider than a few hundred inches.
[[nodiscard]] std::string escaped_label(std::string_view name);

/// A value as our writer was given it: it doubles backslashes, which Graphviz keeps as they stand.
[[nodiscard]] std::string undoubled(std::string_view text);

/// Of a label between quotes.
[[nodiscard]] std::string drawn_label(std::string_view text, const Labelled& of);

/// Of a node whose shape is a record: its fields, without their ports and how they stand.
[[nodiscard]] std::string drawn_record(std::string_view text, const Labelled& of);

/// Of a label between < and >: the text without its tags.
[[nodiscard]] std::string drawn_html(std::string_view text);

}  // namespace entente
