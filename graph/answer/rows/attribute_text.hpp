#pragma once

/// Attribute values for people: scalars as text, lists with commas.

#include <string>

#include <entente/model/record.hpp>

namespace entente::answers {

[[nodiscard]] std::string attribute_text(const AttributeValue& value);

}  // namespace entente::answers
