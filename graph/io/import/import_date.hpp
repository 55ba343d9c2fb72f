#pragma once

/// Dates of tables as EDTF, never more precise than they are written.

#include <string>
#include <string_view>

#include "io/import/mapping.hpp"

namespace entente::import {

/// A date, or why it is none.
struct ReadDate {
  std::string edtf = {};    ///< empty where it is none
  std::string reason = {};  ///< why
  std::string hint = {};
  bool whole = true;  ///< whether it says all that is written: EDTF has no fractions of seconds
};

/// Takes EDTF; numbers with zeros or gaps for what is unknown (`2010-00-00`, `2010-5-`); days
/// written in numbers, if the order is said or only one is possible; dates in words; ranges of
/// years (`1990–1995`). Anything that has two readings is refused with both.
[[nodiscard]] ReadDate edtf_of(std::string_view text, DateOrder order);

}  // namespace entente::import
