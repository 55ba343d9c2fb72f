#pragma once

/// A picture as its reader sees it: which text, shape and line is where. Read from SVG as the
/// library writes it, with expat, so that a picture that is no XML is no picture.

#include <string>
#include <string_view>
#include <vector>

#include "render/layout/box.hpp"

namespace entente::test {

/// Corners in order, or the points of a line.
using Corners = std::vector<Point>;

/// Where in the document something stands.
struct Place {
  std::string section = {};  ///< id of the outermost group: "nodes", "labels", "legend", …
  std::string owner = {};    ///< id of the entity's or relation's group around it, or ""
  std::string look = {};     ///< class of the innermost group that has one
};

struct SceneText {
  Place place = {};
  std::string text = {};
  Corners corners = {};       ///< of the ink: from above the capitals to below the base line
  std::string faceless = {};  ///< what of it is Han, kana or Hangul and said to be of no language
};

struct SceneShape {
  Place place = {};
  std::string look = {};  ///< its own class
  Corners corners = {};
};

struct SceneLine {
  Place place = {};
  Corners points = {};
};

struct Scene {
  Size page = {};
  std::vector<SceneText> texts = {};
  std::vector<SceneShape> shapes = {};
  std::vector<SceneLine> lines = {};  ///< paths only
  std::string structure = {};         ///< a line an element: name, id, class, and what a title says
};

/// @throws std::invalid_argument with expat's words if the text is not well-formed.
[[nodiscard]] Scene scene_of(std::string_view svg);

}  // namespace entente::test
