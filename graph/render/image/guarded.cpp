#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>

#include <fmt/format.h>

#include <entente/error.hpp>
#include <entente/render/guarded.hpp>

#include "render/diagram/drawer.hpp"
#include "system/child.hpp"
#include "system/companion.hpp"

namespace entente {
namespace {

std::filesystem::path find_drawer() {
  if (const auto found = companion(drawer_name, "ENTENTE_DRAW", "draw")) return *found;
  throw Error(Exit::renderer_missing, "renderer-missing",
              fmt::format("the program '{}', which draws pictures, is not installed; build it with "
                          "the target '{}', name it in $ENTENTE_DRAW, or ask for DOT and draw that "
                          "with Graphviz (Debian package graphviz)",
                          drawer_name, drawer_name));
}

constexpr std::string_view advice =
    "; select less (--type, --kind, --as-of, --max-entities), draw the surroundings of one entity "
    "(--view ego), or ask for SVG";

[[noreturn]] void throw_limit(const std::string& what) {
  throw LimitReached("renderer-limit", what + std::string(advice));
}

/// What an end other than success means for the caller.
[[noreturn]] void throw_failure(const ChildResult& result, ImageFormat format,
                                const GuardLimits& limits) {
  if (result.ending == ChildEnding::timed_out)
    throw_limit(fmt::format("the picture was not drawn within {} seconds",
                            static_cast<double>(limits.time.count()) / 1000));
  if (result.ending == ChildEnding::out_of_time)
    throw_limit(fmt::format("drawing took more than {} seconds of processor time",
                            limits.processor_time.count()));
  if (result.ending == ChildEnding::killed)
    throw_limit(fmt::format("the renderer crashed on this picture (signal {})", result.status));
  switch (static_cast<DrawerExit>(result.status)) {
    case DrawerExit::out_of_memory:
      throw_limit(fmt::format("drawing needed more than {} MiB of memory", limits.memory >> 20U));
    case DrawerExit::limit:
      throw LimitReached("picture-too-large", result.messages);
    case DrawerExit::missing:
      throw Error(Exit::renderer_missing, "renderer-missing", result.messages);
    case DrawerExit::bad_source:
      throw InvalidArgument("bad-source",
                            fmt::format("no {} was drawn: {}", to_string(format), result.messages));
    default:
      throw Error(
          Exit::internal, "renderer",
          fmt::format("no {} was drawn: {}", to_string(format),
                      result.messages.empty() ? "the renderer says nothing" : result.messages));
  }
}

}  // namespace

DrawnImage draw_guarded(const std::string& source, ImageFormat format, const ImageOptions& options,
                        const GuardLimits& limits) {
  const std::vector<std::string> command = {
      find_drawer().string(),
      std::string(to_string(format)),
      fmt::format("--dpi={}", options.dpi),
      fmt::format("--most-pixels={}", options.most_pixels),
      fmt::format("--memory={}", limits.memory),
      fmt::format("--processor-seconds={}", limits.processor_time.count()),
  };
  ChildResult result = run_child(command, source, limits.time);
  if (result.ending != ChildEnding::exited || result.status != 0) {
    result.messages.erase(result.messages.find_last_not_of('\n') + 1);
    throw_failure(result, format, limits);
  }
  DrawnImage image{std::move(result.output)};
  for (std::size_t begin = 0; begin < result.messages.size();) {
    const std::size_t end = std::min(result.messages.find('\n', begin), result.messages.size());
    if (end > begin) image.remarks.push_back(result.messages.substr(begin, end - begin));
    begin = end + 1;
  }
  return image;
}

}  // namespace entente
