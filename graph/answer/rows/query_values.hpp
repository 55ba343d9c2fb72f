#pragma once

/// Values of pattern queries as JSON and as text.

#include <cstdint>
#include <string>

#include <entente/answer/query.hpp>
#include <entente/base/json_text.hpp>

namespace entente::answers {

/// Whether JSON keeps apart what plain JSON has one form for.
enum class Typing : std::uint8_t { plain, typed };

void add_value(JsonText& json, const query::Source& source, const query::Value& value,
               Typing typing);

/// A cell of a table: names and sentences for a person, ids for a program.
[[nodiscard]] std::string cell_text(const QueryAnswer& answer, const query::Value& value,
                                    Reader reader);

}  // namespace entente::answers
