#include "render/image/graphviz.hpp"

#include <entente/error.hpp>

namespace entente {
namespace {

std::mutex one_at_a_time;

/// The messages of the session in turn. The handler has no argument of its own to keep it in.
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

GraphvizGraph::~GraphvizGraph() {
  if (graph_) agclose(graph_);
}

void GraphvizGraph::set(const char* attribute, const std::string& value) {
  agsafeset(graph_, mutable_text(attribute), mutable_text(value.c_str()), mutable_text(""));
}

}  // namespace entente
