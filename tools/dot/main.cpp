/// entente-dot [--memory=BYTES] [--processor-seconds=N]
///
/// Reads a graph in DOT from standard input and writes it as JSON to standard output. Run by
/// `entente` as a child that may crash or starve.

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <map>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <graphviz/cgraph.h>

#include <entente/base/json_text.hpp>

#include "harmless.hpp"
#include "io/formats/dot/dot_program.hpp"

namespace {

using entente::DotExit;
using entente::JsonText;

struct Call {
  std::optional<rlim_t> memory;
  std::optional<rlim_t> processor_seconds;
};

std::optional<Call> parsed(int count, char** arguments) {
  Call call;
  for (int i = 1; i < count; ++i) {
    using entente::child::number_after;
    if (const auto memory = number_after<rlim_t>(arguments[i], "--memory="))
      call.memory = memory;
    else if (const auto seconds = number_after<rlim_t>(arguments[i], "--processor-seconds="))
      call.processor_seconds = seconds;
    else
      return std::nullopt;
  }
  return call;
}

/// Allocations inside C libraries end in a crash where ours throw; both mean the same here.
[[noreturn]] void give_up() {
  std::_Exit(static_cast<int>(DotExit::out_of_memory));
}

/// What Graphviz complains of; one message comes in several pieces.
std::string& complaints() {
  static std::string text;
  return text;
}

int note_complaint(char* text) {
  complaints() += text;
  return 0;
}

/// The attributes of an object that are not empty, as its members; HTML-like texts by name.
void write_attributes(JsonText& json, Agraph_t* graph, int kind, void* object) {
  std::string html;
  json.key("attributes").open_object();
  for (Agsym_t* symbol = agnxtattr(graph, kind, nullptr); symbol != nullptr;
       symbol = agnxtattr(graph, kind, symbol)) {
    const char* value = agxget(object, symbol);
    if (value == nullptr || *value == '\0') continue;
    json.member(symbol->name, value);
    if (aghtmlstr(const_cast<char*>(value)) != 0)
      html += (html.empty() ? "" : ",") + std::string(symbol->name);
  }
  json.close_object();
  if (!html.empty()) json.member("html", html);
}

/// The label of a cluster, or its name.
struct ClusterLabel {
  std::string text = {};
  bool is_html = false;
};
/// Nodes by the innermost cluster that they are in.
using Clusters = std::map<Agnode_t*, ClusterLabel>;

/// What subgraphs say that no node and no edge does.
struct LostParts {
  std::size_t attributes = 0;  ///< of subgraphs, but the labels of clusters
  std::size_t nested = 0;      ///< clusters in clusters
  std::size_t alike = 0;       ///< clusters with the label of another
  std::size_t groups = 0;      ///< subgraphs with a name that are no clusters
};

bool is_cluster(Agraph_t* graph) {
  const char* name = agnameof(graph);
  return name != nullptr && std::string_view(name).substr(0, 7) == "cluster";
}

/// Attributes that a subgraph has otherwise than what it is in.
std::size_t own_attributes(Agraph_t* root, Agraph_t* part) {
  std::size_t count = 0;
  for (Agsym_t* symbol = agnxtattr(root, AGRAPH, nullptr); symbol != nullptr;
       symbol = agnxtattr(root, AGRAPH, symbol)) {
    const std::string_view value = agxget(part, symbol);
    const bool is_label = is_cluster(part) && std::string_view(symbol->name) == "label";
    if (!is_label && !value.empty() && value != agxget(agparent(part), symbol)) ++count;
  }
  return count;
}

LostParts lost_parts_of(Agraph_t* root) {
  LostParts lost;
  std::map<std::string, std::string> names;  // of clusters, by their labels
  std::vector<Agraph_t*> open = {root};
  while (!open.empty()) {
    Agraph_t* graph = open.back();
    open.pop_back();
    const std::string name = agnameof(graph) == nullptr ? "" : agnameof(graph);
    if (graph != root) {
      lost.attributes += own_attributes(root, graph);
      if (!is_cluster(graph)) {
        lost.groups += name.empty() || name.front() == '%' ? 0 : 1;
      } else {
        lost.nested += is_cluster(agparent(graph)) ? 1 : 0;
        const char* label = agget(graph, const_cast<char*>("label"));
        const auto known = names.emplace(label != nullptr ? label : name, name);
        lost.alike += !known.second && known.first->second != name ? 1 : 0;
      }
    }
    for (Agraph_t* part = agfstsubg(graph); part != nullptr; part = agnxtsubg(part))
      open.push_back(part);
  }
  return lost;
}

/// Subgraphs are walked without recursion: they may be nested as deep as the file is long.
Clusters clusters_of(Agraph_t* root) {
  Clusters clusters;
  std::vector<Agraph_t*> open = {root};
  while (!open.empty()) {
    Agraph_t* graph = open.back();
    open.pop_back();
    if (graph != root && is_cluster(graph)) {
      const std::string name = agnameof(graph);
      char* label = agget(graph, const_cast<char*>("label"));
      ClusterLabel shown{name};
      if (label != nullptr && *label != '\0') shown = {label, aghtmlstr(label) != 0};
      for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node))
        clusters[agsubnode(root, node, 0)] = shown;
    }
    for (Agraph_t* part = agfstsubg(graph); part != nullptr; part = agnxtsubg(part))
      open.push_back(part);
  }
  return clusters;
}

void write_nodes(std::ostream& out, Agraph_t* graph) {
  const Clusters clusters = clusters_of(graph);
  const char* separator = "\n";
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
    JsonText json;
    json.open_object().member("id", agnameof(node));
    if (const auto found = clusters.find(node); found != clusters.end())
      json.member(found->second.is_html ? "html_cluster" : "cluster", found->second.text);
    write_attributes(json, graph, AGNODE, node);
    out << separator << json.close_object().str();
    separator = ",\n";
  }
}

void write_edges(std::ostream& out, Agraph_t* graph) {
  const char* separator = "\n";
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node))
    for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
      JsonText json;
      json.open_object()
          .member("from", agnameof(agtail(edge)))
          .member("to", agnameof(aghead(edge)));
      const char* key = agnameof(edge);
      if (key != nullptr && *key != '\0') json.member("key", key);
      write_attributes(json, graph, AGEDGE, edge);
      out << separator << json.close_object().str();
      separator = ",\n";
    }
}

/// Whether another graph follows; what is none is complained of.
bool has_another(FILE* file) {
  Agraph_t* graph = agread(file, nullptr);
  if (graph == nullptr) return false;
  agclose(graph);
  return true;
}

void write_graph(std::ostream& out, Agraph_t* graph, bool is_alone) {
  JsonText head;
  const std::string_view name = agnameof(graph) == nullptr ? "" : agnameof(graph);
  head.open_object().member("name", name.starts_with('%') ? "" : name);  // `%…`: it has none
  write_attributes(head, graph, AGRAPH, graph);
  const LostParts lost = lost_parts_of(graph);
  head.key("lost").open_object();
  head.member("attributes", lost.attributes).member("nested", lost.nested);
  head.member("alike", lost.alike).member("groups", lost.groups).close_object();
  out << "{\"directed\": " << (agisdirected(graph) != 0 ? "true" : "false")
      << ", \"alone\": " << (is_alone ? "true" : "false")
      << ", \"graph\": " << head.close_object().str() << ",\n\"nodes\": [";
  write_nodes(out, graph);
  out << "],\n\"edges\": [";
  write_edges(out, graph);
  out << "]}\n";
}

DotExit run(int count, char** arguments) {
  const std::optional<Call> call = parsed(count, arguments);
  if (!call) {
    std::cerr << "usage: entente-dot [--memory=BYTES] [--processor-seconds=N] < graph\n";
    return DotExit::usage;
  }
  entente::child::stay_harmless(call->memory, call->processor_seconds);
  std::set_new_handler(give_up);
  std::string text(std::istreambuf_iterator<char>(std::cin), {});
  agseterr(AGERR);
  agseterrf(note_complaint);
  FILE* const file = fmemopen(text.data(), text.size(), "r");
  Agraph_t* const graph = file == nullptr ? nullptr : agread(file, nullptr);
  const bool is_alone = graph == nullptr || !has_another(file);
  if (graph == nullptr || !complaints().empty()) {
    std::cerr << (complaints().empty() ? "there is no graph in it" : complaints());
    return DotExit::bad_source;
  }
  std::ios::sync_with_stdio(false);
  write_graph(std::cout, graph, is_alone);
  std::cout.flush();
  return std::cout ? DotExit::read : DotExit::out_of_memory;
}

}  // namespace

int main(int count, char** arguments) {
  std::_Exit(static_cast<int>(run(count, arguments)));
}
