#pragma once

#include <entente/algorithm/grouping.hpp>
#include <entente/network/network.hpp>

namespace entente::kernel {

/// @throws InvalidArgument `short-grouping` if an entity of the network has no group.
void check_grouping(const Network& g, const Grouping& grouping);

}  // namespace entente::kernel
