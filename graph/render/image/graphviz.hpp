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

/// A graph that Graphviz has read, closed at the end.
class GraphvizGraph {
 public:
  explicit GraphvizGraph(Agraph_t* owned) : graph_(owned) {}
  ~GraphvizGraph();
  GraphvizGraph(const GraphvizGraph&) = delete;
  GraphvizGraph& operator=(const GraphvizGraph&) = delete;

  [[nodiscard]] Agraph_t* get() const noexcept { return graph_; }
  /// Sets an attribute of the graph.
  void set(const char* attribute, const std::string& value);

 private:
  Agraph_t* graph_;
};

}  // namespace entente
