#pragma once

/// Where the neighbours of one entity stand around it.

#include <string_view>

#include <entente/model/vocabulary.hpp>
#include <entente/render/diagram.hpp>

namespace entente {

/// Pins the centre, and around it those that are drawn in full colour: a sector for each kind, in
/// the vocabulary's order, clockwise from the top; within it in the order of their first day. Those
/// in the background stand around them, near what they are tied to. What is pinned already stays,
/// and so does everything if more than 60 would stand around. The ring is as wide as its boxes need
/// so that none overlaps, and of ellipses and rounded rectangles it is the one that the page has
/// most room for. Cost: O(n² log n) for n around, some forty times.
void pin_sectors(Diagram& diagram, std::string_view centre, const Vocabulary& vocabulary);

}  // namespace entente
