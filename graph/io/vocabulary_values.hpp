#pragma once

/// What single members of a vocabulary's definitions hold. Each reports what is none of its values.

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include <entente/model/vocabulary.hpp>

#include "io/json/member_reader.hpp"

namespace entente {

/// A drawing class among those that every look has.
[[nodiscard]] std::string read_drawing_class(MemberReader& read, JsonValue value,
                                             std::span<const std::string_view> known);

/// Sentences have a place for each end and none for anything else.
void check_sentences(MemberReader& read, JsonValue labels);

[[nodiscard]] bool read_flag(MemberReader& read, JsonValue value);
[[nodiscard]] Sign read_sign(MemberReader& read, JsonValue value);
[[nodiscard]] Present read_present(MemberReader& read, JsonValue value);

/// The index of the word among those allowed; 0 for others.
[[nodiscard]] std::size_t read_word(MemberReader& read, JsonValue value,
                                    std::span<const std::string_view> allowed);

}  // namespace entente
