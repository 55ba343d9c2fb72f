#pragma once

/// Looking entities up by id or name.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/export.hpp>
#include <entente/facts/ids.hpp>
#include <entente/text/match_kind.hpp>

namespace ENTENTE_API entente {

/// One hit of a search by name.
struct Match {
  EntityId entity = {};              ///< what was found
  std::string name;                  ///< the id, code or name that matched
  MatchKind how = MatchKind::exact;  ///< how well it fits
  std::string language = {};         ///< of the name; empty when an id or code matched
};

/// The outcome of looking up the one entity that a text means: one, none, or several candidates.
/// The steps of MatchKind are tried in turn, suggestions apart, and the first that finds any
/// decides.
class Lookup {
 public:
  /// `message` is what value() throws unless there is exactly one match.
  Lookup(std::vector<Match> matches, std::string message);

  /// Whether exactly one is meant.
  [[nodiscard]] bool has_value() const { return candidates_.size() == 1; }
  /// Whether exactly one is meant.
  [[nodiscard]] explicit operator bool() const { return has_value(); }
  /// The one entity meant.
  /// @throws InvalidArgument `unknown-entity`, whose text suggests names, or `ambiguous-entity`,
  /// whose text lists the candidates with their kinds and parties.
  [[nodiscard]] EntityId value() const;
  /// As value().
  [[nodiscard]] EntityId operator*() const { return value(); }
  /// All entities that the deciding step found, ascending.
  [[nodiscard]] const std::vector<EntityId>& candidates() const& { return candidates_; }
  /// The same of a temporary, handed over, so that a loop may run over them.
  [[nodiscard]] std::vector<EntityId> candidates() && { return std::move(candidates_); }
  /// The same with what matched and how.
  [[nodiscard]] const std::vector<Match>& matches() const& { return matches_; }
  /// The same of a temporary, handed over.
  [[nodiscard]] std::vector<Match> matches() && { return std::move(matches_); }
  /// What is wrong, if anything is.
  [[nodiscard]] const std::string& message() const& ENTENTE_LIFETIMEBOUND { return message_; }
  /// The same of a temporary, handed over.
  [[nodiscard]] std::string message() && { return std::move(message_); }
  /// Where exactly one is meant and it was found by less than its id, a code or an exact name, how:
  /// "'Jurgen Muller' is taken for Jürgen Müller (m), by a name that differs in accents". Else "".
  [[nodiscard]] const std::string& remark() const& ENTENTE_LIFETIMEBOUND { return remark_; }
  /// The same of a temporary, handed over.
  [[nodiscard]] std::string remark() && { return std::move(remark_); }

 private:
  friend class Graph;

  std::vector<Match> matches_;
  std::vector<EntityId> candidates_;
  std::string message_;
  std::string remark_;
};

}  // namespace entente
