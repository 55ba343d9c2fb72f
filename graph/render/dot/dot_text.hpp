#pragma once

/// A graph in the language of Graphviz, written without Graphviz.

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// A directed graph while it is built: nodes, then edges, each in the order it was added, with
/// attributes by name. An attribute that is set twice has the later value; an empty one is none.
class DotText {
 public:
  /// The graph itself, or one of its nodes and edges.
  using Object = std::size_t;
  static constexpr Object graph = 0;

  explicit DotText(std::string_view name);

  /// Names are quoted as they stand and must differ.
  Object node(std::string name);
  Object edge(Object from, Object to);

  /// Every backslash of the value is doubled, for readers take one as the begin of an escape.
  void set(Object object, std::string_view attribute, std::string_view value);
  /// An HTML-like value, which must be well-formed. Its backslashes are doubled too: Graphviz puts
  /// the node's name for `\N` in it, and reads `&#92;` as a backslash first.
  void set_html(Object object, std::string_view attribute, std::string_view html);

  [[nodiscard]] std::string text() const;

 private:
  struct Part {
    std::string head;
    std::map<std::string, std::string, std::less<>> attributes = {};  ///< values as written
  };
  static void append(std::string& out, const Part& part);

  std::vector<Part> parts_;
  std::vector<Object> nodes_;
  std::vector<Object> edges_;
};

/// A tooltip. Graphviz reads it for entities and twice for escapes (`\N`, the node's name), so that
/// a backslash is doubled here and once more on writing; line breaks are kept.
[[nodiscard]] std::string tooltip_text(std::string_view text);

}  // namespace entente
