/// GEXF 1.1 to 1.3, as Gephi, NetworkX and others write it.
///
/// Dates are inclusive days, but open bounds; the first and the last of a spell make an interval,
/// an end that is not given is open; timestamps are instants. Several spells or instants of an edge
/// make a relation each; several of a node are kept as they are. Times that are numbers are no
/// dates and stay attributes. Nodes inside nodes become flat, each with its `parent`; colours,
/// places and sizes are attributes. Who made the file, and when, is kept as `x-gexf-meta`.
/// @see GEXF 1.3 primer, https://gexf.net/primer.html

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/formats/flat_columns.hpp"
#include "io/formats/own/own_records.hpp"
#include "io/formats/property_graph.hpp"
#include "io/formats/readers.hpp"
#include "io/formats/xml/declared_numbers.hpp"
#include "io/formats/xml/gexf_attributes.hpp"
#include "io/formats/xml/gexf_element.hpp"
#include "io/formats/xml/xml_events.hpp"
#include "model/json_append.hpp"
#include "text/shortened.hpp"

namespace entente {
namespace {

class GexfReader : public ElementHandler {
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
    else if (name == "meta")
      add_meta("lastmodifieddate", element["lastmodifieddate"]);
    else if (name == "parent" && !nodes_.empty())
      add_parent(element);
    else if (GexfElement* open = innermost();
             open != nullptr && (name == "spell" || name == "slice"))
      add_spell(*open, element);
    else if (open != nullptr && !is_ours())
      open->add_look(element);
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
      title(text);
    else if (name == "creator" || name == "keywords")
      add_meta(name, text);
  }

  void finish() {
    if (!reading_.stopped() && !seen_graph_)
      reading_.report({}, {"no-graph", "there is no <graph> in it", "export the file again"});
    if (!header_.empty()) graph_.header(header_);
    if (std::string said = meta(); !said.empty() && !is_ours())
      reading_.keep_for_others("x-gexf-meta", std::move(said));
    std::move(graph_).finish();
  }

 private:
  [[nodiscard]] bool is_ours() const { return !header_.empty(); }
  [[nodiscard]] GexfTimes times() const {
    const bool are_numbers = time_format_ == "double" || time_format_ == "integer" ||
                             time_format_ == "float" || time_format_ == "long";
    return are_numbers ? GexfTimes::numbers : GexfTimes::dates;
  }
  [[nodiscard]] GexfElement* innermost() {
    if (in_edge_) return &edge_;
    return nodes_.empty() ? nullptr : &nodes_.back();
  }

  void add_meta(std::string_view name, std::string_view text) {
    std::string& said = meta_[std::string(name)];
    said += (said.empty() || text.empty() ? "" : "; ") + std::string(text);
  }

  /// What the file says of itself, as JSON; empty if that is nothing.
  [[nodiscard]] std::string meta() const {
    std::string members = "{";
    for (const auto& [name, text] : meta_)
      if (!text.empty()) json::append_member(members, name, text);
    return members.size() > 1 ? members + '}' : std::string();
  }

  void title(std::string text) {
    has_title_ = true;
    graph_.title(std::move(text));
  }

  void begin_graph(const XmlElement& element) {
    seen_graph_ = true;
    if (!has_title_ && !element["name"].empty()) title(std::string(element["name"]));
    zone_ = element["timezone"];
    if (element.has("defaultedgetype")) directed_ = element["defaultedgetype"] == "directed";
    const std::string_view format =
        element.has("timeformat") ? element["timeformat"] : element["timetype"];
    const bool is_dynamic = element["mode"] == "dynamic";
    if (!format.empty())
      time_format_ = format;
    else if (is_dynamic)
      time_format_ = "double";  // what 1.2 and 1.3 take where nothing is said
  }

  /// Days are days in any zone; clocks are not, unless each says its own.
  void note_zone(const XmlElement& element) {
    if (zone_.empty() || is_ours()) return;
    const auto lacks_zone = [&](std::string_view name) {
      const std::string_view time = element[name];
      const std::size_t clock = std::min(time.find('T'), time.size());
      return clock < time.size() && time.find_first_of("Z+-", clock) == time.npos;
    };
    for (const char* name : {"start", "startopen", "end", "endopen", "timestamp"})
      if (lacks_zone(name))
        return reading_.lose({0, element.at()},
                             {"time-zone",
                              "clocks are read as they stand; that they are of the zone `" +
                                  shortened(zone_) + "` is left out",
                              "write the offset behind each: 2010-05-31T10:00:00+02:00"});
  }

  void begin_attribute(const XmlElement& element) {
    if (declared_ == nullptr) return;
    GexfAttribute& attribute = (*declared_)[std::string(element["id"])];
    attribute = gexf_attribute(element);
    if (is_ours()) attribute.type = own_type(attribute.type);
    attribute_ = &attribute;
  }

  void begin_node(const XmlElement& element) {
    GexfElement& node = nodes_.emplace_back();
    FoundEdge& found = node.found();
    found.id = element["id"];
    found.label = element["label"];
    found.place = {0, element.at()};
    std::string parent(element["pid"]);
    if (nodes_.size() > 1) parent = nodes_[nodes_.size() - 2].found().id;
    if (!parent.empty()) {
      reading_.lose({0, element.at()},
                    {"hierarchy", "nodes inside nodes become flat; `parent` says where they were",
                     "relate the nodes to their group where that matters"});
      found.properties.push_back({"parent", parent, Property::Form::text});
    }
    add_times(node, element);
    node.begins();
  }

  /// Of several, as a phylogeny has them.
  void add_parent(const XmlElement& element) {
    reading_.lose({0, element.at()},
                  {"hierarchy", "nodes inside nodes become flat; `parent` says where they were",
                   "relate the nodes to their group where that matters"});
    nodes_.back().add_parent(std::string(element["for"]));
  }

  void begin_edge(const XmlElement& element) {
    edge_ = GexfElement();
    FoundEdge& edge = edge_.found();
    edge.id = element["id"];
    edge.from = element["source"];
    edge.to = element["target"];
    edge.label = element["label"];
    edge.place = {0, element.at()};
    const std::string_view type = element["type"];
    const bool says_none = type == "undirected" || type == "mutual";
    const bool directed = says_none ? false : type == "directed" || directed_;
    edge.direction = directed ? Symmetry::directed : Symmetry::symmetric;
    if (is_ours()) {
      edge.properties.push_back(
          {std::string(shown_type), std::string(element["kind"]), Property::Form::text});
      edge.properties.push_back(
          {std::string(shown_weight), std::string(element["weight"]), Property::Form::text});
    } else {
      if (type == "mutual") edge.properties.push_back({"mutual", "true", Property::Form::json});
      // NetworkX puts an attribute `type` there, whatever it says.
      if (!type.empty() && type != "directed" && !says_none)
        edge.properties.push_back({"type", std::string(type), Property::Form::text});
      for (const char* weight : {"weight", "cardinal"})  // as 1.1 calls it
        if (element.has(weight))
          add_number(edge, property_of_cell("weight", CellType::real, element[weight]));
      if (element.has("kind"))
        edge.properties.push_back({"kind", std::string(element["kind"]), Property::Form::text});
    }
    add_times(edge_, element);
    in_edge_ = true;
    edge_.begins();
  }

  void add_spell(GexfElement& open, const XmlElement& element) {
    note_zone(element);
    open.add_spell(element);
  }

  void add_number(FoundEdge& edge, Property number) {
    if (keeps_declared(reading_, edge.place, CellType::real, number))
      edge.properties.push_back(std::move(number));
  }

  /// Numbers are none of the dates that we write.
  void add_times(GexfElement& open, const XmlElement& element) {
    note_zone(element);
    if (!is_ours() || times() == GexfTimes::dates) open.add_times(element, times());
  }

  void add_value(const XmlElement& element) {
    GexfElement* open = innermost();
    if (open == nullptr) return;
    const std::string id(element.has("for") ? element["for"] : element["id"]);
    const GexfAttributes& declared = in_edge_ ? edge_attributes_ : node_attributes_;
    const auto found = declared.find(id);
    Property property = gexf_property(found == declared.end() ? GexfAttribute{id} : found->second,
                                      element["value"]);
    if (!is_ours() && found != declared.end() &&
        !keeps_declared(reading_, {0, element.at()}, found->second.type, property))
      return;
    const GexfValue taken = open->add_value(id, std::move(property));
    if (taken == GexfValue::of_same_name)
      reading_.lose({0, element.at()},
                    {"repeated-attribute", "an element gives an attribute again; the first is kept",
                     "write several values as a list"});
    if (taken == GexfValue::another)
      reading_.lose(
          {0, element.at()},
          {"dynamic-attribute", "an attribute has several values over time; the last is kept",
           "write values of different times as relations of their own"});
  }

  void add_defaults(GexfElement& open, const GexfAttributes& declared) {
    for (const auto& [id, attribute] : declared)
      if (attribute.fallback && !open.has_value(id) && graph_.takes_copy(open.found().place))
        open.found().properties.push_back(gexf_property(attribute, *attribute.fallback));
  }

  void end_node() {
    if (nodes_.empty()) return;
    GexfElement node = std::move(nodes_.back());
    nodes_.pop_back();
    add_defaults(node, node_attributes_);
    node.finish_looks();
    if (is_ours())
      node.show_times();
    else
      node.keep_times(node.finish_times(times()));
    graph_.add(FoundNode(std::move(node.found())));
  }

  void end_edge() {
    in_edge_ = false;
    add_defaults(edge_, edge_attributes_);
    edge_.finish_looks();
    if (is_ours()) {
      edge_.show_times();
      return graph_.add(std::move(edge_.found()));
    }
    const std::vector<std::string> spells = edge_.finish_times(times());
    const bool are_dates = times() == GexfTimes::dates;
    if (!are_dates) edge_.keep_times(spells);
    FoundEdge& edge = edge_.found();
    if (!edge.label.empty()) edge.properties.push_back({"label", edge.label, Property::Form::text});
    if (spells.empty() || !are_dates) return graph_.add(std::move(edge));
    add_for_each(edge, spells);
  }

  void add_for_each(const FoundEdge& edge, const std::vector<std::string>& spells) {
    reading_.lose(edge.place,
                  {"spells", "an edge with several spells or instants becomes a relation for each",
                   edge.id.empty() ? "as edges without an id, they are called e1, e2 …"
                                   : "their ids end in -2, -3 …"});
    std::size_t number = 0;
    for (const std::string& spell : spells) {
      for (std::size_t i = 0; number > 0 && i < edge.properties.size(); ++i)
        if (!graph_.takes_copy(edge.place)) return;
      FoundEdge one = edge;
      if (++number > 1 && !one.id.empty()) one.id += "-" + std::to_string(number);
      one.when = spell;
      graph_.add(std::move(one));
    }
  }

  ForeignReading& reading_;
  PropertyRecords graph_;
  std::string header_;
  std::string time_format_ = "date";
  std::string zone_;       // of clocks
  bool directed_ = false;  // what all versions take where nothing is said
  bool seen_graph_ = false;
  bool has_title_ = false;
  std::map<std::string, std::string> meta_;  // what the file says of itself
  GexfAttributes node_attributes_;
  GexfAttributes edge_attributes_;
  GexfAttributes* declared_ = nullptr;
  GexfAttribute* attribute_ = nullptr;
  std::vector<GexfElement> nodes_;  // that are open, the innermost last
  GexfElement edge_;
  bool in_edge_ = false;
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
