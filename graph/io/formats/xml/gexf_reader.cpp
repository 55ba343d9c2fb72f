/// GEXF 1.1 to 1.3, as Gephi, NetworkX and others write it.
///
/// Dates are inclusive days; the first and the last of a spell make an interval, an end that is not
/// given is open; timestamps are instants. Several spells of an edge make a relation each; several
/// of a node are kept as they are. Times that are numbers are no dates and stay attributes. Nodes
/// inside nodes become flat, each with its `parent`; colours, places and sizes are attributes.
/// @see GEXF 1.3 primer, https://gexf.net/primer.html

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/formats/flat_columns.hpp"
#include "io/formats/property_graph.hpp"
#include "io/formats/readers.hpp"
#include "io/formats/time_sets.hpp"
#include "io/formats/xml/xml_events.hpp"
#include "model/json_append.hpp"

namespace entente {
namespace {

/// An attribute as declared; a list has many values in one text.
struct GexfAttribute {
  std::string title;
  CellType type = CellType::text;
  bool is_list = false;
  std::optional<std::string> fallback = {};
};

using GexfAttributes = std::map<std::string, GexfAttribute, std::less<>>;

CellType cell_type_of(std::string_view name) {
  if (name == "boolean") return CellType::boolean;
  if (name == "integer" || name == "long" || name == "short" || name == "byte")
    return CellType::integer;
  if (name == "float" || name == "double") return CellType::real;
  return CellType::text;
}

/// The texts of `[a, "b, c"]` or, as 1.2 has it, `a|b`.
std::vector<std::string> listed_texts(std::string_view text) {
  const bool bracketed = text.starts_with('[') && text.ends_with(']');
  const char divider = bracketed ? ',' : '|';
  if (bracketed) text = text.substr(1, text.size() - 2);
  std::vector<std::string> texts;
  std::string one;
  char quote = '\0';
  bool any = false;
  for (const char c : text) {
    if (quote != '\0' && c == quote) {
      quote = '\0';
    } else if (quote == '\0' && bracketed && (c == '"' || c == '\'') && one.empty()) {
      quote = c;
      any = true;
    } else if (quote == '\0' && c == divider) {
      texts.push_back(std::exchange(one, {}));
      any = true;
    } else if (quote != '\0' || c != ' ' || !one.empty()) {
      one += c;
      any = true;
    }
  }
  if (any) texts.push_back(std::move(one));
  return texts;
}

Property list_property(const std::string& name, std::string_view text) {
  std::string json = "[";
  for (const std::string& one : listed_texts(text)) {
    if (json.size() > 1) json += ", ";
    json::append_text(json, one);
  }
  return {name, json + "]", Property::Form::json};
}

TimeSpell spell_of(const XmlElement& element) {
  const auto end = [&](std::string_view name, std::string_view open_name) {
    return std::string(finite_end(element.has(name) ? element[name] : element[open_name]));
  };
  return {end("start", "startopen"), end("end", "endopen")};
}

class GexfReader : public XmlHandler {
 public:
  explicit GexfReader(ForeignReading& reading) : reading_(reading), graph_(reading) {}

  void begin(const XmlElement& element) override {
    const std::string_view name = element.name();
    if (name == "graph")
      begin_graph(element);
    else if (name == "attributes")
      declared_ = element["class"] == "edge" ? &edge_attributes_ : &node_attributes_;
    else if (name == "attribute")
      begin_attribute(element);
    else if (name == "node")
      begin_node(element);
    else if (name == "edge")
      begin_edge(element);
    else if (name == "attvalue")
      add_value(element);
    else if (name == "spell" || name == "slice")
      add_spell(element);
    else
      begin_look(element);
  }

  void end(std::string_view name, const std::string& text) override {
    if (name == "node")
      end_node();
    else if (name == "edge")
      end_edge();
    else if (name == "default" && attribute_ != nullptr)
      attribute_->fallback = text;
    else if (name == "attribute")
      attribute_ = nullptr;
    else if (name == "keywords" && text.find("entente/1") != text.npos)
      header_ = text;
    else if (name == "description" && !text.empty())
      graph_.title(text);
  }

  void finish() {
    if (!reading_.stopped() && !seen_graph_)
      reading_.report({}, {"no-graph", "there is no <graph> in it", "export the file again"});
    if (!header_.empty()) graph_.header(header_);
    std::move(graph_).finish();
  }

 private:
  /// A node or an edge under way.
  struct Open {
    FoundEdge element = {};
    TimeSpell whole = {};  // as the element itself says
    std::vector<TimeSpell> spells = {};
    std::vector<std::string> instants = {};
    std::map<std::string, std::size_t, std::less<>> given = {};  // attributes, to their property
    std::vector<Property> looks = {};                            // one a name
    std::size_t said = 0;  // properties that the element itself says
  };

  [[nodiscard]] bool is_ours() const { return !header_.empty(); }
  [[nodiscard]] bool has_dates() const {
    return time_format_ != "double" && time_format_ != "integer" && time_format_ != "float" &&
           time_format_ != "long";
  }
  [[nodiscard]] Open* innermost() {
    if (in_edge_) return &edge_;
    return nodes_.empty() ? nullptr : &nodes_.back();
  }

  void tell_once(bool& told, const XmlElement& element, Finding finding) {
    if (!std::exchange(told, true)) reading_.remark({0, element.at()}, std::move(finding));
  }

  void begin_graph(const XmlElement& element) {
    seen_graph_ = true;
    if (element.has("defaultedgetype")) directed_ = element["defaultedgetype"] == "directed";
    const std::string_view format =
        element.has("timeformat") ? element["timeformat"] : element["timetype"];
    const bool is_dynamic = element["mode"] == "dynamic";
    if (!format.empty())
      time_format_ = format;
    else if (is_dynamic)
      time_format_ = "double";  // what 1.2 and 1.3 take where nothing is said
  }

  void begin_attribute(const XmlElement& element) {
    if (declared_ == nullptr) return;
    GexfAttribute& attribute = (*declared_)[std::string(element["id"])];
    attribute.title = element.has("title") ? std::string(element["title"]) : element["id"];
    attribute.type = cell_type_of(element["type"]);
    attribute.is_list = element["type"].starts_with("list");
    attribute_ = &attribute;
  }

  void begin_node(const XmlElement& element) {
    Open& node = nodes_.emplace_back();
    node.element.id = element["id"];
    node.element.label = element["label"];
    node.element.place = {0, element.at()};
    std::string parent(element["pid"]);
    if (nodes_.size() > 1) parent = nodes_[nodes_.size() - 2].element.id;
    if (!parent.empty()) {
      tell_once(told_hierarchy_, element,
                {"hierarchy", "nodes inside nodes become flat; `parent` says where they were",
                 "relate the nodes to their group where that matters"});
      node.element.properties.push_back({"parent", parent, Property::Form::text});
    }
    add_times(node, element);
    node.said = node.element.properties.size();
  }

  void begin_edge(const XmlElement& element) {
    edge_ = Open();
    FoundEdge& edge = edge_.element;
    edge.id = element["id"];
    edge.from = element["source"];
    edge.to = element["target"];
    edge.label = element["label"];
    edge.place = {0, element.at()};
    const std::string_view type = element["type"];
    const bool says_none = type == "undirected" || type == "mutual";
    const bool directed = says_none ? false : type == "directed" || directed_;
    edge.direction = directed ? Symmetry::directed : Symmetry::symmetric;
    if (!is_ours()) {
      // NetworkX puts an attribute `type` there, whatever it says.
      if (!type.empty() && type != "directed" && !says_none)
        edge.properties.push_back({"type", std::string(type), Property::Form::text});
      for (const char* weight : {"weight", "cardinal"})  // as 1.1 calls it
        if (element.has(weight))
          edge.properties.push_back(property_of_cell("weight", CellType::real, element[weight]));
      if (element.has("kind"))
        edge.properties.push_back({"kind", std::string(element["kind"]), Property::Form::text});
    }
    in_edge_ = true;
    add_times(edge_, element);
    edge_.said = edge.properties.size();
  }

  void add_times(Open& open, const XmlElement& element) {
    if (is_ours()) return;
    if (!has_dates()) {
      for (const char* name : {"start", "end", "timestamp"})
        if (element.has(name))
          open.element.properties.push_back(property_of_cell(name, CellType::real, element[name]));
      for (const char* name : {"timestamps", "intervals"})
        if (element.has(name))
          open.element.properties.push_back(
              {name, std::string(element[name]), Property::Form::text});
      return;
    }
    open.whole = spell_of(element);
    add_instants(open, element);
    for (TimeSpell& spell : intervals_of(element["intervals"]))
      open.spells.push_back(std::move(spell));
  }

  static void add_instants(Open& open, const XmlElement& element) {
    if (element.has("timestamp")) open.instants.emplace_back(element["timestamp"]);
    for (std::string& one : instants_of(element["timestamps"]))
      open.instants.push_back(std::move(one));
  }

  void add_spell(const XmlElement& element) {
    Open* open = innermost();
    if (open == nullptr || is_ours()) return;
    add_instants(*open, element);
    TimeSpell spell = spell_of(element);
    if (!spell.empty()) open->spells.push_back(std::move(spell));
  }

  void add_value(const XmlElement& element) {
    Open* open = innermost();
    if (open == nullptr) return;
    const std::string id(element.has("for") ? element["for"] : element["id"]);
    const GexfAttributes& declared = in_edge_ ? edge_attributes_ : node_attributes_;
    const auto found = declared.find(id);
    GexfAttribute attribute =
        found == declared.end() ? GexfAttribute{id, CellType::text} : found->second;
    Property property = attribute.is_list
                            ? list_property(attribute.title, element["value"])
                            : property_of_cell(attribute.title, attribute.type, element["value"]);
    const auto known = open->given.find(id);
    if (known == open->given.end()) {
      open->given.emplace(id, put(*open, std::move(property)));
      return;
    }
    tell_once(told_dynamic_, element,
              {"dynamic-attribute", "an attribute has several values over time; the last is kept",
               "write values of different times as relations of their own"});
    open->element.properties[known->second] = std::move(property);
  }

  /// Adds a property, or puts it in the place of what the element itself said, such as `weight`;
  /// its number.
  static std::size_t put(Open& open, Property property) {
    std::vector<Property>& properties = open.element.properties;
    std::size_t place = 0;
    while (place < open.said && properties[place].name != property.name) ++place;
    if (place < open.said)
      properties[place] = std::move(property);
    else
      properties.push_back(std::move(property));
    return place < open.said ? place : properties.size() - 1;
  }

  /// How it looks: colours, places, sizes.
  void begin_look(const XmlElement& element) {
    Open* open = innermost();
    if (open == nullptr || is_ours()) return;
    const auto look = [&](Property property) {
      std::erase_if(open->looks, [&](const Property& one) { return one.name == property.name; });
      open->looks.push_back(std::move(property));
    };
    const auto number = [&](std::string_view name, std::string_view attribute) {
      if (element.has(attribute)) look(property_of_cell(name, CellType::real, element[attribute]));
    };
    const std::string_view name = element.name();
    if (name == "position") {
      for (const std::string_view axis : {"x", "y", "z"}) number(axis, axis);
    } else if (name == "size" || name == "thickness") {
      number(name, "value");
    } else if (name == "shape") {
      look({"shape", std::string(element["value"]), Property::Form::text});
    } else if (name == "color") {
      look({"color", colour_of(element), Property::Form::text});
    }
  }

  /// An attribute may be called as looks are.
  static void add_looks(Open& open) {
    std::vector<Property>& properties = open.element.properties;
    for (Property& look : open.looks) {
      const auto is_called_so = [&](const Property& one) { return one.name == look.name; };
      if (std::any_of(properties.begin(), properties.end(), is_called_so))
        look.name = "viz_" + look.name;
      properties.push_back(std::move(look));
    }
  }

  static std::string colour_of(const XmlElement& element) {
    if (element.has("hex")) return std::string(element["hex"]);
    return "rgb(" + std::string(element["r"]) + "," + std::string(element["g"]) + "," +
           std::string(element["b"]) + ")";
  }

  void add_defaults(Open& open, const GexfAttributes& declared) {
    for (const auto& [id, attribute] : declared)
      if (attribute.fallback && !open.given.contains(id) && graph_.takes_copy(open.element.place))
        open.element.properties.push_back(
            attribute.is_list
                ? list_property(attribute.title, *attribute.fallback)
                : property_of_cell(attribute.title, attribute.type, *attribute.fallback));
  }

  /// When an element is, unless it has several spells: those are returned.
  [[nodiscard]] std::vector<TimeSpell> choose_times(Open& open) const {
    if (open.spells.empty() && !open.whole.empty()) open.spells.push_back(open.whole);
    if (!open.instants.empty() && (!has_dates() || !open.spells.empty()))
      add_list(open.element, "timestamps", open.instants);
    else if (!open.instants.empty())
      open.element.when = all_of(open.instants);
    if (open.spells.size() > 1 || (!has_dates() && !open.spells.empty())) return open.spells;
    if (!open.spells.empty()) open.element.when = open.spells.front().text();
    return {};
  }

  static void add_list(FoundElement& element, std::string name,
                       const std::vector<std::string>& texts) {
    std::string list = "[";
    for (const std::string& one : texts) {
      if (list.size() > 1) list += ", ";
      json::append_text(list, one);
    }
    element.properties.push_back({std::move(name), list + "]", Property::Form::json});
  }

  static void add_spells(FoundElement& element, const std::vector<TimeSpell>& spells) {
    std::vector<std::string> texts;
    for (const TimeSpell& spell : spells) texts.push_back(spell.text());
    if (!texts.empty()) add_list(element, "spells", texts);
  }

  void end_node() {
    if (nodes_.empty()) return;
    Open node = std::move(nodes_.back());
    nodes_.pop_back();
    add_defaults(node, node_attributes_);
    add_looks(node);
    add_spells(node.element, choose_times(node));
    graph_.add(FoundNode(std::move(node.element)));
  }

  void end_edge() {
    in_edge_ = false;
    add_defaults(edge_, edge_attributes_);
    add_looks(edge_);
    const std::vector<TimeSpell> spells = choose_times(edge_);
    FoundEdge& edge = edge_.element;
    if (!has_dates()) add_spells(edge, spells);
    if (!edge.label.empty() && !is_ours())
      edge.properties.push_back({"label", edge.label, Property::Form::text});
    if (spells.empty() || !has_dates()) return graph_.add(std::move(edge));
    if (!std::exchange(told_spells_, true))
      reading_.remark(edge.place,
                      {"spells", "an edge with several spells becomes a relation for each",
                       "their ids end in -2, -3 …"});
    std::size_t number = 0;
    for (const TimeSpell& spell : spells) {
      for (std::size_t i = 0; number > 0 && i < edge.properties.size(); ++i)
        if (!graph_.takes_copy(edge.place)) return;
      FoundEdge one = edge;
      if (++number > 1 && !one.id.empty()) one.id += "-" + std::to_string(number);
      one.when = spell.text();
      graph_.add(std::move(one));
    }
  }

  ForeignReading& reading_;
  PropertyGraph graph_;
  std::string header_;
  std::string time_format_ = "date";
  bool directed_ = false;  // what all versions take where nothing is said
  bool seen_graph_ = false;
  GexfAttributes node_attributes_;
  GexfAttributes edge_attributes_;
  GexfAttributes* declared_ = nullptr;
  GexfAttribute* attribute_ = nullptr;
  std::vector<Open> nodes_;  // that are open, the innermost last
  Open edge_;
  bool in_edge_ = false;
  bool told_hierarchy_ = false;
  bool told_dynamic_ = false;
  bool told_spells_ = false;
};

}  // namespace

bool is_gexf(std::string_view text) {
  return xml_root(text) == "gexf";
}

void read_gexf(ForeignReading& reading) {
  GexfReader reader(reading);
  read_xml(reading, reader);
  reader.finish();
}

}  // namespace entente
