#pragma once

/// Attributes as text, for formats whose cells hold nothing else.

#include <string>
#include <string_view>

#include <entente/model/record.hpp>

namespace entente {

/// A text as it is, numbers as JSON writes them, `true`, `false`, `null`.
[[nodiscard]] std::string plain_text(const Scalar& value);
/// The same; the elements of a list with `divider` between them.
[[nodiscard]] std::string plain_text(const AttributeValue& value, std::string_view divider = "; ");

}  // namespace entente
