#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "io/formats/database/database_readers.hpp"
#include "io/formats/database/named_columns.hpp"
#include "io/formats/database/neo4j_columns.hpp"
#include "io/formats/own/own_records.hpp"
#include "io/formats/property_graph.hpp"
#include "io/tables/csv.hpp"
#include "model/json_append.hpp"

namespace entente {
namespace {

/// What the first row of a file says of its columns, or of those of files without one.
struct Heading {
  std::vector<std::string> names = {};
  std::vector<Neo4jColumn> columns = {};
  bool of_nodes = false;
  bool of_edges = false;
  bool stands_alone = false;  ///< there are no rows below
};

/// The name of a file without folder and ending.
std::string stem_of(std::string_view name) {
  name.remove_prefix(name.find_last_of('/') + 1);  // npos + 1 is 0
  return ascii_lowered(name.substr(0, name.find('.')));
}

/// Which files the heading in a file of that stem is for: `people-header` for those that begin with
/// `people`. Nothing if it is not called a header.
std::optional<std::string> headed_by(std::string stem) {
  const std::size_t word = stem.rfind("header");
  if (word == stem.npos) return std::nullopt;
  stem.resize(word);
  while (!stem.empty() && (stem.back() == '-' || stem.back() == '_')) stem.pop_back();
  return stem;
}

/// An id and the space that it is unique in.
struct SpacedId {
  std::string id = {};
  std::string space = {};
};

struct SpacedNode {
  FoundNode node = {};
  SpacedId id = {};
  std::string labels = {};
};

struct SpacedEdge {
  FoundEdge edge = {};
  SpacedId from = {};
  SpacedId to = {};
  std::string type = {};
};

class Neo4jReader {
 public:
  explicit Neo4jReader(ForeignReading& reading) : reading_(reading) {}

  void read() {
    for (std::size_t file = 0; file < reading_.files().size() && !reading_.stopped(); ++file)
      headings_.push_back(heading_of(file));
    for (std::size_t file = 0; file < reading_.files().size() && !reading_.stopped(); ++file)
      read_file(file);
    PropertyRecords graph(reading_);
    if (is_own()) graph.header(header_, header_place_);
    for (SpacedNode& one : nodes_) {
      one.node.id = id_of(one.id);
      if (is_own())
        show_parts(one.node, one.labels, "kind");
      else
        add_classes(one.node, "kind", one.labels);
      graph.add(std::move(one.node));
    }
    for (SpacedEdge& one : edges_) {
      one.edge.from = id_of(one.from);
      one.edge.to = id_of(one.to);
      if (is_own())
        show_parts(one.edge, one.type, "type");
      else
        add_classes(one.edge, "type", one.type);
      graph.add(std::move(one.edge));
    }
    std::move(graph).finish();
  }

 private:
  Heading heading_of(std::size_t file) {
    NamedColumns rows(reading_, file);
    Heading heading;
    heading.names = rows.names();
    std::set<Neo4jRole> roles;
    for (const std::string& title : heading.names) {
      heading.columns.push_back(neo4j_column(title));
      roles.insert(heading.columns.back().role);
    }
    heading.of_nodes = roles.contains(Neo4jRole::id);
    heading.of_edges = roles.contains(Neo4jRole::start) && roles.contains(Neo4jRole::end);
    heading.stands_alone = (heading.of_nodes || heading.of_edges) && !rows.next();
    return heading;
  }

  /// The heading that stands in a file of its own, as `neo4j-admin` takes them; nullptr if there is
  /// none for this file.
  [[nodiscard]] const Heading* heading_elsewhere(std::size_t file) const {
    const std::string stem = stem_of(reading_.files()[file].name);
    const Heading* best = nullptr;
    std::size_t longest = 0;
    for (std::size_t other = 0; other < headings_.size(); ++other) {
      if (!headings_[other].stands_alone) continue;
      const auto headed = headed_by(stem_of(reading_.files()[other].name));
      if (!headed || !stem.starts_with(*headed)) continue;
      if (best != nullptr && headed->size() <= longest) continue;
      best = &headings_[other];
      longest = headed->size();
    }
    return best;
  }

  void read_file(std::size_t file) {
    const Heading& own = headings_[file];
    if (own.stands_alone) return;
    if (own.of_nodes || own.of_edges) {
      NamedColumns rows(reading_, file);
      return read_rows(rows, own);
    }
    if (const Heading* elsewhere = heading_elsewhere(file)) {
      NamedColumns rows(reading_, file, elsewhere->names);
      return read_rows(rows, *elsewhere);
    }
    if (const std::string advice = tables::delimiter_advice(own.names); !advice.empty())
      return reading_.stop({file, 0}, {"neo4j-header", "the first row is a single cell", advice});
    reading_.stop(
        {file, 0},
        {"neo4j-header", "the first row names neither `:ID` nor `:START_ID` and `:END_ID`",
         "a header of its own is called NAME-header.csv, for files that begin with "
         "NAME; plain tables are read with --from csv"});
  }

  void read_rows(NamedColumns& rows, const Heading& heading) {
    while (rows.next())
      if (heading.of_edges)
        read_edge(rows, heading.columns);
      else
        read_node(rows, heading.columns);
  }

  void read_node(const NamedColumns& rows, const std::vector<Neo4jColumn>& columns) {
    SpacedNode one;
    one.node.place = rows.place();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string_view cell = rows.cell(i);
      if (cell.empty()) continue;
      if (columns[i].role == Neo4jRole::id)
        one.id = {std::string(cell), columns[i].space};
      else if (columns[i].role == Neo4jRole::label)
        one.labels = cell;
      else if (columns[i].role == Neo4jRole::property)
        one.node.properties.push_back(neo4j_property(columns[i], cell));
    }
    if (is_dossier(one)) return;
    spaces_[one.id.id].insert(one.id.space);
    nodes_.push_back(std::move(one));
  }

  void read_edge(const NamedColumns& rows, const std::vector<Neo4jColumn>& columns) {
    SpacedEdge one;
    one.edge.place = rows.place();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string_view cell = rows.cell(i);
      if (cell.empty()) continue;
      const Neo4jColumn& column = columns[i];
      if (column.role == Neo4jRole::start)
        one.from = {std::string(cell), column.space};
      else if (column.role == Neo4jRole::end)
        one.to = {std::string(cell), column.space};
      else if (column.role == Neo4jRole::type)
        one.type = cell;
      else if (column.role == Neo4jRole::property && column.name == "id")
        one.edge.id = one.edge.own_id = cell;
      else if (column.role == Neo4jRole::property)
        one.edge.properties.push_back(neo4j_property(column, cell));
    }
    edges_.push_back(std::move(one));
  }

  /// The node that we write for the dossier itself.
  bool is_dossier(const SpacedNode& one) {
    if (one.id.space != "dossier") return false;
    for (const Property& property : one.node.properties)
      if (property.name == "header") {
        header_ = property.value;
        header_place_ = one.node.place;
        return true;
      }
    return false;
  }

  [[nodiscard]] bool is_own() const { return !header_.empty(); }

  /// The days between which a date lies, the name and the class are what Neo4j shows.
  void show_parts(FoundElement& element, const std::string& classes, std::string_view member) {
    std::string_view kept;
    for (Property& property : element.properties) {
      if (property.name == "earliest") property.name = "start";
      if (property.name == "latest") property.name = "end";
      if (property.name == "name" && member == "kind") element.label = property.value;
      if (property.name == member) kept = property.value;
    }
    // We write a file for each kind and each type: where its name is still the class, the member
    // has been edited.
    const std::string file = stem_of(reading_.files()[element.place.file].name);
    const std::string stem = (member == "kind" ? "nodes-" : "relations-") + ascii_lowered(classes);
    if (file != stem || kept.empty())
      element.properties.push_back({std::string(shown_type), classes, Property::Form::text});
  }

  /// The first label is what an element is; others are kept, and a property of that name gets
  /// another.
  static void add_classes(FoundElement& element, const std::string& name, std::string_view labels) {
    if (labels.empty()) return;
    for (Property& property : element.properties)
      if (property.name == name) property.name = "property_" + name;
    const auto list = split(labels, ';');
    element.properties.insert(element.properties.begin(),
                              {name, std::string(list.front()), Property::Form::text});
    if (list.size() == 1) return;
    std::string json = "[";
    for (std::size_t i = 1; i < list.size(); ++i) {
      if (i > 1) json += ", ";
      json::append_text(json, list[i]);
    }
    element.properties.push_back({"labels", json + ']', Property::Form::json});
  }

  /// An id, with its space where two spaces have it, or another one than the end of an edge names.
  [[nodiscard]] std::string id_of(const SpacedId& one) const {
    const auto spaces = spaces_.find(one.id);
    if (spaces == spaces_.end()) return one.id;
    const bool elsewhere = !one.space.empty() && !spaces->second.contains(one.space);
    return spaces->second.size() > 1 || elsewhere ? one.space + ":" + one.id : one.id;
  }

  ForeignReading& reading_;
  std::vector<Heading> headings_;  // of the files
  std::vector<SpacedNode> nodes_;
  std::vector<SpacedEdge> edges_;
  std::map<std::string, std::set<std::string>> spaces_;
  std::string header_;
  ForeignPlace header_place_;
};

}  // namespace

bool is_neo4j(std::string_view text) {
  const std::string_view head = text.substr(0, text.find_first_of("\r\n"));
  return head.find(":ID") != head.npos ||
         (head.find(":START_ID") != head.npos && head.find(":END_ID") != head.npos);
}

void read_neo4j(ForeignReading& reading) {
  Neo4jReader(reading).read();
}

}  // namespace entente
