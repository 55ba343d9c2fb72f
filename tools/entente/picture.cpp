#include "picture.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include <entente/error.hpp>
#include <entente/io/settings.hpp>
#include <entente/render/guarded.hpp>
#include <entente/render/restyle.hpp>
#include <entente/text/safe.hpp>

#include "legibility.hpp"
#include "page_size.hpp"
#include "pins.hpp"
#include "say.hpp"
#include "sink.hpp"
#include "terminal/terminal.hpp"

namespace entente::tool {
namespace {

// In the order of LabelPart.
constexpr std::array<std::string_view, 6> label_words = {"name", "id",   "kind",
                                                         "year", "type", "dates"};

Theme theme_of(const Call& call) {
  const std::string name = call.text("--theme", "light");
  return name == "dark"    ? Theme::dark
         : name == "print" ? Theme::print
         : name == "auto"  ? Theme::automatic
                           : Theme::light;
}

std::optional<PageSize> size_of(const Call& call) {
  if (!call.has("--size")) return std::nullopt;
  return page_size(call.text("--size"));
}

std::optional<Style> style_of(const Call& call, const Question& question) {
  if (!call.has("--style")) return std::nullopt;
  if (theme_of(call) == Theme::automatic)
    throw InvalidArgument("usage",
                          "--style changes one look, and --theme auto has two; choose light or "
                          "dark");
  return restyled(style(theme_of(call)), read_settings(call.text("--style")),
                  question.graph.vocabulary());
}

std::vector<LabelPart> labels_of(const Call& call) {
  if (!call.has("--label")) return DiagramOptions{}.labels;
  std::vector<LabelPart> parts;
  for (const std::string& word : call.list("--label"))
    parts.push_back(
        static_cast<LabelPart>(std::ranges::find(label_words, word) - label_words.begin()));
  return parts;
}

ImageOptions image_options(const Call& call) {
  constexpr std::size_t plenty = 40'000'000;  // pixels, where no resolution is asked for
  const auto dpi = call.number("--dpi");
  if (const auto size = size_of(call); !dpi && size && size->unit == PageSize::Unit::pixels)
    return {.dpi = 96};
  if (!dpi) return {.most_pixels = plenty};
  if (*dpi < 10 || *dpi > 1200)
    throw InvalidArgument("bad-option-value", "--dpi takes a number from 10 to 1200");
  return {.dpi = *dpi};
}

}  // namespace

DiagramOptions diagram_options(const Call& call, const Question& question) {
  std::vector<EntityId> highlight;
  for (const std::string& name : call.list("--highlight"))
    highlight.push_back(question.entity(name));
  std::optional<Size> page;
  if (const auto size = size_of(call)) page = size->points;
  return {.languages = call.output.languages,
          .theme = theme_of(call),
          .style = style_of(call, question),
          .title = call.text("--title"),
          .credit = call.text("--credit"),
          .highlight = std::move(highlight),
          .sources = call.has("--notes") ? Sources::numbered : Sources::hidden,
          .labels = labels_of(call),
          .most_worded_lines = call.has("--label") ? SIZE_MAX : DiagramOptions{}.most_worded_lines,
          .page = page,
          .max_entities = call.count("--max-entities", 1).value_or(300),
          .size_by = call.text("--size-by"),
          .width_by = call.text("--width-by"),
          .color_by = call.text("--color-by"),
          .label_by = call.text("--label-by")};
}

std::optional<double> highest_page(const Call& call) {
  const auto size = size_of(call);
  if (!size || size->highest <= size->points.height) return std::nullopt;
  return size->highest;
}

std::optional<double> page_width(const Call& call) {
  const auto size = size_of(call);
  if (!size) return std::nullopt;
  return size->points.width;
}

DiagramOptions chart_options(const Call& call, const Question& question) {
  constexpr double most = 14'400;  // points of a side of a PDF
  DiagramOptions options = diagram_options(call, question);
  if (!highest_page(call)) return options;
  options.page->height = most;
  options.page_height = PageHeight::at_most;
  return options;
}

Diagram with_pins(const Call& call, Diagram diagram) {
  if (!call.has("--pin")) return diagram;
  if (diagram.arrangement != Arrangement::by_ties)
    throw InvalidArgument("usage",
                          "--pin goes with overview, ego, path and diff; in columns "
                          "entities stand by kind and year");
  if (call.text("--pin") == call.output.file)
    throw InvalidArgument("usage", "--pin and --output name the same file");
  const Positions kept = read_pins(call.text("--pin"));
  for (DiagramNode& node : diagram.nodes)
    if (const auto found = kept.find(node.id); found != kept.end()) node.pinned = found->second;
  return placed(std::move(diagram));
}

void keep_pins(const Call& call, const Diagram& diagram) {
  if (!call.has("--pin")) return;
  Positions all = read_pins(call.text("--pin"));
  for (const auto& [id, point] : positions(diagram)) all.insert_or_assign(id, point);
  write_pins(call.text("--pin"), all);
}

std::string as_picture(const Call& call, std::string_view format, std::string svg) {
  remark_on_small_text(call, svg);
  return as_image(call, format, std::move(svg));
}

std::string as_image(const Call& call, std::string_view format, std::string svg) {
  const ImageOptions options = image_options(call);
  if (format == "svg") return svg;
  DrawnImage image = draw_guarded(svg, *image_format_from(format), options);
  for (const std::string& remark : image.remarks) say_remark(remark);
  return std::move(image.bytes);
}

void refuse_terminal(const Call& call, std::string_view format) {
  if ((format == "png" || format == "pdf") && goes_to_terminal(call.output))
    throw InvalidArgument("usage",
                          "a terminal cannot show " + std::string(format) + "; use --output FILE");
}

Exit say_left_out(std::size_t count, std::string_view what, std::string_view advice) {
  say_remark(std::string(what) + " left out: " + std::to_string(count) + "; " +
             std::string(advice));
  return Exit::answered;
}

Exit say_entities_left_out(const Diagram& drawing) {
  std::string kinds;
  for (const auto& [kind, members] : drawing.left_out_kinds)
    kinds += (kinds.empty() ? " (" : ", ") + terminal_safe(kind) + " " + std::to_string(members);
  say_remark("entities left out: " + std::to_string(drawing.left_out) +
             (kinds.empty() ? "" : kinds + ")") + "; --max-entities N draws more");
  return Exit::answered;
}

std::vector<Format> with_pictures(std::vector<Format> formats) {
  formats.insert(formats.end(), {Format::svg, Format::png, Format::pdf});
  return formats;
}

namespace {

/// `NAME-2.svg` of `NAME.svg`.
std::string page_file(const std::string& file, std::size_t number) {
  const std::size_t name = file.find_last_of('/') + 1;  // 0 without one
  const std::size_t dot = std::min(file.find('.', name + 1), file.size());
  return file.substr(0, dot) + "-" + std::to_string(number) + file.substr(dot);
}

}  // namespace

void write_pages(const Call& call, std::string_view format, const std::vector<std::string>& pages) {
  remark_on_small_text(call, pages.front());
  const std::string count = std::to_string(pages.size());
  if (format == "pdf") {
    std::string all;
    for (const std::string& page : pages) all += page;
    write(call.output, as_image(call, format, std::move(all)));
    return say_remark("this picture has " + count + " pages");
  }
  if (call.output.file.empty())
    throw InvalidArgument("usage", "on this page the picture has " + count +
                                       " pages, which one stream cannot hold; --format pdf holds "
                                       "them all, and --output FILE writes a file each");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    Output output = call.output;
    output.file = page_file(call.output.file, i + 1);
    write(output, as_image(call, format, pages[i]));
  }
  say_remark("this picture has " + count +
             " pages: " + terminal_safe(page_file(call.output.file, 1)) + " to " +
             terminal_safe(page_file(call.output.file, pages.size())));
}

}  // namespace entente::tool
