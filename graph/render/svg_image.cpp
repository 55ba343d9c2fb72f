#include <cmath>
#include <memory>

#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>

#include <entente/error.hpp>
#include <entente/render/image.hpp>

namespace entente {
namespace {

struct Release {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* pen) const { cairo_destroy(pen); }
};
template <typename T>
using Owned = std::unique_ptr<T, Release>;

[[noreturn]] void refuse(GError* error) {
  const std::string text = error ? error->message : "unknown error";
  g_clear_error(&error);
  throw InvalidArgument("bad-svg", "this is not SVG: " + text);
}

Owned<RsvgHandle> parsed(const std::string& svg) {
  GError* error = nullptr;
  const std::unique_ptr<GInputStream, decltype(&g_object_unref)> stream(
      g_memory_input_stream_new_from_data(svg.data(), static_cast<gssize>(svg.size()), nullptr),
      g_object_unref);
  Owned<RsvgHandle> handle(rsvg_handle_new_from_stream_sync(
      stream.get(), nullptr, RSVG_HANDLE_FLAG_UNLIMITED, nullptr, &error));
  if (!handle) refuse(error);
  return handle;
}

struct Size {
  double width = 0;
  double height = 0;
};

Size size_of(RsvgHandle* handle) {
  Size size;
  if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &size.width, &size.height)) return size;
  gboolean has_width = 0, has_height = 0, has_view_box = 0;
  RsvgLength width{}, height{};
  RsvgRectangle view_box{};
  rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height,
                                       &has_view_box, &view_box);
  if (!has_view_box) throw InvalidArgument("bad-svg", "this SVG does not say how large it is");
  return {view_box.width, view_box.height};
}

cairo_status_t append(void* text, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

void check(cairo_status_t status) {
  if (status != CAIRO_STATUS_SUCCESS)
    throw Error(status == CAIRO_STATUS_NO_MEMORY ? Exit::out_of_memory : Exit::internal, "cairo",
                std::string("drawing failed: ") + cairo_status_to_string(status));
}

/// Draws a document of that size over the whole surface, to its last pixel.
void draw(RsvgHandle* handle, cairo_surface_t* surface, Size document, Size size) {
  const Owned<cairo_t> pen(cairo_create(surface));
  cairo_scale(pen.get(), size.width / document.width, size.height / document.height);
  const RsvgRectangle whole{0, 0, document.width, document.height};
  GError* error = nullptr;
  if (!rsvg_handle_render_document(handle, pen.get(), &whole, &error)) refuse(error);
  check(cairo_status(pen.get()));
}

}  // namespace

std::string convert_svg(const std::string& svg, ImageFormat format, const ImageOptions& options) {
  if (format == ImageFormat::svg) return svg;
  constexpr double css_pixels_per_inch = 96;
  constexpr double points_per_inch = 72;
  const Owned<RsvgHandle> handle = parsed(svg);
  const Size pixels = size_of(handle.get());
  const double unit =
      (format == ImageFormat::png ? options.dpi : points_per_inch) / css_pixels_per_inch;
  Size size{pixels.width * unit, pixels.height * unit};
  if (format == ImageFormat::png) size = {std::ceil(size.width), std::ceil(size.height)};
  std::string image;
  const Owned<cairo_surface_t> surface(
      format == ImageFormat::pdf
          ? cairo_pdf_surface_create_for_stream(append, &image, size.width, size.height)
          : cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(size.width),
                                       static_cast<int>(size.height)));
  check(cairo_surface_status(surface.get()));
  if (format == ImageFormat::pdf)  // otherwise dated by the clock
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                   "1970-01-01T00:00:00Z");
  draw(handle.get(), surface.get(), pixels, size);
  if (format == ImageFormat::png)
    check(cairo_surface_write_to_png_stream(surface.get(), append, &image));
  cairo_surface_finish(surface.get());
  check(cairo_surface_status(surface.get()));
  return image;
}

}  // namespace entente
