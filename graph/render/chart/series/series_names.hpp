#pragma once

/// Where the names of lines stand, beside the ends of their lines.

#include <vector>

namespace entente {

/// Where a name would stand, and how much height it takes.
struct NameWish {
  double y = 0;
  double height = 0;
};

/// The heights of names, in the order of the wishes, from above: they keep apart, none stands below
/// the foot, and all are as near to where they would stand as that allows.
[[nodiscard]] std::vector<double> heights_of_names(const std::vector<NameWish>& wishes,
                                                   double foot);

}  // namespace entente
