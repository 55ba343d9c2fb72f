#pragma once

/// What would spoil a picture: each fault as a sentence.

#include <string>
#include <vector>

#include "pictures/scene.hpp"

namespace entente::test {

/// Text, shapes and lines that leave the page.
[[nodiscard]] std::vector<std::string> clipped(const Scene& scene);
/// Texts that overlap one another.
[[nodiscard]] std::vector<std::string> overlapping_texts(const Scene& scene);
/// Entities' shapes that overlap without one holding the other.
[[nodiscard]] std::vector<std::string> overlapping_shapes(const Scene& scene);
/// Texts that cross the outline of an entity's shape, or of a relation's label inside one.
[[nodiscard]] std::vector<std::string> texts_across_shapes(const Scene& scene);
/// Relations' lines that run through the shape of an entity that is not one of their ends.
[[nodiscard]] std::vector<std::string> lines_through_shapes(const Scene& scene);
/// Relations' lines, but faded ones, that run through the label of another relation.
[[nodiscard]] std::vector<std::string> lines_through_labels(const Scene& scene);

/// Labels of relations that stand on a line's head or mark, whosoever it is.
[[nodiscard]] std::vector<std::string> labels_on_heads(const Scene& scene);
/// Names that a bar, or the diamond of an act, lies on.
[[nodiscard]] std::vector<std::string> bars_on_names(const Scene& scene);
/// Texts that would be drawn in the face of another language.
[[nodiscard]] std::vector<std::string> texts_without_face(const Scene& scene);

}  // namespace entente::test
