// The compiled half of the Python module: graphs, answers as JSON, networks as buffers. What people
// call is written in Python, in entente/__init__.py.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <exception>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <entente/algorithm/run_control.hpp>
#include <entente/answer/answer.hpp>
#include <entente/error.hpp>
#include <entente/facts/graph.hpp>
#include <entente/io/dossier_writer.hpp>
#include <entente/io/load.hpp>
#include <entente/model/problem.hpp>
#include <entente/network/network.hpp>
#include <entente/query/query_error.hpp>
#include <entente/version.hpp>

#include "ask/ask.hpp"
#include "ask/weighed.hpp"

namespace py = pybind11;

namespace {

using entente::Graph;
using entente::Network;
using entente::bindings::Answered;
using entente::bindings::Words;
using Unlocked = py::call_guard<py::gil_scoped_release>;

Graph load(const std::vector<std::string>& paths) {
  return entente::load_graph(paths);
}

Graph load_text(const std::string& text, const std::string& name) {
  entente::CheckedDossier checked =
      entente::check_records(entente::read_records_from_text(text, name));
  if (entente::has_errors(checked.problems))
    throw entente::DossierError(std::move(checked.problems));
  return Graph(checked.dossier, std::move(checked.vocabulary));
}

std::chrono::steady_clock::time_point deadline_after(double seconds) {
  if (!(seconds >= 0))
    throw entente::InvalidArgument(
        "bad-option-value", "timeout takes seconds, 0 or more, not " + std::to_string(seconds));
  constexpr double farthest = 9e15;  // in milliseconds; the clock ends before
  const double milliseconds = std::min(seconds * 1000, farthest);
  return entente::deadline_in(std::chrono::milliseconds(static_cast<std::int64_t>(milliseconds)));
}

Answered ask(const Graph& graph, const Words& selection, const std::string& verb,
             const Words& options, const std::string& languages, std::optional<double> timeout) {
  entente::bindings::Asked asked{.graph = graph,
                                 .selection = selection,
                                 .verb = verb,
                                 .parameters = options,
                                 .languages = languages};
  if (timeout) asked.deadline = deadline_after(*timeout);
  return entente::bindings::answer(asked);
}

/// A network with its arrays by slot, as numpy takes them.
struct Rows {
  Network network;
  std::vector<std::uint32_t> entities;
  std::vector<double> weights;
};

Rows rows_of(const Graph& graph, const Words& selection, const std::string& weight) {
  Rows rows{entente::bindings::network_of(graph, entente::bindings::selection_of(selection),
                                          weight.empty() ? nullptr : weight.c_str()),
            {},
            {}};
  for (const entente::Vertex v : rows.network.vertices()) {
    rows.entities.push_back(index(rows.network.entity(v)));
    for (const entente::EdgeIndex e : rows.network.out_edges(v))
      rows.weights.push_back(rows.network.weight(e));
  }
  return rows;
}

/// One array of a network, read only; it keeps the network alive.
template <class Number>
struct Column {
  std::shared_ptr<const Rows> rows;
  const Number* data;
  std::size_t size;
};

template <class Number>
void define_column(py::module_& module, const char* name) {
  py::class_<Column<Number>>(module, name, py::buffer_protocol())
      .def_buffer([](Column<Number>& column) {
        return py::buffer_info(const_cast<Number*>(column.data), sizeof(Number),
                               py::format_descriptor<Number>::format(), 1, {column.size},
                               {sizeof(Number)}, true);
      })
      .def("__len__", [](const Column<Number>& column) { return column.size; });
}

/// The relations a selection keeps: numbers, and whether they certainly hold.
std::vector<std::pair<std::uint32_t, bool>> facts(const Graph& graph, const Words& selection) {
  std::vector<std::pair<std::uint32_t, bool>> kept;
  for (const auto& row : graph.facts(entente::bindings::selection_of(selection)).relations)
    kept.emplace_back(index(row.relation), row.verdict == entente::Verdict::yes);
  return kept;
}

std::vector<std::uint32_t> entities(const Graph& graph, const Words& selection) {
  std::vector<std::uint32_t> kept;
  for (const entente::EntityId entity :
       graph.facts(entente::bindings::selection_of(selection)).entities)
    kept.push_back(index(entity));
  return kept;
}

/// What is done about an error as this language does it.
std::string in_python(const entente::query::QueryError& error) {
  const entente::query::Fault& fault = error.fault();
  std::string text = error.what();
  if (fault.code != "MissingParameter" || fault.hint.empty()) return text;
  const std::size_t sign = fault.message.find('$');
  const std::string name = fault.message.substr(sign + 1, fault.message.find(' ', sign) - sign - 1);
  if (const std::size_t at = text.find(fault.hint); at != std::string::npos)
    text.replace(at, fault.hint.size(), "give it by param={'" + name + "': …}");
  return text;
}

/// Python's exceptions are classes of entente/_errors.py, so that people can read them.
void define_errors() {
  py::register_exception_translator([](std::exception_ptr thrown) {
    const auto raise = [](const char* type, const entente::Error& error,
                          const py::object& problems = py::none(),
                          const std::optional<std::string>& text = std::nullopt) {
      const py::object kind = py::module_::import("entente._errors").attr(type);
      PyErr_SetObject(
          kind.ptr(),
          kind(text.value_or(error.what()), error.code(), error.exit_code(), problems).ptr());
    };
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const entente::DossierError& error) {
      py::list problems;
      for (const entente::Problem& problem : error.problems()) problems.append(describe(problem));
      raise("DossierError", error, problems);
    } catch (const entente::query::QueryError& error) {
      raise("QueryError", error, py::none(), in_python(error));
    } catch (const entente::InvalidArgument& error) {
      raise("InvalidArgument", error);
    } catch (const entente::IoError& error) {
      raise("InputError", error);
    } catch (const entente::LimitReached& error) {
      raise("LimitReached", error);
    } catch (const entente::Error& error) {
      raise("Error", error);
    }
  });
}

}  // namespace

PYBIND11_MODULE(_entente, module) {
  module.doc() = "The compiled half of entente; call entente, not this.";
  module.attr("version") = std::string(entente::version());
  define_errors();
  define_column<std::uint32_t>(module, "Numbers");
  define_column<double>(module, "Weights");

  py::class_<Graph>(module, "Graph")
      .def_property_readonly("entity_count", &Graph::entity_count)
      .def_property_readonly("relation_count", &Graph::relation_count)
      .def(
          "find",
          [](const Graph& graph, const std::string& name) {
            return index(graph.find(name).value());
          },
          Unlocked())
      .def("entity_id",
           [](const Graph& g, std::uint32_t n) { return std::string(g.id(entente::EntityId(n))); })
      .def("entity_kind", [](const Graph& g,
                             std::uint32_t n) { return std::string(g.kind(entente::EntityId(n))); })
      .def("entity_name",
           [](const Graph& g, std::uint32_t n, const std::string& languages) {
             return std::string(g.name(entente::EntityId(n), languages));
           })
      .def("entity_json",
           [](const Graph& g, std::uint32_t n) { return to_json(g.record(entente::EntityId(n))); })
      .def("relation_json", [](const Graph& g, std::uint32_t n) {
        return to_json(g.record(entente::RelationId(n)));
      });

  py::class_<Answered>(module, "Answered")
      .def_readonly("json", &Answered::json)
      .def_readonly("text", &Answered::text)
      .def_readonly("empty", &Answered::empty)
      .def_readonly("left_out", &Answered::left_out);

  py::class_<Rows, std::shared_ptr<Rows>>(module, "Rows")
      .def_property_readonly("directed",
                             [](const Rows& rows) {
                               return rows.network.directedness() ==
                                      entente::Directedness::directed;
                             })
      .def_property_readonly("edge_count",
                             [](const Rows& rows) { return rows.network.edge_count(); })
      .def_property_readonly("offsets",
                             [](const std::shared_ptr<Rows>& rows) {
                               const auto all = rows->network.out_rows().offsets;
                               return Column<std::uint32_t>{rows, all.data(), all.size()};
                             })
      .def_property_readonly("neighbours",
                             [](const std::shared_ptr<Rows>& rows) {
                               const auto all = rows->network.out_rows().neighbours;
                               return Column<std::uint32_t>{rows, all.data(), all.size()};
                             })
      .def_property_readonly(
          "entities",
          [](const std::shared_ptr<Rows>& rows) {
            return Column<std::uint32_t>{rows, rows->entities.data(), rows->entities.size()};
          })
      .def_property_readonly("weights", [](const std::shared_ptr<Rows>& rows) {
        return Column<double>{rows, rows->weights.data(), rows->weights.size()};
      });

  module.def("load", &load, Unlocked());
  module.def("load_text", &load_text, Unlocked());
  module.def("ask", &ask, Unlocked());
  module.def(
      "rows",
      [](const Graph& graph, const Words& selection, const std::string& weight) {
        return std::make_shared<Rows>(rows_of(graph, selection, weight));
      },
      Unlocked());
  module.def("facts", &facts, Unlocked());
  module.def("entities", &entities, Unlocked());
}
