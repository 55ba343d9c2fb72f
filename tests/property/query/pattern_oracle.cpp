#include "property/query/pattern_oracle.hpp"

#include <algorithm>
#include <functional>
#include <map>

namespace entente::verify {
namespace {

using testing_support::Chance;

// How an edge was passed.
enum class Passed { forward, backward, loop };

struct Trail {
  OracleWalk walk;
  std::vector<Passed> passed;
};

void extend(const OracleGraph& graph, Trail& trail, std::vector<Trail>& all) {
  all.push_back(trail);
  const int at = trail.walk.nodes.back();
  for (int e = 0; e < static_cast<int>(graph.edges.size()); ++e) {
    if (std::count(trail.walk.edges.begin(), trail.walk.edges.end(), e) > 0) continue;
    const OracleEdge& edge = graph.edges[static_cast<std::size_t>(e)];
    const auto go = [&](int to, Passed how) {
      trail.walk.edges.push_back(e);
      trail.walk.nodes.push_back(to);
      trail.passed.push_back(how);
      extend(graph, trail, all);
      trail.walk.edges.pop_back();
      trail.walk.nodes.pop_back();
      trail.passed.pop_back();
    };
    if (edge.from == at && edge.to == at)
      go(at, Passed::loop);
    else if (edge.from == at)
      go(edge.to, Passed::forward);
    else if (edge.to == at)
      go(edge.from, Passed::backward);
  }
}

bool fits(const OracleGraph& graph, const LinkShape& link, const Trail& trail, std::size_t step) {
  const OracleEdge& edge = graph.edges[static_cast<std::size_t>(trail.walk.edges[step])];
  if (!link.type.empty() && link.type != edge.type) return false;
  if (link.arrow == Arrow::either || trail.passed[step] == Passed::loop) return true;
  return (trail.passed[step] == Passed::forward) == (link.arrow == Arrow::right);
}

bool fits(const OracleGraph& graph, const NodeShape& node, int number) {
  return node.label.empty() || graph.labels[static_cast<std::size_t>(number)] == node.label;
}

std::string node_text(const NodeShape& node) {
  return "(" + node.variable + (node.label.empty() ? "" : ":" + node.label) + ")";
}

std::string edge_text(const LinkShape& link, const std::string& inside) {
  const std::string body = "-[" + (link.type.empty() ? "" : ":" + link.type) + inside + "]-";
  return (link.arrow == Arrow::left ? "<" : "") + body + (link.arrow == Arrow::right ? ">" : "");
}

std::string bounds(const LinkShape& link) {
  const std::string most = link.most < 0 ? "" : std::to_string(link.most);
  if (link.as_range) return "*" + std::to_string(link.least) + ".." + most;
  return "{" + std::to_string(link.least) + "," + most + "}";
}

std::string link_text(const LinkShape& link) {
  if (!link.repeats) return edge_text(link, "");
  if (link.in_brackets) {
    std::string inner = "()";
    for (int i = 0; i < link.edges; ++i) inner += edge_text(link, "") + "()";
    return "(" + inner + ")" + bounds(link);
  }
  return link.as_range ? edge_text(link, bounds(link)) : edge_text(link, "") + bounds(link);
}

}  // namespace

PropertyGraph OracleGraph::plain() const {
  PropertyGraph graph;
  for (std::size_t i = 0; i < labels.size(); ++i)
    graph.nodes.push_back({static_cast<std::int64_t>(i), {labels[i]}, {}});
  for (std::size_t i = 0; i < edges.size(); ++i)
    graph.edges.push_back({static_cast<std::int64_t>(i),
                           edges[i].type,
                           static_cast<std::int64_t>(edges[i].from),
                           static_cast<std::int64_t>(edges[i].to),
                           {}});
  return graph;
}

std::string PathShape::text() const {
  std::string text = node_text(nodes[0]);
  for (std::size_t i = 0; i < links.size(); ++i)
    text += link_text(links[i]) + node_text(nodes[i + 1]);
  return text;
}

OracleGraph random_oracle_graph(Chance& chance) {
  OracleGraph graph;
  const int nodes = chance.number(1, 5);
  for (int i = 0; i < nodes; ++i) graph.labels.emplace_back(chance.one_in(2) ? "A" : "B");
  const int edges = chance.number(0, 6);
  for (int i = 0; i < edges; ++i)
    graph.edges.push_back(
        {chance.number(0, nodes - 1), chance.number(0, nodes - 1), chance.one_in(2) ? "R" : "S"});
  return graph;
}

PathShape random_path(Chance& chance, int most_links) {
  PathShape path;
  const auto node = [&] {
    NodeShape shape;
    if (!chance.one_in(3))
      shape.variable = std::string(1, static_cast<char>('a' + chance.number(0, 2)));
    if (chance.one_in(4)) shape.label = chance.one_in(2) ? "A" : "B";
    return shape;
  };
  path.nodes.push_back(node());
  const int links = chance.number(0, most_links);
  for (int i = 0; i < links; ++i) {
    LinkShape link;
    link.arrow = static_cast<Arrow>(chance.number(0, 2));
    if (chance.one_in(3)) link.type = chance.one_in(2) ? "R" : "S";
    link.repeats = chance.one_in(2);
    if (link.repeats) {
      link.in_brackets = chance.one_in(3);
      link.as_range = !link.in_brackets && chance.one_in(2);
      link.edges = link.in_brackets ? chance.number(1, 2) : 1;
      link.least = chance.number(0, 2);
      link.most = chance.one_in(4) ? -1 : link.least + chance.number(0, 2);
    }
    path.links.push_back(link);
    path.nodes.push_back(node());
  }
  return path;
}

std::vector<OracleMatch> matches_of(const OracleGraph& graph, const PathShape& path) {
  std::vector<Trail> trails;
  for (int start = 0; start < static_cast<int>(graph.labels.size()); ++start) {
    Trail trail;
    trail.walk.nodes.push_back(start);
    extend(graph, trail, trails);
  }
  std::vector<OracleMatch> found;
  for (const Trail& trail : trails) {
    std::map<std::string, int> bound;
    std::vector<int> nodes;
    const std::function<void(std::size_t, std::size_t)> cut = [&](std::size_t link,
                                                                  std::size_t at) {
      const NodeShape& shape = path.nodes[link];
      const int number = trail.walk.nodes[at];
      if (!fits(graph, shape, number)) return;
      const auto known = bound.find(shape.variable);
      const bool is_new = !shape.variable.empty() && known == bound.end();
      if (!shape.variable.empty() && known != bound.end() && known->second != number) return;
      if (is_new) bound.emplace(shape.variable, number);
      nodes.push_back(number);
      if (link == path.links.size()) {
        if (at == trail.walk.edges.size()) found.push_back({trail.walk, nodes});
      } else {
        const LinkShape& here = path.links[link];
        const int most = !here.repeats ? 1 : here.most < 0 ? 100 : here.most;
        const int least = here.repeats ? here.least : 1;
        std::size_t end = at;
        for (int times = 0; times <= most; ++times) {
          if (times >= least) cut(link + 1, end);
          bool goes_on = true;
          for (int i = 0; i < here.edges && goes_on; ++i) {
            goes_on = end < trail.walk.edges.size() && fits(graph, here, trail, end);
            if (goes_on) ++end;
          }
          if (!goes_on) break;
        }
      }
      nodes.pop_back();
      if (is_new) bound.erase(shape.variable);
    };
    cut(0, 0);
  }
  return found;
}

}  // namespace entente::verify
