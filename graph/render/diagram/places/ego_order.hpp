#pragma once

/// In which order the neighbours of one entity stand.

#include <cstddef>
#include <string_view>
#include <vector>

#include <entente/model/vocabulary.hpp>
#include <entente/render/diagram.hpp>

namespace entente {

/// Those around the centre that are drawn in full colour: by kind in the vocabulary's order, then
/// by their first day, then by id. Indices into Diagram::nodes.
[[nodiscard]] std::vector<std::size_t> around_in_order(const Diagram& diagram,
                                                       std::string_view centre,
                                                       const Vocabulary& vocabulary);

}  // namespace entente
