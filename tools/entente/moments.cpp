#include "moments.hpp"

#include <algorithm>
#include <filesystem>

#include <entente/answer/answer.hpp>
#include <entente/answer/moments.hpp>
#include <entente/render/legible.hpp>
#include <entente/render/snapshots.hpp>
#include <entente/system/output.hpp>

#include "allow_one_of.hpp"
#include "legibility.hpp"
#include "measured_series.hpp"
#include "output_folder.hpp"
#include "picture.hpp"
#include "say.hpp"
#include "sink.hpp"
#include "view.hpp"

namespace entente::tool {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_panels = 12;
constexpr std::size_t most_frames = 1000;

using answers::Moment;

std::vector<Moment> moments_of(const Call& call, const Question& question) {
  allow_one_of(call, {"--at", "--step"});
  if (call.has("--at")) allow_one_of(call, {"--at", "--as-of", "--during", "--throughout"});
  std::vector<Moment> moments = call.has("--at") ? answers::moments_at(question, call.list("--at"))
                                                 : answers::moments_by(question, step_of(call));
  const bool frames = call.has("--frames");
  if (moments.size() > (frames ? most_frames : most_panels))
    throw LimitReached(
        "too-many-moments",
        std::to_string(moments.size()) +
            (frames ? " frames are too many (the limit is 1000); limit them with --during"
                    : " times are too many side by side (the limit is 12); limit them with "
                      "--during, or write a file each (--frames DIR)"));
  return moments;
}

/// Whom a sheet of several times is about; where a view has a centre or a route, that says it.
Cast cast_for(const Question& question, const AskedView& view, const std::vector<Moment>& moments,
              const DiagramOptions& options) {
  if (view.name != "overview" && view.name != "columns") return {};
  return cast_of_all_times(question.graph, answers::facts_of_moments(question, moments),
                           question.selection, options);
}

/// All times, and what they are as one.
struct Sheet {
  std::vector<Snapshot> snapshots = {};
  Diagram all = {};
};

/// "2014 · 2018 · 2023", or the first and the last of many.
std::string span_of(const std::vector<Snapshot>& snapshots) {
  constexpr std::size_t most_named = 6;
  if (snapshots.size() > most_named)
    return snapshots.front().label + " \u2026 " + snapshots.back().label;
  std::string text;
  for (const Snapshot& each : snapshots) text += (text.empty() ? "" : " \u00B7 ") + each.label;
  return text;
}

Sheet sheet_of(const Call& call, const Question& question, const AskedView& view,
               const std::vector<Moment>& moments, DiagramOptions options) {
  Cast cast = cast_for(question, view, moments, options);
  options.among = std::move(cast.entities);
  Sheet sheet;
  Question then = question;
  for (const Moment& moment : moments) {
    then.selection = moment.selection;
    sheet.snapshots.push_back({label_of_time(moment.label, call.output.languages),
                               view_diagram(call, then, view, options)});
  }
  if (question.selection.isolated != Isolated::always)
    sheet.snapshots = without_untied(std::move(sheet.snapshots));
  const bool sectors =
      view.name == "ego" && call.count("--depth", 1).value_or(1) == 1 && options.positions.empty();
  sheet.all = sectors ? merged_around(sheet.snapshots,
                                      question.graph.id(question.entity(view.arguments[0])),
                                      question.graph.vocabulary())
                      : merged(sheet.snapshots);
  sheet.all.left_out = std::max(sheet.all.left_out, cast.left_out);
  sheet.all.page.subtitle.text = span_of(sheet.snapshots);
  if (!cast.left_aside.empty()) sheet.all.page.left_aside = std::move(cast.left_aside);
  return sheet;
}

bool can_be_read(const Sheet& sheet) {
  return sheet.all.nodes.empty() ||
         smallest_text(side_by_side_svg(sheet.all, without_repeats(sheet.snapshots))) >=
             least_readable;
}

/// On a page that is asked for as many of the most important as can be read there.
Sheet legible_sheet(const Call& call, const Question& question, const AskedView& view,
                    const std::vector<Moment>& moments) {
  constexpr std::size_t fewest = 4;
  DiagramOptions options = view_options(call, question, view);
  const auto drawn = [&] { return sheet_of(call, question, view, moments, options); };
  const bool may_choose = call.has("--size") && !call.has("--pin") && !call.has("--frames") &&
                          !call.has("--max-entities");
  if (const auto highest = highest_page(call); may_choose && highest) {
    options.page->height = *highest;
    options.page_height = PageHeight::at_most;
  }
  Sheet sheet = drawn();
  if (!may_choose || can_be_read(sheet)) return sheet;
  options.lettering = Lettering::compact;
  sheet = drawn();
  const bool has_choice = view.name == "overview" || view.name == "columns";
  if (!has_choice || can_be_read(sheet)) return sheet;
  std::size_t few = fewest;
  std::size_t too_many = sheet.all.nodes.size();
  options.max_entities = few;
  sheet = drawn();
  while (few + 1 < too_many) {
    options.max_entities = (few + too_many) / 2;
    Sheet tried = drawn();
    const bool fits = can_be_read(tried);
    (fits ? few : too_many) = options.max_entities;
    if (fits) sheet = std::move(tried);
  }
  return sheet;
}

/// `frame-0001.png`, so that they sort and tools that make films find them.
fs::path frame_path(const fs::path& folder, std::size_t number, const std::string& format) {
  const std::string digits = std::to_string(number);
  return folder / ("frame-" + std::string(4 - std::min<std::size_t>(4, digits.size()), '0') +
                   digits + "." + format);
}

void write_frames(const Call& call, const std::string& format,
                  const std::vector<std::string>& svgs) {
  const fs::path folder = call.text("--frames");
  std::vector<std::string> images;
  if (!svgs.empty()) remark_on_small_text(call, svgs.front());
  for (const std::string& svg : svgs) images.push_back(as_image(call, format, svg));
  make_folder(folder);
  for (std::size_t i = 0; i < images.size(); ++i)
    write_file(frame_path(folder, i + 1, format).string(), images[i]);
  std::error_code ignored;
  if (fs::exists(frame_path(folder, images.size() + 1, format), ignored))
    say_remark("older frames remain in " + folder.string() + ", from number " +
               std::to_string(images.size() + 1) + " on");
}

}  // namespace

bool asks_for_moments(const Call& call, const AskedView& view) {
  return call.has("--at") || call.has("--frames") || (call.has("--step") && is_diagram(view.name));
}

Exit draw_moments(const Call& call, const Question& question, const AskedView& view,
                  const std::string& format) {
  allow_one_of(call, {"--frames", "--output"});
  const std::vector<Moment> moments = moments_of(call, question);
  auto [snapshots, all] = legible_sheet(call, question, view, moments);
  if (all.nodes.empty())
    return say_nothing(answers::nothing_to_draw(answers::Drawn::anything, question));
  all = with_pins(call, std::move(all));
  if (call.has("--frames"))
    write_frames(call, format, frame_svgs(all, snapshots));
  else
    write(call.output, as_picture(call, format, side_by_side_svg(all, without_repeats(snapshots))));
  keep_pins(call, all);
  if (all.left_out == 0) return Exit::answered;
  return say_left_out(all.left_out, "entities", "--max-entities N draws more");
}

}  // namespace entente::tool
