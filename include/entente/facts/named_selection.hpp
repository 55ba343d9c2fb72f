#pragma once

/// A selection filled from named values, as a command line, a binding or a form has them.

#include <span>
#include <string>
#include <string_view>

#include <entente/export.hpp>
#include <entente/facts/selection.hpp>

namespace ENTENTE_API entente {

/// The names that `set_member` knows, those of the tool's options without their dashes: `as-of`,
/// `kind`, `certain`; in the order of the guide.
[[nodiscard]] std::span<const std::string_view> selection_member_names() noexcept;

/// Sets what one name stands for. `kind`, `type`, `source` and `modality` take any number of
/// values; dates and `direction` one; `certain`, `undated`, `isolated`, `presume-lasting` and
/// `no-inference` none, or `true` or `false`. An underscore reads as a hyphen. Dates and ids are
/// looked at when facts are selected, not here.
/// @returns whether a selection has such a member.
/// @throws InvalidArgument `bad-option-value` for a value that the member cannot have.
bool set_member(Selection& selection, std::string_view name, std::span<const std::string> values);

}  // namespace entente
