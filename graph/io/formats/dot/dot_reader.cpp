/// DOT, as Graphviz' own library reads it, in a child that may crash or starve on it.
///
/// Labels are the text that is drawn, without markup and the parts of records: `\N`, `\G`, `\E`,
/// `\T`, `\H`, `\L` and line ends in them are what Graphviz makes of them. Edges of a graph, and
/// those drawn with `dir=none` or `dir=both`, have no direction; one drawn with `dir=back` runs
/// from its head to its tail. The cluster that a node is in is an attribute of it; defaults count
/// for what they are given to.

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/error.hpp>

#include "base/ascii.hpp"
#include "io/formats/dot/dot_failure.hpp"
#include "io/formats/dot/dot_labels.hpp"
#include "io/formats/dot/dot_program.hpp"
#include "io/formats/flat_columns.hpp"
#include "io/formats/json_shape.hpp"
#include "io/formats/property_graph.hpp"
#include "io/formats/readers.hpp"
#include "model/json_append.hpp"
#include "system/child.hpp"
#include "system/companion.hpp"

namespace entente {
namespace {

constexpr std::chrono::seconds dot_time{60};
constexpr std::size_t dot_memory = std::size_t{2} << 30;

/// What the child wrote, on its way to a graph.
class DotVisitor : public JsonVisitor {
 public:
  bool opens(const JsonPath& path) override {
    return path.empty() || (path.size() == 1 && (path[0] == "nodes" || path[0] == "edges"));
  }

  bool value(const JsonPath& path, JsonValue value) override {
    if (path.size() == 1 && path[0] == "directed") directed_ = std::get<bool>(value.scalar().value);
    if (path.size() == 1 && path[0] == "alone") alone_ = std::get<bool>(value.scalar().value);
    if (path.size() == 1 && path[0] == "graph") header(value);
    if (path.size() != 2) return true;
    if (path[0] == "nodes")
      node(value);
    else
      edge(value);
    return true;
  }

  void finish(ForeignReading& reading) {
    if (!ours_) report_lost_parts(reading);
    if (!alone_)
      reading.remark({}, {"several-graphs", "only the first of several graphs is read",
                          "give each a file of its own"});
    if (!ours_) {
      make_numbers(nodes_);
      make_numbers(edges_);
    }
    PropertyRecords graph(reading);
    graph.header(std::move(header_));
    graph.title(std::move(title_));
    for (FoundNode& one : nodes_) graph.add(std::move(one));
    for (FoundEdge& one : edges_) graph.add(std::move(one));
    std::move(graph).finish();
  }

 private:
  /// DOT has texts alone. Where all of a name are numbers, that is what they are.
  template <typename Element>
  static void make_numbers(std::vector<Element>& elements) {
    std::map<std::string, ColumnGuess, std::less<>> guesses;
    for (const Element& element : elements)
      for (const Property& property : element.properties)
        if (!property.value.empty() && !is_reserved_property(property.name))
          guesses[property.name].add(property.value);
    for (Element& element : elements)
      for (Property& property : element.properties)
        if (const auto guess = guesses.find(property.name); guess != guesses.end())
          property = property_of_cell(property.name, guess->second.type(), property.value);
  }

  void report_lost_parts(ForeignReading& reading) const {
    const auto lose = [&](std::size_t count, const char* code, const char* message) {
      for (std::size_t i = 0; i < count; ++i) reading.lose({}, {code, message, ""});
    };
    lose(graph_attributes_, "graph-attribute", "attributes of the graph as a whole are left out");
    for (const auto& [part, count] : lost_) {
      if (part == "attributes")
        lose(count, "graph-attribute", "attributes of the graph as a whole are left out");
      else if (part == "nested")
        lose(count, "nested-cluster", "clusters in clusters: `cluster` says the innermost alone");
      else if (part == "alike")
        lose(count, "same-cluster", "clusters with the label of another become one");
      else
        lose(count, "subgraph", "subgraphs that are no clusters are left out");
    }
  }

  void header(JsonValue object) {
    for (const JsonValue list : object) {
      if (list.key() == "name") name_ = list.text();
      if (list.key() == "lost")
        for (const JsonValue part : list)
          lost_.emplace_back(part.key(), std::get<std::int64_t>(part.scalar().value));
      if (list.key() != "attributes") continue;
      const bool is_html = has_html_label(object);
      std::string text = "{";
      for (const JsonValue member : list) {
        const std::string plain = undoubled(member.text());
        if (member.key() == "format") ours_ = plain == "entente/1";
        if (member.key() != "label") ++graph_attributes_;
        if (member.key() == "label") title_ = drawn(member.text(), is_html, {.graph = name_});
        if (member.key() == "format") json::append_member(text, "format", plain);
        if (member.key() != "title" && member.key() != "vocabulary") continue;
        json::append_key(text, member.key());
        text += plain;
      }
      if (ours_) header_ = text + "}";
    }
  }

  /// Whether the label of an element stands between < and >.
  static bool has_html_label(JsonValue element) {
    for (const JsonValue member : element)
      if (member.key() == "html")
        for (const std::string_view name : split(member.text(), ','))
          if (name == "label") return true;
    return false;
  }

  static std::string drawn(std::string_view text, bool is_html, const Labelled& of) {
    return is_html ? drawn_html(text) : drawn_label(text, of);
  }

  static bool is_record(JsonValue attributes) {
    for (const JsonValue member : attributes)
      if (member.key() == "shape") return member.text() == "record" || member.text() == "Mrecord";
    return false;
  }

  void add_attributes(JsonValue element, JsonValue object, FoundElement& found, Labelled of) {
    of.graph = name_;
    for (const JsonValue member : object) {
      if (member.kind() != JsonKind::text) continue;
      const std::string_view name = member.key();
      std::string text = ours_ ? undoubled(member.text()) : std::string(member.text());
      if (ours_ && (name == "entity" || name == "relation")) {
        found.own_id = std::move(text);
      } else if (name == "label") {
        const bool is_html = has_html_label(element);
        found.label = !is_html && is_record(object) ? drawn_record(member.text(), of)
                                                    : drawn(member.text(), is_html, of);
        if (!ours_ && found.label == found.id) found.label.clear();
      } else {
        found.properties.push_back({std::string(name), std::move(text), Property::Form::text});
      }
    }
  }

  void node(JsonValue object) {
    FoundNode& node = nodes_.emplace_back();
    for (const JsonValue member : object) {
      if (member.key() == "id") node.id = member.text();
      if (member.key() == "attributes") add_attributes(object, member, node, {.element = node.id});
      if (!ours_ && (member.key() == "cluster" || member.key() == "html_cluster"))
        node.properties.push_back(
            {"cluster", drawn(member.text(), member.key() != "cluster", {.graph = name_}),
             Property::Form::text});
    }
  }

  void edge(JsonValue object) {
    FoundEdge& edge = edges_.emplace_back();
    for (const JsonValue member : object) {
      if (member.key() == "from") edge.from = member.text();
      if (member.key() == "to") edge.to = member.text();
      if (member.key() == "key") edge.id = member.text();
      const std::string both = edge.from + (directed_ ? "->" : "--") + edge.to;
      if (member.key() == "attributes")
        add_attributes(object, member, edge, {.element = both, .tail = edge.from, .head = edge.to});
    }
    set_direction(edge);
    if (!edge.label.empty()) edge.properties.push_back({"label", edge.label, Property::Form::text});
  }

  /// As it is drawn: `dir` counts for more than what the graph is.
  void set_direction(FoundEdge& edge) const {
    const auto is_dir = [](const Property& one) { return one.name == "dir"; };
    const auto dir = std::find_if(edge.properties.begin(), edge.properties.end(), is_dir);
    const std::string drawn = dir == edge.properties.end() ? std::string() : dir->value;
    const bool points = drawn == "forward" || drawn == "back";
    if (drawn == "none" || drawn == "both" || (!directed_ && !points))
      edge.direction = Symmetry::symmetric;
    if (drawn == "back" && !ours_) turn(edge);
    if (points && !ours_) std::erase_if(edge.properties, is_dir);
  }

  /// Turns an edge round, with what its attributes say of head and tail.
  static void turn(FoundEdge& edge) {
    std::swap(edge.from, edge.to);
    constexpr std::size_t size = 4;
    const auto other = [](std::string_view end) { return end == "head" ? "tail" : "head"; };
    const auto is_end = [](std::string_view word) { return word == "head" || word == "tail"; };
    for (Property& property : edge.properties) {
      std::string& name = property.name;
      if (name.size() <= size) continue;
      if (is_end(name.substr(0, size)))
        name.replace(0, size, other(name.substr(0, size)));
      else if (is_end(name.substr(name.size() - size)))
        name.replace(name.size() - size, size, other(name.substr(name.size() - size)));
    }
  }

  bool directed_ = false;
  bool alone_ = true;
  bool ours_ = false;
  std::string name_;
  std::string header_;
  std::string title_;
  std::size_t graph_attributes_ = 0;
  std::vector<std::pair<std::string, std::size_t>> lost_;  // parts of subgraphs
  std::vector<FoundNode> nodes_;
  std::vector<FoundEdge> edges_;
};

}  // namespace

bool is_dot(std::string_view text) {
  while (true) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == text.npos) return false;
    text.remove_prefix(first);
    if (!text.starts_with("//") && !text.starts_with('#') && !text.starts_with("/*")) break;
    const std::string_view end = text.starts_with("/*") ? "*/" : "\n";
    const std::size_t closed = text.find(end);
    if (closed == text.npos) return false;
    text.remove_prefix(closed + end.size());
  }
  const auto begins = [text](std::string_view word) {
    return text.size() > word.size() &&
           std::equal(word.begin(), word.end(), text.begin(),
                      [](char lower, char c) { return lower == (c | 0x20); }) &&
           std::string_view(" \t\r\n{\"").find(text[word.size()]) != std::string_view::npos;
  };
  return begins("digraph") || begins("graph") || begins("strict");
}

void read_dot(ForeignReading& reading) {
  const auto program = companion(dot_program_name, "ENTENTE_DOT", "dot");
  if (!program)
    throw Error(Exit::renderer_missing, "renderer-missing",
                "the program 'entente-dot', which reads DOT with Graphviz' library, is not "
                "installed; build it with the target 'entente-dot', or name it in $ENTENTE_DOT");
  const ChildResult child = run_child({program->string(), "--memory=" + std::to_string(dot_memory),
                                       "--processor-seconds=" + std::to_string(dot_time.count())},
                                      std::string(reading.text()), dot_time);
  if (child.ending != ChildEnding::exited || child.status != 0)
    return report_failure(reading, child);
  ReadLimits limits = reading.limits();
  DotVisitor visitor;
  if (visit_quickly(child.output, visitor, limits) == Visit::refused)
    return reading.stop({}, {"limit-dot", "the graph is larger than the limits of reading allow",
                             "--max-depth and --max-values raise them"});
  visitor.finish(reading);
}

}  // namespace entente
