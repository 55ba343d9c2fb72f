#pragma once

/// Pattern queries of a call: the graph they ask, their parameters, their answers.

#include <string>

#include <entente/answer/query.hpp>

#include "question.hpp"

namespace entente::tool {

/// The graph of a call, as queries ask it.
struct QueriedGraph {
  Question question;
  query::Source source;
};

/// Whether the call asks a property graph rather than a dossier.
[[nodiscard]] bool is_property_graph(const Call& call);
/// Refuses options that have no effect on a query. @throws InvalidArgument
void check_query(const Call& call);
/// Reads the call's dossiers or its property graph.
[[nodiscard]] QueriedGraph open_queried_graph(const Call& call);
/// Answers all queries of a text, one after the other. `stop` ends the one at hand.
/// @throws QueryError, LimitReached, Interrupted
[[nodiscard]] Exit answer_queries(const Call& call, QueriedGraph& asked, const std::string& text,
                                  const std::atomic<bool>* stop = nullptr);
/// What is wrong with a query: as text, or as one line of JSON where the answer is JSON.
[[nodiscard]] Exit say_query_error(const Call& call, const query::QueryError& error);
/// The same of anything else that is wrong with the call, its files or its limits.
[[nodiscard]] Exit say_query_failure(const Call& call, const Error& error);

}  // namespace entente::tool
