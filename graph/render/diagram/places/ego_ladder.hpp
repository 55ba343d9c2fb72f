#pragma once

/// The neighbours of one entity on a page that is too narrow for a ring.

#include <string_view>

#include <entente/model/vocabulary.hpp>
#include <entente/render/diagram.hpp>

namespace entente {

/// Pins the centre at the left and those around it one below the other at the right, a group for
/// each kind in the vocabulary's order, within it in the order of their first day, so that no line
/// runs over a box. What is pinned already stays.
void pin_ladder(Diagram& diagram, std::string_view centre, const Vocabulary& vocabulary);

}  // namespace entente
