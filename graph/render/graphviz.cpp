#include "render/graphviz.hpp"

#include <cassert>

#include <entente/error.hpp>

#include "text/dot_string.hpp"

namespace entente {
namespace {

std::mutex one_at_a_time;

/// What the session in turn has been told. The handler has no argument of its own to keep it in.
struct Gathered {
  std::string text;
  std::size_t errors = 0;
};
Gathered gathered;

int gather(char* piece) {
  const std::string_view text = piece;
  if (text == "Error") ++gathered.errors;
  gathered.text += text;
  return 0;
}

char* mutable_text(const char* text) {
  return const_cast<char*>(text);
}

/// cgraph hands over a quoted string in one piece; it may itself have continued its lines.
int append(void* text, const char* piece) {
  std::string& out = *static_cast<std::string*>(text);
  if (*piece == '"')
    append_dot_string(out, piece);
  else
    out += piece;
  return 0;
}

int nothing_to_flush(void*) {
  return 0;
}

Agiodisc_t into_string = {.afread = nullptr, .putstr = append, .flush = nothing_to_flush};
Agdisc_t writing_into_string = {.mem = &AgMemDisc, .id = &AgIdDisc, .io = &into_string};

}  // namespace

GraphvizSession::GraphvizSession()
    : turn_(one_at_a_time),
      previous_level_(agseterr(AGWARN)),
      previous_handler_(agseterrf(gather)) {
  gathered = {};
  agreseterrors();
}

GraphvizSession::~GraphvizSession() {
  agseterrf(previous_handler_);
  agseterr(previous_level_);
}

const std::string& GraphvizSession::messages() const noexcept {
  return gathered.text;
}

bool GraphvizSession::failed() const noexcept {
  return gathered.errors > 0 || agerrors() >= AGERR;
}

void GraphvizSession::throw_on_error(std::string_view doing) const {
  if (!failed()) return;
  throw Error(Exit::internal, "graphviz",
              "Graphviz failed while " + std::string(doing) + ": " + gathered.text);
}

GraphvizGraph::GraphvizGraph(std::string_view name)
    : graph_(agopen(mutable_text(std::string(name).c_str()), Agdirected, &writing_into_string)) {}

GraphvizGraph::~GraphvizGraph() {
  if (graph_) agclose(graph_);
}

Agnode_t* GraphvizGraph::node(const std::string& name) {
  return agnode(graph_, mutable_text(name.c_str()), 1);
}

Agedge_t* GraphvizGraph::edge(Agnode_t* from, Agnode_t* to, const std::string& name) {
  return agedge(graph_, from, to, mutable_text(name.c_str()), 1);
}

void GraphvizGraph::set(void* object, const char* attribute, std::string_view value) {
  std::string doubled;
  for (const char c : value) doubled.append(c == '\\' ? 2 : 1, c);
  agsafeset(object, mutable_text(attribute), doubled.data(), mutable_text(""));
}

void GraphvizGraph::set_html(void* object, const char* attribute, const std::string& html) {
  char* interned = agstrdup_html(graph_, mutable_text(html.c_str()));
  assert(aghtmlstr(interned) != 0);
  agsafeset(object, mutable_text(attribute), interned, mutable_text(""));
  agstrfree(graph_, interned);
}

std::string GraphvizGraph::text() const {
  std::string result;
  agwrite(graph_, &result);
  return result;
}

}  // namespace entente
