/// entente-draw FORMAT [--dpi=N] [--most-pixels=N] [--memory=BYTES] [--processor-seconds=N]
///
/// Reads a picture as DOT or SVG from standard input and writes it as svg, png or pdf to standard
/// output. Run by `entente` as a child that may crash or starve; usable by hand.

#include <cmath>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <new>
#include <optional>
#include <string>
#include <string_view>

#include <entente/error.hpp>
#include <entente/render/image.hpp>

#include "harmless.hpp"
#include "render/diagram/drawer.hpp"
#include "render/image/fonts.hpp"
#include "render/image/svg_image.hpp"

namespace {

using entente::DrawerExit;
using entente::child::number_after;

struct Call {
  entente::ImageFormat format = entente::ImageFormat::svg;
  entente::ImageOptions options;
  std::optional<rlim_t> memory;
  std::optional<rlim_t> processor_seconds;
};

std::optional<Call> parsed(int count, char** arguments) {
  if (count < 2) return std::nullopt;
  const std::optional<entente::ImageFormat> format = entente::image_format_from(arguments[1]);
  if (!format) return std::nullopt;
  Call call{.format = *format, .options = {}, .memory = {}, .processor_seconds = {}};
  for (int i = 2; i < count; ++i) {
    const std::string_view argument = arguments[i];
    if (const auto dpi = number_after<double>(argument, "--dpi=")) {
      call.options.dpi = *dpi;
    } else if (const auto most = number_after<std::size_t>(argument, "--most-pixels=")) {
      call.options.most_pixels = *most;
    } else if (const auto memory = number_after<rlim_t>(argument, "--memory=")) {
      call.memory = memory;
    } else if (const auto seconds = number_after<rlim_t>(argument, "--processor-seconds=")) {
      call.processor_seconds = seconds;
    } else {
      return std::nullopt;
    }
  }
  return call;
}

/// Allocations inside C libraries end in a crash where ours throw; both mean the same here.
[[noreturn]] void give_up() {
  std::_Exit(static_cast<int>(DrawerExit::out_of_memory));
}

bool is_svg(std::string_view source) {
  const std::size_t begin = source.find_first_not_of(" \t\r\n");
  return begin != std::string_view::npos && source[begin] == '<';
}

/// A line each on what the image is otherwise than asked for.
void remark(const Call& call, const std::string& svg) {
  if (call.format == entente::ImageFormat::png) {
    const double dpi = entente::png_dpi(svg, call.options);
    if (dpi < call.options.dpi)
      std::cerr << "this picture is large and drawn at " << std::lround(dpi)
                << " dots per inch; --dpi N draws it at another resolution\n";
  }
  if (const std::string warning = entente::font_warning(svg); !warning.empty())
    std::cerr << warning << '\n';
}

std::string drawn(const Call& call, const std::string& source) {
  if (!is_svg(source)) return entente::render_image(source, call.format, call.options);
  std::string image = entente::convert_svg(source, call.format, call.options);
  if (call.format != entente::ImageFormat::svg) remark(call, source);
  return image;
}

DrawerExit draw(const Call& call) {
  const std::string source(std::istreambuf_iterator<char>(std::cin), {});
  const std::string image = drawn(call, source);
  std::cout.write(image.data(), static_cast<std::streamsize>(image.size()));
  std::cout.flush();
  return std::cout ? DrawerExit::drawn : DrawerExit::failed;
}

/// How the call ends; messages are on standard error.
DrawerExit run(int count, char** arguments) {
  const std::optional<Call> call = parsed(count, arguments);
  if (!call) {
    std::cerr << "usage: entente-draw svg|png|pdf [--dpi=N] [--most-pixels=N] "
                 "[--memory=BYTES] [--processor-seconds=N] < picture\n";
    return DrawerExit::usage;
  }
  entente::child::stay_harmless(call->memory, call->processor_seconds);
  std::set_new_handler(give_up);
  try {
    return draw(*call);
  } catch (const entente::LimitReached& error) {
    std::cerr << error.what();
    return DrawerExit::limit;
  } catch (const entente::InvalidArgument& error) {
    std::cerr << error.what();
    return DrawerExit::bad_source;
  } catch (const entente::Error& error) {
    std::cerr << error.what();
    switch (static_cast<entente::Exit>(error.exit_code())) {
      case entente::Exit::out_of_memory:
        return DrawerExit::out_of_memory;
      case entente::Exit::renderer_missing:
        return DrawerExit::missing;
      default:
        return DrawerExit::failed;
    }
  }
}

}  // namespace

/// Ends without tidying up: the process holds nothing but memory, and the libraries it links keep
/// caches that take longer to free than to drop.
int main(int count, char** arguments) {
  const DrawerExit status = run(count, arguments);
  std::cerr.flush();
  std::_Exit(static_cast<int>(status));
}
