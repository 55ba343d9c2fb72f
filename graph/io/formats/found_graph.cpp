#include "io/formats/found_graph.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

#include <entente/base/json_text.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/time/date_error.hpp>

#include "model/json_append.hpp"

namespace entente {
namespace {

using Form = Property::Form;

constexpr std::array<std::string_view, 4> kind_names = {"kind", "type", "category", "class"};
constexpr std::array<std::string_view, 5> type_names = {"type", "kind", "relation", "relationship",
                                                        "interaction"};
constexpr std::array<std::string_view, 3> label_names = {"label", "name", "title"};
constexpr std::string_view any_node = "node";
constexpr std::string_view any_edge = "edge";
constexpr std::size_t most_found = 4000;  // kinds or types, which a vocabulary has room for

/// Whether two names are the same but for the case of their letters, as programs write headers.
bool is_called(std::string_view name, std::string_view lower) {
  return name.size() == lower.size() &&
         std::equal(name.begin(), name.end(), lower.begin(), [](char a, char b) {
           return std::tolower(static_cast<unsigned char>(a)) == b;
         });
}

const Property* find_text(const FoundElement& element, std::string_view name) {
  for (const Property& property : element.properties)
    if (property.form == Form::text && !property.value.empty() && is_called(property.name, name))
      return &property;
  return nullptr;
}

/// A text that can be the id of a kind or a type: on one line, without blanks around it.
std::string class_id(std::string_view text) {
  std::string id;
  for (const char c : text) {
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    if (blank && (id.empty() || id.back() == ' ')) continue;
    id += blank ? ' ' : c;
  }
  if (!id.empty() && id.back() == ' ') id.pop_back();
  return holds_control(id) ? std::string() : id;
}

/// The property that says what elements are: the first of the names that one of them has, if it
/// tells classes apart and is no text of its own each time.
template <typename Element, std::size_t n>
std::string_view classing(const std::vector<Element>& elements,
                          const std::array<std::string_view, n>& names) {
  for (const std::string_view name : names) {
    std::set<std::string> values;
    for (const Element& element : elements) {
      const Property* property = find_text(element, name);
      if (property != nullptr) values.insert(class_id(property->value));
      if (values.size() > most_found) break;
    }
    if (!values.empty() && values.size() <= most_found) return name;
  }
  return {};
}

std::optional<When> parsed(const std::string& text) {
  try {
    return When::from_text(text);
  } catch (const DateError&) {
    return std::nullopt;
  }
}

/// An end that is a date, or none.
std::optional<std::string> end_text(const Property* property) {
  if (property == nullptr) return std::string();
  const auto when = parsed(property->value);
  if (!when || when->is_interval()) return std::nullopt;
  return property->value;
}

/// When an element is, and the properties that say so.
struct FoundWhen {
  std::optional<When> when = {};
  std::vector<const Property*> used = {};
};

FoundWhen when_of(const FoundElement& element) {
  if (!element.when.empty())
    if (auto when = parsed(element.when)) return {std::move(when), {}};
  if (const Property* property = find_text(element, "when"))
    if (auto when = parsed(property->value)) return {std::move(when), {property}};
  const Property* start = find_text(element, "start");
  const Property* end = find_text(element, "end");
  if (start == nullptr && end == nullptr) return {};
  const auto first = end_text(start);
  const auto last = end_text(end);
  if (!first || !last) return {};
  try {
    FoundWhen found{When::between(*first, *last), {}};
    if (start != nullptr) found.used.push_back(start);
    if (end != nullptr) found.used.push_back(end);
    return found;
  } catch (const DateError&) {
    return {};
  }
}

std::string spaced(std::string_view id) {
  std::string words(id);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

/// A record's text, with the properties that are no member as attributes.
class FoundRecord {
 public:
  explicit FoundRecord(const FoundElement& element) : element_(element) {}

  void member(std::string_view name, std::string_view text) {
    json::append_member(out_, name, text);
  }
  void names(std::string_view label) {
    if (label.empty()) return;
    json::append_key(out_, "names");
    out_ += R"({"und": [)";
    json::append_text(out_, label);
    out_ += "]}";
  }
  /// Leaves a property out of the attributes.
  void use(const Property* property) {
    if (property != nullptr) used_.push_back(property);
  }
  void when() {
    FoundWhen found = when_of(element_);
    if (!found.when) return;
    json::append_key(out_, "when");
    json::append_when(out_, *found.when);
    used_.insert(used_.end(), found.used.begin(), found.used.end());
  }

  [[nodiscard]] std::string take() && {
    std::string attributes;
    for (const Property& property : element_.properties) add_attribute(attributes, property);
    if (!attributes.empty()) {
      json::append_key(out_, "attributes");
      out_ += '{' + attributes + '}';
    }
    return out_ + '}';
  }

 private:
  void add_attribute(std::string& out, const Property& property) {
    if (std::find(used_.begin(), used_.end(), &property) != used_.end()) return;
    if (!out.empty()) out += ", ";
    json::append_text(out, property.name);
    out += ": ";
    if (property.form == Form::json && !is_nested(property.value))
      out += property.value;
    else
      json::append_text(out, property.value);
  }

  /// An attribute is a scalar or a list of them; what is more is kept as the text that it is.
  static bool is_nested(std::string_view json) {
    if (json.starts_with('{')) return true;
    return json.starts_with('[') && json.find_first_of("[{", 1) != json.npos;
  }

  const FoundElement& element_;
  std::string out_ = "{";
  std::vector<const Property*> used_;
};

/// Types as found, with and without direction.
struct FoundType {
  bool directed = false;
  bool undirected = false;
};

class FoundGraph {
 public:
  FoundGraph(ForeignReading& reading, std::vector<FoundNode> nodes, std::vector<FoundEdge> edges)
      : reading_(reading), nodes_(std::move(nodes)), edges_(std::move(edges)) {}

  void imply_nodes() {
    std::unordered_set<std::string> ids;
    for (const FoundNode& node : nodes_) ids.insert(node.id);
    for (const FoundEdge& edge : edges_)
      for (const std::string& end : {edge.from, edge.to})
        if (ids.insert(end).second) {
          nodes_.emplace_back().id = end;
          nodes_.back().place = edge.place;
        }
  }

  void add() {
    kind_property_ = classing(nodes_, kind_names);
    type_property_ = classing(edges_, type_names);
    for (const FoundEdge& edge : edges_) {
      FoundType& type = types_[type_of(edge)];
      (edge.direction == Symmetry::directed ? type.directed : type.undirected) = true;
    }
    for (const FoundNode& node : nodes_) add_entity(node);
    note_ids();
    for (const FoundEdge& edge : edges_)
      if (!add_relation(edge)) break;
    reading_.vocabulary(vocabulary());
  }

 private:
  [[nodiscard]] std::string type_of(const FoundEdge& edge) const {
    const Property* property = type_property_.empty() ? nullptr : find_text(edge, type_property_);
    std::string id = property == nullptr ? std::string() : class_id(property->value);
    return id.empty() ? std::string(any_edge) : id;
  }

  void add_entity(const FoundNode& node) {
    FoundRecord record(node);
    const Property* kind = kind_property_.empty() ? nullptr : find_text(node, kind_property_);
    record.use(kind);
    std::string kind_id = kind == nullptr ? std::string() : class_id(kind->value);
    if (kind_id.empty()) kind_id = any_node;
    kinds_.insert(kind_id);
    record.member("id", node.id);
    record.member("kind", kind_id);
    std::string_view label = node.label;
    for (const std::string_view name : label_names) {
      if (!label.empty()) break;
      const Property* property = find_text(node, name);
      record.use(property);
      if (property != nullptr) label = property->value;
    }
    record.names(label);
    record.when();
    reading_.add_entity_json(std::move(record).take(), node.place);
  }

  /// Ids that edges have; one that several have is nobody's.
  void note_ids() {
    std::unordered_set<std::string_view> seen;
    for (const FoundEdge& edge : edges_)
      if (!edge.id.empty() && !seen.insert(edge.id).second) repeated_.insert(edge.id);
    taken_ = std::move(seen);
  }

  std::string id_of(const FoundEdge& edge) {
    if (!edge.id.empty() && !repeated_.contains(edge.id)) return edge.id;
    std::string id;
    do id = "e" + std::to_string(++last_id_);
    while (taken_.contains(id));
    return id;
  }

  bool add_relation(const FoundEdge& edge) {
    FoundRecord record(edge);
    const std::string type = type_of(edge);
    if (!type_property_.empty()) record.use(find_text(edge, type_property_));
    const FoundType& found = types_.find(type)->second;
    const bool apart = found.directed && edge.direction == Symmetry::symmetric;
    record.member("id", id_of(edge));
    record.member("type", type + (apart ? "-undirected" : ""));
    record.member("from", edge.from);
    record.member("to", edge.to);
    record.when();
    return reading_.add_relation_json(std::move(record).take(), edge.place);
  }

  void add_kind(JsonText& json, const std::string& id) const {
    json.open_object().member("id", id);
    const Kind* known = builtin_.find_kind(id);
    if (known != nullptr && !known->drawing_class.empty())
      json.member("drawing_class", known->drawing_class);
    json.close_object();
  }

  void add_type(JsonText& json, const std::string& id, Symmetry symmetry) const {
    json.open_object().member("id", id);
    json.key("from").open_list().value("any").close_list();
    json.key("to").open_list().value("any").close_list();
    if (symmetry == Symmetry::symmetric) json.member("symmetric", true);
    json.key("forward").open_object();
    json.member("en", id == any_edge ? std::string("is tied to") : spaced(id));
    json.close_object().close_object();
  }

  [[nodiscard]] std::string vocabulary() const {
    JsonText json;
    json.open_object().member("format", "entente-vocabulary/1").member("name", "found");
    json.key("kinds").open_list();
    for (const std::string& kind : kinds_) add_kind(json, kind);
    json.close_list().key("types").open_list();
    for (const auto& [id, found] : types_) {
      if (found.directed) add_type(json, id, Symmetry::directed);
      if (found.undirected)
        add_type(json, id + (found.directed ? "-undirected" : ""), Symmetry::symmetric);
    }
    return json.close_list().close_object().str();
  }

  ForeignReading& reading_;
  std::vector<FoundNode> nodes_;
  std::vector<FoundEdge> edges_;
  std::string_view kind_property_;
  std::string_view type_property_;
  std::set<std::string> kinds_;
  std::map<std::string, FoundType, std::less<>> types_;
  std::unordered_set<std::string_view> taken_;
  std::unordered_set<std::string_view> repeated_;
  std::size_t last_id_ = 0;
  Vocabulary builtin_ = builtin_vocabulary();
};

}  // namespace

void add_found_graph(ForeignReading& reading, std::vector<FoundNode> nodes,
                     std::vector<FoundEdge> edges, Nodes rule) {
  FoundGraph graph(reading, std::move(nodes), std::move(edges));
  if (rule == Nodes::implied) graph.imply_nodes();
  graph.add();
}

}  // namespace entente
