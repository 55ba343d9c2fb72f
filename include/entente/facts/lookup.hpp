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

/// The outcome of looking up the one entity that a text means: one, none, or several candidates.
class Lookup {
 public:
  /// `message` is what value() throws unless there is exactly one candidate.
  Lookup(std::vector<EntityId> candidates, std::string message);

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
  /// All entities of that id, or that match by name exactly or folded, ascending.
  [[nodiscard]] const std::vector<EntityId>& candidates() const& { return candidates_; }
  /// The same of a temporary, handed over, so that a loop may run over them.
  [[nodiscard]] std::vector<EntityId> candidates() && { return std::move(candidates_); }
  /// What is wrong, if anything is.
  [[nodiscard]] const std::string& message() const { return message_; }

 private:
  std::vector<EntityId> candidates_;
  std::string message_;
};

/// One hit of a search by name.
struct Match {
  EntityId entity = {};              ///< what was found
  std::string name;                  ///< the id or name that matched
  MatchKind how = MatchKind::exact;  ///< how well it fits
  std::string language = {};         ///< of the name; empty when the id matched
};

}  // namespace entente
