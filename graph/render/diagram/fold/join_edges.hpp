#pragma once

/// One line of a picture for several that say the same.

#include <string>
#include <vector>

#include <entente/render/diagram.hpp>
#include <entente/text/language.hpp>

namespace entente {

template <typename Value>
void append_all(std::vector<Value>& to, const std::vector<Value>& more) {
  to.insert(to.end(), more.begin(), more.end());
}

/// Adds a line of text, unless it is empty.
void add_line(std::string& text, const std::string& line);

/// What stands for both of two edges between the same entities.
void join(DiagramEdge& into, const DiagramEdge& other);

/// Erases those whose place in `which` is not 0.
void erase_edges(std::vector<DiagramEdge>& edges, const std::vector<char>& which);

/// One line for one deed that was planned and then reported.
void join_plans(std::vector<DiagramEdge>& edges, const LanguagePreference& languages);

/// One line, with their number, for ties between the same two that are drawn alike and have no
/// label.
void join_parallels(std::vector<DiagramEdge>& edges);

}  // namespace entente
