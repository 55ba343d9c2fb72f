#include <entente/error.hpp>
#include <entente/render/image.hpp>

namespace entente {

std::string render_image(const std::string&, ImageFormat, const ImageOptions&) {
  throw Error(Exit::renderer_missing, "graphviz-missing",
              "this build draws no DOT, as it has no Graphviz (ENTENTE_WITH_GRAPHVIZ=OFF); write "
              "SVG, or give the DOT to Graphviz' own program: dot -Tsvg");
}

}  // namespace entente
