#include <array>

#include <graphviz/gvc.h>

#include <entente/error.hpp>
#include <entente/render/image.hpp>

#include "render/image/graphviz.hpp"

extern "C" {
extern gvplugin_library_t gvplugin_core_LTX_library;
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;
extern gvplugin_library_t gvplugin_pango_LTX_library;
}

namespace entente {
namespace {

/// One context for the life of the process: a second one after gvFreeContext is used after free.
/// The plugins are linked, so that no configuration file has to be there.
GVC_t* context() {
  static const std::array<lt_symlist_t, 5> plugins = {{
      {"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
      {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
      {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
      {"gvplugin_pango_LTX_library", &gvplugin_pango_LTX_library},
      {nullptr, nullptr},
  }};
  static GVC_t* const only = gvContextPlugins(plugins.data(), 0);
  return only;
}

const char* device(ImageFormat format) {
  switch (format) {
    case ImageFormat::png:
      return "png:cairo:cairo";
    case ImageFormat::pdf:
      return "pdf:cairo:cairo";
    case ImageFormat::svg:
      break;
  }
  return "svg:svg:core";
}

/// A layout, freed before its graph.
class Layout {
 public:
  explicit Layout(Agraph_t* graph) : graph_(graph), done_(gvLayout(context(), graph, "dot") == 0) {}
  ~Layout() {
    if (done_) gvFreeLayout(context(), graph_);
  }
  Layout(const Layout&) = delete;
  Layout& operator=(const Layout&) = delete;

  [[nodiscard]] std::string drawn(ImageFormat format) const {
    char* data = nullptr;
    unsigned int size = 0;
    if (!done_ || gvRenderData(context(), graph_, device(format), &data, &size) != 0) return {};
    std::string image(data, size);
    gvFreeRenderData(data);
    return image;
  }

 private:
  Agraph_t* graph_;
  bool done_;
};

/// Cairo dates a PDF by the clock and Graphviz cannot ask it not to: the same picture gets the same
/// bytes. The length stays, because a PDF counts its bytes.
void undate_pdf(std::string& image) {
  constexpr std::string_view label = "/CreationDate (D:";
  constexpr std::string_view epoch = "19700101000000";
  const std::size_t at = image.rfind(label);
  if (at == std::string::npos || image.size() - at < label.size() + epoch.size()) return;
  image.replace(at + label.size(), epoch.size(), epoch);
}

}  // namespace

std::string render_image(const std::string& dot, ImageFormat format, const ImageOptions& options) {
  const GraphvizSession session;
  GraphvizGraph graph(agmemread(dot.c_str()));
  if (!graph.get() || session.failed())
    throw InvalidArgument("bad-dot", "this is not DOT: " + session.messages());
  if (format == ImageFormat::png) graph.set("dpi", std::to_string(options.dpi));
  const Layout layout(graph.get());
  std::string image = layout.drawn(format);
  session.throw_on_error("drawing");
  if (image.empty()) throw Error(Exit::internal, "graphviz", "Graphviz drew nothing");
  if (format == ImageFormat::pdf) undate_pdf(image);
  return image;
}

}  // namespace entente
