#pragma once

/// Nodes and edges with properties, as nearly every program has them, on their way to records.
///
/// A file that we wrote says so in its header, and its properties are what our writers made of
/// members: `kind`, `names`, `when`, `attributes` … . Of any other file the properties are read for
/// what they commonly mean, and a vocabulary is made of the kinds and types found.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/formats/foreign.hpp"
#include "io/formats/found_elements.hpp"
#include "io/json/json_tape.hpp"

namespace entente {

/// A property of a node or an edge.
struct Property {
  /// Whether the value is a text, or anything as JSON.
  enum class Form : std::uint8_t { text, json };

  std::string name = {};
  std::string value = {};
  Form form = Form::text;
};

/// A property whose value is that of a member.
[[nodiscard]] Property property_of(JsonValue member);

/// What nodes and edges have in common.
struct FoundElement {
  std::string id = {};      ///< as the format has it; may be empty for edges
  std::string own_id = {};  ///< in files of ours, if the format needs another id
  std::string label = {};
  std::string when = {};  ///< EDTF, if the format itself has dates
  std::vector<Property> properties = {};
  ForeignPlace place = {};
};

using FoundNode = FoundElement;

struct FoundEdge : FoundElement {
  std::string from = {};
  std::string to = {};
  Symmetry direction = Symmetry::directed;
};

/// Whether an edge may name a node that the file does not list.
enum class Nodes : std::uint8_t { listed, implied };

class PropertyRecords {
 public:
  /// Borrows the reading.
  explicit PropertyRecords(ForeignReading& reading);

  /// The header of a file of ours as a JSON object: `format`, `title`, `vocabulary`. What is not
  /// ours is let be.
  void header(std::string json, ForeignPlace place = {});
  void title(std::string title);
  /// Notes a value that the file gives by a default or for several elements, not where it stands; a
  /// small file could make very many. False if there are too many, which stops the reading.
  [[nodiscard]] bool takes_copy(ForeignPlace place);
  void add(const FoundNode& node) { nodes_.front()->add(node); }
  void add(const FoundEdge& edge) { edges_.front()->add(edge); }
  /// Adds whole lists of elements.
  void add_nodes(std::unique_ptr<FoundElements> nodes) { nodes_.push_back(std::move(nodes)); }
  void add_edges(std::unique_ptr<FoundElements> edges) { edges_.push_back(std::move(edges)); }
  /// Makes records of all, and a vocabulary if the file has none.
  void finish(Nodes nodes = Nodes::listed) &&;

 private:
  ForeignReading& reading_;
  std::string header_;
  ForeignPlace header_place_;
  std::string title_;
  FoundLists nodes_;
  FoundLists edges_;
  std::size_t copies_ = 0;
};

/// Names that our writers give to members and marks, which no attribute is written under.
[[nodiscard]] bool is_reserved_property(std::string_view name);

}  // namespace entente
