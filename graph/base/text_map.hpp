#pragma once

/// The standard library's tables of texts, seeded: whoever writes the texts cannot make them
/// collide. Their order is another in every process; it decides nothing.

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/text_hash.hpp"

namespace entente {

template <typename T>
using TextMap = std::unordered_map<std::string, T, SeededHash>;
using TextSet = std::unordered_set<std::string, SeededHash>;

/// Of texts that somebody else holds.
template <typename T>
using ViewMap = std::unordered_map<std::string_view, T, SeededHash>;
using ViewSet = std::unordered_set<std::string_view, SeededHash>;

}  // namespace entente
