#pragma once

/// The only door to Graphviz' graph library. It has global state, so whoever uses it holds a
/// session; sessions take turns.

#include <mutex>
#include <string>
#include <string_view>

#include <graphviz/cgraph.h>

namespace entente {

/// The right to call Graphviz, and what it complained of meanwhile: its calls return success even
/// when they fail, and one message arrives in several pieces.
class GraphvizSession {
 public:
  GraphvizSession();
  ~GraphvizSession();
  GraphvizSession(const GraphvizSession&) = delete;
  GraphvizSession& operator=(const GraphvizSession&) = delete;

  /// All messages so far, warnings included.
  [[nodiscard]] const std::string& messages() const noexcept;
  /// Whether one of them is an error.
  [[nodiscard]] bool failed() const noexcept;
  /// @throws Error `graphviz` with the messages if one of them is an error.
  void throw_on_error(std::string_view doing) const;

 private:
  std::lock_guard<std::mutex> turn_;
  agerrlevel_t previous_level_;
  agusererrf previous_handler_;
};

/// A graph under construction. Attributes are declared on first use with an empty default.
class GraphvizGraph {
 public:
  explicit GraphvizGraph(std::string_view name);
  explicit GraphvizGraph(Agraph_t* owned) : graph_(owned) {}
  ~GraphvizGraph();
  GraphvizGraph(const GraphvizGraph&) = delete;
  GraphvizGraph& operator=(const GraphvizGraph&) = delete;

  [[nodiscard]] Agraph_t* get() const noexcept { return graph_; }
  [[nodiscard]] Agnode_t* node(const std::string& name);
  [[nodiscard]] Agedge_t* edge(Agnode_t* from, Agnode_t* to, const std::string& name);

  /// Sets an attribute of the graph, a node or an edge; every backslash of the value is doubled,
  /// for Graphviz would read it as an escape and cannot end a string in one.
  void set(void* object, const char* attribute, std::string_view value);
  /// Sets an HTML-like label. A plain attribute with the same text, set earlier, would turn it into
  /// plain text: set all HTML-like labels first.
  void set_html(void* object, const char* attribute, const std::string& html);

  [[nodiscard]] std::string text() const;

 private:
  Agraph_t* graph_;
};

}  // namespace entente
