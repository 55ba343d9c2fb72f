/// GEXF 1.1 to 1.3, as Gephi, NetworkX and others write it.
///
/// Dates are inclusive days; the first and the last of a spell make an interval, an end that is not
/// given is open. Several spells of an edge make a relation each; several of a node are kept as
/// they are. Times that are numbers are no dates and stay attributes. Nodes inside nodes become
/// flat, each with its `parent`; colours, places and sizes are attributes.
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

/// The days of a spell as EDTF. An end that is not given, or infinite, is open.
struct Spell {
  std::string start;
  std::string end;

  [[nodiscard]] bool empty() const { return start.empty() && end.empty(); }
  [[nodiscard]] std::string text() const {
    return (start.empty() ? ".." : start) + "/" + (end.empty() ? ".." : end);
  }
};

std::string end_in(const XmlElement& element, std::string_view name, std::string_view open_name) {
  const std::string_view value = element.has(name) ? element[name] : element[open_name];
  return value.ends_with("nfinity") ? std::string() : std::string(value);
}

Spell spell_of(const XmlElement& element) {
  return {end_in(element, "start", "startopen"), end_in(element, "end", "endopen")};
}

/// The instants of `<[2014-01-01, 2015-01-01]>` as EDTF.
std::string instants_text(std::string_view text) {
  while (!text.empty() && (text.front() == '<' || text.front() == '[')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == '>' || text.back() == ']')) text.remove_suffix(1);
  std::string dates;
  for (const char c : text)
    if (c != ' ' && c != '"') dates += c;
  return dates.find(',') == dates.npos ? dates : "{" + dates + "}";
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
      add_spell(spell_of(element));
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
    Spell whole = {};  // as the element itself says
    std::vector<Spell> spells = {};
    std::map<std::string, std::size_t, std::less<>> given = {};  // attributes, to their property
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
    const bool directed = type.empty() ? directed_ : type == "directed";
    edge.direction = directed ? Symmetry::directed : Symmetry::symmetric;
    if (!is_ours()) {
      if (element.has("weight"))
        edge.properties.push_back(property_of_cell("weight", CellType::real, element["weight"]));
      if (element.has("kind"))
        edge.properties.push_back({"kind", std::string(element["kind"]), Property::Form::text});
    }
    in_edge_ = true;
    add_times(edge_, element);
  }

  void add_times(Open& open, const XmlElement& element) {
    if (is_ours()) return;
    const Spell spell = spell_of(element);
    if (!has_dates()) {
      for (const char* name : {"start", "end"})
        if (element.has(name))
          open.element.properties.push_back(property_of_cell(name, CellType::real, element[name]));
      return;
    }
    open.whole = spell;
    if (element.has("timestamp")) open.element.when = element["timestamp"];
    if (element.has("timestamps")) open.element.when = instants_text(element["timestamps"]);
  }

  void add_spell(Spell spell) {
    Open* open = innermost();
    if (open == nullptr || is_ours() || spell.empty()) return;
    if (has_dates())
      open->spells.push_back(std::move(spell));
    else
      open->element.properties.push_back({"spell", spell.text(), Property::Form::text});
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
    const auto [known, added] = open->given.emplace(id, open->element.properties.size());
    if (added) {
      open->element.properties.push_back(std::move(property));
      return;
    }
    tell_once(told_dynamic_, element,
              {"dynamic-attribute", "an attribute has several values over time; the last is kept",
               "write values of different times as relations of their own"});
    open->element.properties[known->second] = std::move(property);
  }

  /// How it looks: colours, places, sizes.
  void begin_look(const XmlElement& element) {
    Open* open = innermost();
    if (open == nullptr || is_ours()) return;
    const auto number = [&](std::string_view name, std::string_view attribute) {
      if (element.has(attribute))
        open->element.properties.push_back(
            property_of_cell(name, CellType::real, element[attribute]));
    };
    const std::string_view name = element.name();
    if (name == "position") {
      for (const std::string_view axis : {"x", "y", "z"}) number(axis, axis);
    } else if (name == "size" || name == "thickness") {
      number(name, "value");
    } else if (name == "shape") {
      open->element.properties.push_back(
          {"shape", std::string(element["value"]), Property::Form::text});
    } else if (name == "color") {
      open->element.properties.push_back({"color", colour_of(element), Property::Form::text});
    }
  }

  static std::string colour_of(const XmlElement& element) {
    if (element.has("hex")) return std::string(element["hex"]);
    return "rgb(" + std::string(element["r"]) + "," + std::string(element["g"]) + "," +
           std::string(element["b"]) + ")";
  }

  void add_defaults(Open& open, const GexfAttributes& declared) {
    for (const auto& [id, attribute] : declared)
      if (attribute.fallback && !open.given.contains(id) &&
          graph_.takes_default(open.element.place))
        open.element.properties.push_back(
            attribute.is_list
                ? list_property(attribute.title, *attribute.fallback)
                : property_of_cell(attribute.title, attribute.type, *attribute.fallback));
  }

  /// The spells of an element, or its own days where it has none.
  static void choose_spells(Open& open) {
    if (open.spells.empty() && !open.whole.empty()) open.spells.push_back(open.whole);
  }

  void end_node() {
    if (nodes_.empty()) return;
    Open node = std::move(nodes_.back());
    nodes_.pop_back();
    add_defaults(node, node_attributes_);
    choose_spells(node);
    if (node.spells.size() == 1) node.element.when = node.spells.front().text();
    if (node.spells.size() > 1) {
      std::string list = "[";
      for (const Spell& spell : node.spells) {
        if (list.size() > 1) list += ", ";
        json::append_text(list, spell.text());
      }
      node.element.properties.push_back({"spells", list + "]", Property::Form::json});
    }
    graph_.add(FoundNode(std::move(node.element)));
  }

  void end_edge() {
    in_edge_ = false;
    add_defaults(edge_, edge_attributes_);
    choose_spells(edge_);
    FoundEdge& edge = edge_.element;
    if (!edge.label.empty() && !is_ours())
      edge.properties.push_back({"label", edge.label, Property::Form::text});
    if (edge_.spells.empty()) return graph_.add(std::move(edge));
    if (edge_.spells.size() > 1 && !std::exchange(told_spells_, true))
      reading_.remark(edge.place,
                      {"spells", "an edge with several spells becomes a relation for each",
                       "their ids end in -2, -3 …"});
    std::size_t number = 0;
    for (const Spell& spell : edge_.spells) {
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
