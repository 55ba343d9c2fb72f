#pragma once

/// What a GraphML file declares of the data of its elements, and which an element has.

#include <map>
#include <string>
#include <string_view>

#include "base/text_map.hpp"
#include "io/formats/flat_columns.hpp"
#include "io/formats/property_graph.hpp"
#include "io/formats/xml/xml_events.hpp"

namespace entente {

/// A declared attribute.
struct GraphmlKey {
  std::string name;
  bool is_named = false;
  std::string element;  ///< "node", "edge", "all", …
  CellType type = CellType::text;
  bool has_default = false;
  std::string fallback = {};
};

/// The declared attributes of a file, by their ids; one at a time is open.
class GraphmlKeys {
 public:
  using All = std::map<std::string, GraphmlKey, std::less<>>;

  void begin(const XmlElement& element);
  void end_default(const std::string& text);
  void end() { open_ = nullptr; }
  [[nodiscard]] bool is_open() const { return open_ != nullptr; }

  /// Null: data of that id is not declared.
  [[nodiscard]] const GraphmlKey* find(std::string_view id) const;
  [[nodiscard]] const All& all() const { return all_; }

 private:
  All all_;
  GraphmlKey* open_ = nullptr;
};

/// Which properties an element has. Cost: constant in their number, once they are many.
class GivenNames {
 public:
  /// Whether the element, always the same, has one of that name; it is asked before the next one is
  /// added.
  [[nodiscard]] bool has(const FoundElement& element, const std::string& name);

 private:
  TextSet names_;
};

}  // namespace entente
