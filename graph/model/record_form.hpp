#pragma once

/// What a record must be to be written and read back.

#include <string_view>
#include <vector>

#include <entente/model/problem.hpp>
#include <entente/model/record.hpp>

namespace entente {

/// What readers of dossiers refuse in a single record, in the records and titles that a program
/// made; those that were read have passed already, and are known by their place. In the order of
/// the records; sorted. Cost: O(size of the records made).
[[nodiscard]] std::vector<Problem> find_form_errors(const Dossier& dossier);

/// Whether a control character is in it: U+0000 to U+001F, U+007F to U+009F.
[[nodiscard]] bool holds_control(std::string_view text);

}  // namespace entente
