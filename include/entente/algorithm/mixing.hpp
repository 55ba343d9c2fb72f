#pragma once

/// The make-up of a network in single numbers, and who is tied to their like.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <entente/algorithm/grouping.hpp>
#include <entente/algorithm/run_control.hpp>
#include <entente/export.hpp>
#include <entente/network/network.hpp>

namespace ENTENTE_API entente {

/// The share of all pairs (ordered ones where edges are directed) that are tied; parallel edges
/// count once, self-loops not; 0 with fewer than two entities. Cost: O(n + m).
[[nodiscard]] double density(const Network& g);

/// The share of directed edges with one back; 1 in an undirected network; 0 without edges.
/// Parallel edges count once. Cost: O(n + m).
[[nodiscard]] double reciprocity(const Network& g);

/// How much ties prefer their own group: 1 if none leaves it, 0 as by chance, below 0 if they avoid
/// it. None where no edge could leave (one group only) or there are no edges. Parallel edges count
/// once. Cost: O(n log n + m), whatever the numbers of the groups.
/// @throws InvalidArgument `short-grouping`. @see M. Newman, Physical Review E 67 (2003) 026126.
[[nodiscard]] std::optional<double> assortativity(const Network& g, const Grouping& grouping);

/// How many ties run between two groups.
struct GroupTies {
  std::uint32_t from = 0;  ///< a group; where undirected the smaller number of the two
  std::uint32_t to = 0;    ///< the other, or the same
  std::uint64_t ties = 0;  ///< at least 1
};

/// The ties between every two groups that have any, by `from` and then `to`; parallel edges count
/// once, and where undirected a tie counts once. Cost: O(n + m log groups).
/// @throws InvalidArgument `short-grouping`. @see M. Newman, Physical Review E 67 (2003) 026126.
[[nodiscard]] std::vector<GroupTies> ties_between_groups(const Network& g,
                                                         const Grouping& grouping);

/// Three entities and the edges among them, in the order of the literature: 003, 012, 102, 021D,
/// 021U, 021C, 111D, 111U, 030T, 030C, 201, 120D, 120U, 120C, 210, 300.
struct TriadCensus {
  /// After Davis and Leinhardt.
  static constexpr std::array<std::string_view, 16> names{
      "003",  "012",  "102", "021D", "021U", "021C", "111D", "111U",
      "030T", "030C", "201", "120D", "120U", "120C", "210",  "300"};
  std::array<std::uint64_t, 16> counts{};  ///< in the order of the names

  /// The count under one of `names`; 0 for any other.
  [[nodiscard]] std::uint64_t count(std::string_view name) const;
};

/// How many triads there are of each type; an undirected edge runs both ways. 2^64 - 1 stands for
/// that many or more. Cost: O(sum of squared degrees).
/// @see V. Batagelj, A. Mrvar, Social Networks 23 (2001) 237.
[[nodiscard]] TriadCensus triad_census(const Network& g, const RunControl& run = {});

}  // namespace entente
