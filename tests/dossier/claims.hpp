#pragma once

/// Claims about a dossier, written as JSON, and whether its graph bears them out. The file of the
/// claims says in its member `readme` what an expectation may hold.

#include <map>
#include <ostream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <entente/facts/graph.hpp>

namespace entente::test {

/// What a person read in a document, and what a dossier must therefore hold or lack.
struct Claim {
  std::string id;
  std::string document;
  std::string at;
  std::string text;
  nlohmann::json expect;

  friend std::ostream& operator<<(std::ostream& out, const Claim& claim) { return out << claim.id; }
};

struct ClaimFile {
  std::vector<Claim> claims;
  std::map<std::string, std::vector<std::string>> entities;  ///< ids that must exist, by kind
};

/// @throws nlohmann::json::exception if a member is missing or of another type.
[[nodiscard]] ClaimFile read_claims(const std::string& path);

/// Why the graph does not meet an expectation; empty if it does.
/// @throws std::invalid_argument for an expectation that cannot be meant as it stands: unknown
/// members, types, modalities or entities.
[[nodiscard]] std::string objection(const Graph& graph, const nlohmann::json& expect);

}  // namespace entente::test
