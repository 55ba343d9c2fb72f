#pragma once

/// The largest eigenvalue of a symmetric matrix that falls into parts, and what powers of it make
/// of the vector of ones.

#include <functional>
#include <optional>

#include "algorithm/centrality/parts.hpp"
#include "algorithm/centrality/principal.hpp"
#include "algorithm/run_guard.hpp"
#include "algorithm/structure/tie_matrix.hpp"

namespace entente::kernel {

/// y = A x in one part: of both, only what lies in that part is read and written.
using ApplyToPart =
    std::function<void(std::uint32_t part, std::span<const double> x, std::span<double> y)>;

/// Of a matrix without negative elements, none of whose parts falls into smaller ones. Where
/// several have the largest eigenvalue, each has its share of the vector; the others are 0. None if
/// one did not settle.
[[nodiscard]] std::optional<EigenPair> principal_of_parts(const ApplyToPart& apply,
                                                          const Parts& parts,
                                                          unsigned max_applications,
                                                          RunGuard& guard);

/// Parts that ties of some weight hold together in an undirected network.
[[nodiscard]] Parts tied_parts(const TieMatrix& ties);

/// Hubs that lead to the same are in one part, however many lie between, and so is what they lead
/// to. Both sides number the parts alike.
struct HubParts {
  Parts hubs;
  Parts authorities;
};

[[nodiscard]] HubParts hub_parts(const TieMatrix& ties);

}  // namespace entente::kernel
