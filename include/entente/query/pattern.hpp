#pragma once

/// Pattern queries over a dossier or any property graph: prepared once, run as often as one likes.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/facts/graph.hpp>
#include <entente/facts/selection.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/model/property_graph.hpp>
#include <entente/query/query_error.hpp>
#include <entente/query/value.hpp>

namespace ENTENTE_API entente {
namespace query {

class Store;

/// A graph to ask. Copies share it, and moving copies; safe to use from many threads. Every call
/// that takes a node or an edge throws InvalidArgument `out-of-range` if the graph has none such.
class Source {
 public:
  /// A dossier's: entities are nodes, relations are edges. Cost: O(relations log relations).
  explicit Source(const Graph& graph);
  /// A plain one. @throws InvalidArgument `property-graph` if an id is repeated or an edge's end is
  /// missing. Cost: O(edges log edges).
  explicit Source(PropertyGraph graph);
  /// Shares the graph.
  Source(const Source&) = default;
  /// Shares the graph.
  Source& operator=(const Source&) = default;

  /// For the library's own use.
  [[nodiscard]] const Store& store() const ENTENTE_LIFETIMEBOUND { return *store_; }
  /// For the library's own use.
  [[nodiscard]] const std::shared_ptr<const Store>& shared() const ENTENTE_LIFETIMEBOUND {
    return store_;
  }

  /// What the node is called: its id. The others likewise.
  [[nodiscard]] Value id(Node node) const;
  /// The id of an edge.
  [[nodiscard]] Value id(Edge edge) const;
  /// In the order written; of a dossier the kind first, then its parents.
  [[nodiscard]] std::vector<std::string> labels(Node node) const;
  /// Its one type.
  [[nodiscard]] std::string type(Edge edge) const;
  /// Where it begins.
  [[nodiscard]] Node from(Edge edge) const;
  /// Where it ends.
  [[nodiscard]] Node to(Edge edge) const;
  /// All that are not null.
  [[nodiscard]] Map properties(Node node) const;
  /// The same of an edge.
  [[nodiscard]] Map properties(Edge edge) const;
  /// The same of a dossier's, with the date that is seen: none where no account with one is known.
  [[nodiscard]] Map properties(Edge edge, const Viewpoint& viewpoint) const;

 private:
  std::shared_ptr<const Store> store_;
};

/// Values of `$name` by name.
using Parameters = std::map<std::string, Value, std::less<>>;

/// How much a query may use before it ends with LimitReached.
struct Limits {
  std::size_t memory = std::size_t{2} << 30;  ///< bytes of rows that it holds (--max-memory)
  std::uint64_t steps = 100'000'000;          ///< edges walked (--max-steps)
};

/// Whether a run counts what each operator does.
enum class Profile : std::uint8_t { off, on };

/// What a run takes beside the query.
struct RunOptions {
  /// Of a dossier: the facts asked about; its period holds where a clause has none of its own.
  Selection selection = {};
  std::string languages = "en";    ///< of names, best first
  Limits limits = {};              ///< of memory and steps
  RunControl control = {};         ///< deadline and stop
  Profile profile = Profile::off;  ///< whether Result::profile is wanted
  /// What `sentence(r)` says of what the query sees, of everything where there is no viewpoint: the
  /// words are the business of a layer above.
  std::function<std::string(const Graph&, RelationId, const Viewpoint*, std::string_view languages)>
      sentence = {};
};

/// Whether a row holds whatever the unknown days are.
struct Certainty {
  Verdict verdict = Verdict::yes;  ///< yes or maybe
  Why why = Why::none;             ///< the reason for a *maybe*
};

/// What a query gives.
struct Result {
  std::vector<std::string> columns;  ///< their names
  /// How the edges in each column are seen, by the KNOWN AT and the sources they were asked under;
  /// none: with all their dates and evidence.
  std::vector<std::optional<Viewpoint>> seen = {};
  std::vector<std::vector<Value>> rows;  ///< a value a column
  std::vector<Certainty> certainty;      ///< one a row
  Counts counts = {};                    ///< of the relations that matched; dossiers only
  std::vector<RelationId> undated = {};  ///< at the ends of matches, left out for lack of a date
  std::vector<RelationId> inferred_ended =
      {};                                 ///< likewise, because they are inferred to have ended
  std::vector<RelationId> presumed = {};  ///< that matched only because they are presumed to last
  bool has_period = false;                ///< whether a period was asked about
  std::string profile = {};  ///< if asked for: an operator a line, with its rows and edges
  /// Whether the last LIMIT ended the rows, and how many of them it left out where that is known.
  bool is_cut = false;
  std::size_t left_out = 0;  ///< 0 where further rows were not looked for
  std::size_t held = 0;      ///< bytes of rows and what they share, as Limits::memory counts them
};

/// A row as it comes; returns whether to go on.
using TakeRow = std::function<bool(const std::vector<Value>& row, const Certainty& certainty)>;

struct Plan;

/// A query that compiles. Copies share it, and moving copies; safe to run from many threads at
/// once.
class Prepared {
 public:
  /// Shares the query.
  Prepared(const Prepared&) = default;
  /// Shares the query.
  Prepared& operator=(const Prepared&) = default;
  /// The names of its columns.
  [[nodiscard]] const std::vector<std::string>& columns() const& ENTENTE_LIFETIMEBOUND;
  /// The same of a temporary, copied, so that it may be kept.
  [[nodiscard]] std::vector<std::string> columns() && { return std::as_const(*this).columns(); }
  /// All rows. Their order is fixed, with or without ORDER BY.
  /// @throws QueryError at run time; LimitReached; Interrupted; InvalidArgument for a selection as
  /// `Graph::facts`; `out-of-range` for a parameter that is a node or an edge the graph does not
  /// have.
  [[nodiscard]] Result run(const Parameters& parameters = {}, const RunOptions& options = {}) const;
  /// The rows one by one, as they are found; the result has none. As run().
  /// @throws InvalidArgument `no-function` too if `take` is empty.
  Result run(const Parameters& parameters, const RunOptions& options, const TakeRow& take) const;
  /// How it is run: an operator a line.
  [[nodiscard]] std::string explain() const;
  /// Without periods: what they ask, written as conditions. Under a selection's period that too.
  [[nodiscard]] std::string rewritten(const Selection& selection = {}) const;
  /// Labels, types, properties and the like that the graph does not have, with what was perhaps
  /// meant; of a plain graph only those of which something was.
  [[nodiscard]] const std::vector<std::string>& remarks() const& ENTENTE_LIFETIMEBOUND;
  /// The same of a temporary, copied, so that it may be kept.
  [[nodiscard]] std::vector<std::string> remarks() && { return std::as_const(*this).remarks(); }
  /// The names of the values it takes (`$name`), in order.
  [[nodiscard]] const std::vector<std::string>& parameters() const& ENTENTE_LIFETIMEBOUND;
  /// The same of a temporary, copied, so that it may be kept.
  [[nodiscard]] std::vector<std::string> parameters() && {
    return std::as_const(*this).parameters();
  }
  /// The graph it asks.
  [[nodiscard]] const Source& source() const& ENTENTE_LIFETIMEBOUND;
  /// The same of a temporary, copied, so that it may be kept.
  [[nodiscard]] Source source() && { return std::as_const(*this).source(); }

 private:
  friend Prepared prepare(const Source& source, std::string_view text);
  explicit Prepared(std::shared_ptr<const Plan> plan) : plan_(std::move(plan)) {}
  std::shared_ptr<const Plan> plan_;
};

/// Compiles a query. Cost: O(its length).
/// @throws QueryError with phase, type, code, line, column and a hint.
[[nodiscard]] Prepared prepare(const Source& source, std::string_view text);
/// The same for a dossier's graph, asked once.
[[nodiscard]] Prepared prepare(const Graph& graph, std::string_view text);

/// The queries of a text, apart by `;`, each with the lines before it blank so that places in it
/// are those of the text. @throws QueryError for what are no words.
[[nodiscard]] std::vector<std::string> statements(std::string_view text);
/// A value written as in a query (`12`, `'text'`, `[1, 2]`, `{k: true}`) or as JSON; what is none
/// is taken for a text as it stands.
/// @throws InvalidArgument `bad-parameter` for what begins like a list or a map, holds quoted texts
/// and is none.
[[nodiscard]] Value parameter_from(std::string_view text);

}  // namespace query
}  // namespace entente
