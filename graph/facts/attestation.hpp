#pragma once

/// What the dates of one record say together. It is about one state: a day on which that is
/// attested lies within what its other dates say, widens what certainly held, and loosens no start
/// or end that they know.

#include <vector>

#include <entente/time/when.hpp>

#include "facts/dating.hpp"

namespace entente {

/// A date of a record, and how it is read beside the others.
struct DatedAccount {
  When when;
  Dating dating;
};

/// The accounts that these dates of a relation give, in order, without the attested days that lie
/// within the state of another.
[[nodiscard]] std::vector<DatedAccount> read_together(std::vector<When> dates, Reading reading);

}  // namespace entente
