// The C interface: each function is the public one of C++ with its exceptions turned into a status
// and an error.

#include <chrono>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include <entente/algorithm/run_control.hpp>
#include <entente/answer/answer.hpp>
#include <entente/c/entente.h>
#include <entente/error.hpp>
#include <entente/facts/graph.hpp>
#include <entente/io/load.hpp>
#include <entente/model/problem.hpp>
#include <entente/network/network.hpp>
#include <entente/version.hpp>

#include "ask/ask.hpp"
#include "ask/weighed.hpp"

struct entente_error {
  std::string code;
  std::string message;
};

struct entente_graph {
  entente::Graph graph;
};

struct entente_answer {
  entente::bindings::Answered said;
};

struct entente_network {
  entente::Network network;
  std::vector<std::uint32_t> entities;  // by vertex
  std::vector<double> weights;          // by slot
};

namespace {

using entente::bindings::Words;

int fail(int status, const char* code, const char* message, entente_error** error) noexcept {
  if (error != nullptr) {
    try {
      *error = new entente_error{code, message};
    } catch (...) {
      *error = nullptr;
      return ENTENTE_OUT_OF_MEMORY;
    }
  }
  return status;
}

/// Runs it and tells what it throws.
template <class Work>
int guarded(entente_error** error, Work work) noexcept {
  if (error != nullptr) *error = nullptr;
  try {
    work();
    return ENTENTE_OK;
  } catch (const entente::Error& failure) {
    return fail(failure.exit_code(), failure.code().c_str(), failure.what(), error);
  } catch (const std::bad_alloc&) {
    return fail(ENTENTE_OUT_OF_MEMORY, "out-of-memory", "memory ran out", error);
  } catch (const std::exception& failure) {
    return fail(ENTENTE_INTERNAL, "internal", failure.what(), error);
  } catch (...) {
    return fail(ENTENTE_INTERNAL, "internal", "an unknown exception", error);
  }
}

void require(bool given, const char* what) {
  if (!given) throw entente::InvalidArgument("null-pointer", std::string(what) + " is NULL");
}

Words words_of(const entente_option* options, std::size_t count) {
  require(options != nullptr || count == 0, "the list of options");
  Words words;
  for (std::size_t i = 0; i < count; ++i) {
    require(options[i].name != nullptr && options[i].value != nullptr, "an option");
    words[options[i].name].emplace_back(options[i].value);
  }
  return words;
}

entente_text text_of(std::string_view text) {
  return {text.data(), text.size()};
}

template <class Get>
int entity_text(const entente_graph* graph, entente_text* out, entente_error** error, Get get) {
  return guarded(error, [&] {
    require(graph != nullptr && out != nullptr, "an argument");
    *out = text_of(get(graph->graph));
  });
}

}  // namespace

extern "C" {

const char* entente_version(void) {
  return ENTENTE_VERSION_TEXT;
}

const char* entente_error_code(const entente_error* error) {
  return error == nullptr ? "" : error->code.c_str();
}

const char* entente_error_message(const entente_error* error) {
  return error == nullptr ? "" : error->message.c_str();
}

void entente_error_free(entente_error* error) {
  delete error;
}

int entente_load(const char* const* paths, size_t count, entente_graph** graph,
                 entente_error** error) {
  return guarded(error, [&] {
    require(paths != nullptr && graph != nullptr, "an argument");
    std::vector<std::string> list;
    for (std::size_t i = 0; i < count; ++i) {
      require(paths[i] != nullptr, "a path");
      list.emplace_back(paths[i]);
    }
    *graph = nullptr;
    *graph = new entente_graph{entente::load_graph(list)};
  });
}

int entente_load_text(const char* text, size_t size, const char* name, entente_graph** graph,
                      entente_error** error) {
  return guarded(error, [&] {
    require(text != nullptr && name != nullptr && graph != nullptr, "an argument");
    *graph = nullptr;
    entente::CheckedDossier checked =
        entente::check_records(entente::read_records_from_text({text, size}, name));
    if (entente::has_errors(checked.problems))
      throw entente::DossierError(std::move(checked.problems));
    *graph = new entente_graph{entente::Graph(checked.dossier, std::move(checked.vocabulary))};
  });
}

void entente_graph_free(entente_graph* graph) {
  delete graph;
}

uint32_t entente_entity_count(const entente_graph* graph) {
  return graph == nullptr ? 0 : static_cast<std::uint32_t>(graph->graph.entity_count());
}

uint32_t entente_relation_count(const entente_graph* graph) {
  return graph == nullptr ? 0 : static_cast<std::uint32_t>(graph->graph.relation_count());
}

int entente_find(const entente_graph* graph, const char* text, uint32_t* entity,
                 entente_error** error) {
  return guarded(error, [&] {
    require(graph != nullptr && text != nullptr && entity != nullptr, "an argument");
    *entity = ENTENTE_NONE;
    *entity = index(graph->graph.find(text).value());
  });
}

int entente_entity_id(const entente_graph* graph, uint32_t entity, entente_text* id,
                      entente_error** error) {
  return entity_text(graph, id, error,
                     [&](const auto& facts) { return facts.id(entente::EntityId(entity)); });
}

int entente_entity_kind(const entente_graph* graph, uint32_t entity, entente_text* kind,
                        entente_error** error) {
  return entity_text(graph, kind, error,
                     [&](const auto& facts) { return facts.kind(entente::EntityId(entity)); });
}

int entente_entity_name(const entente_graph* graph, uint32_t entity, const char* languages,
                        entente_text* name, entente_error** error) {
  return entity_text(graph, name, error, [&](const auto& facts) {
    return facts.name(entente::EntityId(entity), languages == nullptr ? "en" : languages);
  });
}

int entente_relation_id(const entente_graph* graph, uint32_t relation, entente_text* id,
                        entente_error** error) {
  return entity_text(graph, id, error,
                     [&](const auto& facts) { return facts.id(entente::RelationId(relation)); });
}

int entente_relation_type(const entente_graph* graph, uint32_t relation, entente_text* type,
                          entente_error** error) {
  return entity_text(graph, type, error, [&](const auto& facts) -> std::string_view {
    return facts.type(entente::RelationId(relation)).id;
  });
}

int entente_relation_ends(const entente_graph* graph, uint32_t relation, uint32_t* from,
                          uint32_t* to, entente_error** error) {
  return guarded(error, [&] {
    require(graph != nullptr && from != nullptr && to != nullptr, "an argument");
    *from = index(graph->graph.from(entente::RelationId(relation)));
    *to = index(graph->graph.to(entente::RelationId(relation)));
  });
}

int entente_ask(const entente_graph* graph, const char* verb, const entente_option* selection,
                size_t selection_count, const entente_option* parameters, size_t parameter_count,
                const char* languages, uint32_t milliseconds, entente_answer** answer,
                entente_error** error) {
  return guarded(error, [&] {
    require(graph != nullptr && verb != nullptr && answer != nullptr, "an argument");
    *answer = nullptr;
    entente::bindings::Asked asked{.graph = graph->graph,
                                   .selection = words_of(selection, selection_count),
                                   .verb = verb,
                                   .parameters = words_of(parameters, parameter_count)};
    if (languages != nullptr) asked.languages = languages;
    if (milliseconds > 0)
      asked.deadline = entente::deadline_in(std::chrono::milliseconds(milliseconds));
    auto made = std::make_unique<entente_answer>(entente_answer{entente::bindings::answer(asked)});
    *answer = made.release();
  });
}

entente_text entente_answer_json(const entente_answer* answer) {
  return answer == nullptr ? entente_text{"", 0} : text_of(answer->said.json);
}

entente_text entente_answer_text(const entente_answer* answer) {
  return answer == nullptr ? entente_text{"", 0} : text_of(answer->said.text);
}

entente_text entente_answer_left_out(const entente_answer* answer) {
  return answer == nullptr ? entente_text{"", 0} : text_of(answer->said.left_out);
}

int entente_answer_is_empty(const entente_answer* answer) {
  return answer == nullptr || answer->said.empty ? 1 : 0;
}

void entente_answer_free(entente_answer* answer) {
  delete answer;
}

int entente_network_new(const entente_graph* graph, const entente_option* selection,
                        size_t selection_count, const char* weight, entente_network** network,
                        entente_error** error) {
  return guarded(error, [&] {
    require(graph != nullptr && network != nullptr, "an argument");
    *network = nullptr;
    const entente::Selection chosen =
        entente::bindings::selection_of(words_of(selection, selection_count));
    auto made = std::make_unique<entente_network>(
        entente_network{entente::bindings::network_of(graph->graph, chosen, weight), {}, {}});
    const entente::Network& g = made->network;
    for (const entente::Vertex v : g.vertices()) made->entities.push_back(index(g.entity(v)));
    if (g.weighted())
      for (const entente::Vertex v : g.vertices())
        for (const entente::EdgeIndex e : g.out_edges(v)) made->weights.push_back(g.weight(e));
    *network = made.release();
  });
}

uint32_t entente_network_vertex_count(const entente_network* network) {
  return network == nullptr ? 0 : network->network.vertex_count();
}

uint32_t entente_network_slot_count(const entente_network* network) {
  return network == nullptr
             ? 0
             : static_cast<std::uint32_t>(network->network.out_rows().neighbours.size());
}

const uint32_t* entente_network_offsets(const entente_network* network) {
  return network == nullptr ? nullptr : network->network.out_rows().offsets.data();
}

const uint32_t* entente_network_neighbours(const entente_network* network) {
  return network == nullptr ? nullptr : network->network.out_rows().neighbours.data();
}

const uint32_t* entente_network_entities(const entente_network* network) {
  return network == nullptr ? nullptr : network->entities.data();
}

const double* entente_network_weights(const entente_network* network) {
  return network == nullptr || network->weights.empty() ? nullptr : network->weights.data();
}

void entente_network_free(entente_network* network) {
  delete network;
}

}  // extern "C"
