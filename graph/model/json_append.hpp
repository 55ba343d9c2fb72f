#pragma once

/// The pieces of JSON that writers of many records append to one growing text.

#include <string>
#include <string_view>

#include <entente/model/record.hpp>

namespace entente::json {

/// Appends a JSON string, quotes included.
void append_text(std::string& out, std::string_view text);
/// Appends `"name": `, after `, ` unless the object has just been opened.
void append_key(std::string& out, std::string_view name);
void append_member(std::string& out, std::string_view name, std::string_view text);
/// Appends a number that reads back as the same double, with a point or an exponent.
/// @throws InvalidArgument `bad-number` if JSON has none.
void append_real(std::string& out, double value);
void append_scalar(std::string& out, const Scalar& scalar);
void append_attribute(std::string& out, const AttributeValue& value);
/// Appends an object of attributes, sorted by name.
void append_attributes(std::string& out, const Attributes& attributes);
/// Appends `"…"` or, for ends that EDTF has no interval for, `{"start": …, "end": …}`.
void append_when(std::string& out, const When& when);

}  // namespace entente::json
