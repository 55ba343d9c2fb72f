#include "render/image/svg_image.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include <cairo-pdf.h>
#include <cairo.h>
#include <librsvg/rsvg.h>

#include <entente/error.hpp>
#include <entente/render/image.hpp>

#include "render/image/png.hpp"
#include "render/image/svg_words.hpp"

namespace entente {
namespace {

constexpr double css_pixels_per_inch = 96;

struct ReleaseImage {
  void operator()(RsvgHandle* handle) const { g_object_unref(handle); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* pen) const { cairo_destroy(pen); }
};
template <typename T>
using OwnedImage = std::unique_ptr<T, ReleaseImage>;

[[noreturn]] void refuse(GError* error) {
  const std::string text = error ? error->message : "unknown error";
  g_clear_error(&error);
  throw InvalidArgument("bad-svg", "this is not SVG: " + text);
}

OwnedImage<RsvgHandle> parsed(const std::string& svg) {
  GError* error = nullptr;
  const std::unique_ptr<GInputStream, decltype(&g_object_unref)> stream(
      g_memory_input_stream_new_from_data(svg.data(), static_cast<gssize>(svg.size()), nullptr),
      g_object_unref);
  OwnedImage<RsvgHandle> handle(rsvg_handle_new_from_stream_sync(
      stream.get(), nullptr, RSVG_HANDLE_FLAG_UNLIMITED, nullptr, &error));
  if (!handle) refuse(error);
  rsvg_handle_set_dpi(handle.get(), css_pixels_per_inch);  // by default 90
  return handle;
}

struct Size {
  double width = 0;
  double height = 0;
};

/// In pixels of CSS. A document that takes what room there is is as wide as it says it may be.
Size size_of(RsvgHandle* handle, const std::string& svg) {
  Size size;
  if (rsvg_handle_get_intrinsic_size_in_pixels(handle, &size.width, &size.height)) return size;
  gboolean has_width = 0, has_height = 0, has_view_box = 0;
  RsvgLength width{}, height{};
  RsvgRectangle view_box{};
  rsvg_handle_get_intrinsic_dimensions(handle, &has_width, &width, &has_height, &height,
                                       &has_view_box, &view_box);
  if (!has_view_box) throw InvalidArgument("bad-svg", "this SVG does not say how large it is");
  constexpr double points_per_pixel = 0.75;
  const double points = most_width(svg).value_or(view_box.width * points_per_pixel);
  const double scale = points / points_per_pixel / view_box.width;
  return {view_box.width * scale, view_box.height * scale};
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
  const OwnedImage<cairo_t> pen(cairo_create(surface));
  cairo_scale(pen.get(), size.width / document.width, size.height / document.height);
  const RsvgRectangle whole{0, 0, document.width, document.height};
  GError* error = nullptr;
  if (!rsvg_handle_render_document(handle, pen.get(), &whole, &error)) refuse(error);
  check(cairo_status(pen.get()));
}

/// The resolution of a PNG of that size: the one asked for, or the highest within the limits.
double dpi_of(Size pixels, const ImageOptions& options) {
  constexpr double longest_side = 32'767;  // cairo's limit
  const double inches_wide = pixels.width / css_pixels_per_inch;
  const double inches_high = pixels.height / css_pixels_per_inch;
  double most = (longest_side - 1) / std::max(inches_wide, inches_high);
  if (options.most_pixels > 0)
    most = std::min(
        most, std::sqrt(static_cast<double>(options.most_pixels) / (inches_wide * inches_high)));
  if (options.dpi <= most) return options.dpi;
  if (options.most_pixels > 0) return std::max(1.0, std::floor(most));
  throw LimitReached("picture-too-large",
                     "a PNG of this picture may have " + std::to_string(static_cast<int>(most)) +
                         " dots per inch at most (--dpi); or ask for SVG or PDF");
}

std::string png_of(RsvgHandle* handle, Size pixels, double dpi) {
  const double unit = dpi / css_pixels_per_inch;
  const Size size{std::max(1.0, std::ceil(pixels.width * unit - 1e-6)),
                  std::max(1.0, std::ceil(pixels.height * unit - 1e-6))};
  const OwnedImage<cairo_surface_t> surface(cairo_image_surface_create(
      CAIRO_FORMAT_RGB24, static_cast<int>(size.width), static_cast<int>(size.height)));
  check(cairo_surface_status(surface.get()));
  draw(handle, surface.get(), pixels, size);
  cairo_surface_flush(surface.get());
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
  const auto width = static_cast<std::size_t>(size.width);
  const auto height = static_cast<std::size_t>(size.height);
  return encoded_png(
      {{cairo_image_surface_get_data(surface.get()), stride * height}, width, height, stride}, dpi);
}

void describe(cairo_surface_t* pdf, const SvgWords& words) {
  // Otherwise dated by the clock.
  cairo_pdf_surface_set_metadata(pdf, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z");
  const auto say = [&](cairo_pdf_metadata_t what, const std::string& text) {
    if (!text.empty()) cairo_pdf_surface_set_metadata(pdf, what, text.c_str());
  };
  say(CAIRO_PDF_METADATA_TITLE, words.title);
  say(CAIRO_PDF_METADATA_AUTHOR, words.author);
  say(CAIRO_PDF_METADATA_CREATOR, "entente");
}

/// The documents of a text that holds several, one behind the other.
std::vector<std::string> documents_of(const std::string& svg) {
  constexpr std::string_view declaration = "<?xml ";
  std::vector<std::string> documents;
  for (std::size_t begin = 0; begin < svg.size();) {
    const std::size_t end = std::min(svg.find(declaration, begin + 1), svg.size());
    documents.push_back(svg.substr(begin, end - begin));
    begin = end;
  }
  return documents;
}

Size checked_size(RsvgHandle* handle, const std::string& svg) {
  const Size pixels = size_of(handle, svg);
  if (!(pixels.width > 0 && pixels.height > 0))
    throw InvalidArgument("bad-svg", "this SVG has no size");
  return pixels;
}

/// A page a document.
std::string pdf_of(const std::string& svg) {
  constexpr double points_per_inch = 72;
  constexpr double unit = points_per_inch / css_pixels_per_inch;
  std::string pdf;
  OwnedImage<cairo_surface_t> surface;
  const SvgWords words = words_of(svg);
  for (const std::string& document : documents_of(svg)) {
    const OwnedImage<RsvgHandle> handle = parsed(document);
    const Size pixels = checked_size(handle.get(), document);
    const Size size{pixels.width * unit, pixels.height * unit};
    if (surface) {
      cairo_pdf_surface_set_size(surface.get(), size.width, size.height);
    } else {
      surface.reset(cairo_pdf_surface_create_for_stream(append, &pdf, size.width, size.height));
      check(cairo_surface_status(surface.get()));
      describe(surface.get(), words);
    }
    draw(handle.get(), surface.get(), pixels, size);
    cairo_surface_show_page(surface.get());
  }
  if (!surface) throw InvalidArgument("bad-svg", "this is not SVG: it is empty");
  cairo_surface_finish(surface.get());
  check(cairo_surface_status(surface.get()));
  return with_language(std::move(pdf), words.language);
}

}  // namespace

double png_dpi(const std::string& svg, const ImageOptions& options) {
  return dpi_of(size_of(parsed(svg).get(), svg), options);
}

std::string convert_svg(const std::string& svg, ImageFormat format, const ImageOptions& options) {
  if (format == ImageFormat::svg) return svg;
  if (format == ImageFormat::pdf) return pdf_of(svg);
  const OwnedImage<RsvgHandle> handle = parsed(svg);
  const Size pixels = checked_size(handle.get(), svg);
  return png_of(handle.get(), pixels, dpi_of(pixels, options));
}

}  // namespace entente
