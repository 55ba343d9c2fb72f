#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

#include <entente/base/read_number.hpp>
#include <entente/render/legible.hpp>
#include <entente/render/svg.hpp>

namespace entente {
namespace {

constexpr std::size_t fewest_drawn = 3;

/// The number at the beginning of a text; 0 if there is none.
double number_at(std::string_view text) {
  double number = 0;
  read_number(text.data(), text.data() + text.size(), number);
  return number;
}

/// Where the value of the next attribute of that name begins; npos if there is none.
std::size_t value_at(std::string_view svg, std::string_view name, std::size_t from) {
  const std::size_t at = svg.find(name, from);
  return at == std::string_view::npos ? at : at + name.size();
}

/// Points of the page for one unit of the drawing.
double scale_of(std::string_view svg) {
  constexpr int before_width = 2;
  const std::size_t width = value_at(svg, " width=\"", 0);
  std::size_t seen = value_at(svg, " viewBox=\"", 0);
  for (int i = 0; i < before_width && seen != std::string_view::npos; ++i)
    seen = value_at(svg, " ", seen);
  if (width == std::string_view::npos || seen == std::string_view::npos) return 1;
  const double units = number_at(svg.substr(seen));
  return units > 0 ? number_at(svg.substr(width)) / units : 1;
}

/// How large the smallest text is by what can be read; 1 or more: all can be.
double legibility(const Diagram& diagram) {
  return smallest_text(to_svg(diagram)) / least_readable;
}

/// The same of a drawing of which less may be drawn: of more lines none can be followed.
double legibility_of_part(const Diagram& diagram) {
  constexpr double most_lines = 75;
  const auto lines = static_cast<double>(diagram.edges.size());
  return std::min(legibility(diagram), lines > most_lines ? std::sqrt(most_lines / lines) : 1e9);
}

/// How many entities a picture names in boxes of their own.
std::size_t named(const Diagram& diagram) {
  return diagram.nodes.size();
}

/// What is looked for in one search: the most entities that can be read.
class Search {
 public:
  Search(DiagramOptions options, const DrawDiagram& draw, std::size_t DiagramOptions::*limit)
      : options_(std::move(options)), draw_(draw), limit_(limit) {}

  /// The most of `all` boxes that can be read, where that many are too small by `share`; none if
  /// even the fewest are.
  [[nodiscard]] std::optional<Diagram> most(std::size_t all, double share) {
    std::size_t too_many = all;
    std::size_t few = 0;
    std::size_t tried = too_many;
    for (int attempt = 0; attempt < 6 && too_many - few > 2; ++attempt) {
      // Text is as high as the root of the share of entities; corrected by what comes out.
      const auto wished = static_cast<std::size_t>(static_cast<double>(tried) * share * share);
      tried = std::clamp(wished, few + 1, too_many - 1);
      if (attempt > 2) tried = (few + too_many) / 2;
      tried = std::max(tried, fewest_drawn);
      share = try_with(tried);
      if (share < 1 && tried == fewest_drawn) break;
      (share >= 1 ? few : too_many) = tried;
    }
    climb(few, all);
    return std::move(best_);
  }

 private:
  /// What fits is no steady function of the number: more may fit where less did not.
  void climb(std::size_t few, std::size_t all) {
    constexpr int rounds = 3;
    for (int round = 0; best_ && round < rounds; ++round) {
      const std::size_t before = few;
      for (const double more : {1.6, 1.4, 1.25, 1.1}) {
        const auto larger = static_cast<std::size_t>(more * static_cast<double>(few));
        if (larger <= few || larger >= all || try_with(larger) < 1) continue;
        few = larger;
        break;
      }
      if (few == before) return;
    }
  }

  /// How legible a picture of at most so many is on the page, or on a lower one where that may be:
  /// what is drawn for a high page may come out too wide. It is kept if it is.
  double try_with(std::size_t most) {
    constexpr double lower = 0.8;
    constexpr int heights = 4;
    constexpr double hopeless = 0.7;
    DiagramOptions tried = options_;
    tried.*limit_ = most;
    double best_share = 0;
    const int tries = options_.page_height == PageHeight::at_most ? heights : 1;
    for (int i = 0; i < tries && best_share < 1; ++i) {
      Diagram some = draw_(tried);
      const double share = legibility_of_part(some);
      best_share = std::max(best_share, share);
      if (share >= 1 && (!best_ || named(some) >= named(*best_))) best_ = std::move(some);
      if (best_share < hopeless) break;
      tried.page->height *= lower;
    }
    return best_share;
  }

  DiagramOptions options_;
  const DrawDiagram& draw_;
  std::size_t DiagramOptions::*limit_;
  std::optional<Diagram> best_ = {};
};

/// The lowest page on which all of it can be read, if it can on the highest.
std::optional<Diagram> all_on_higher_page(DiagramOptions options, double highest,
                                          const DrawDiagram& draw) {
  constexpr int halvings = 3;
  const double width = options.page->width;
  double low = options.page->height;
  double high = highest;
  options.page = Size{width, high};
  options.page_height = PageHeight::at_most;
  Diagram best = draw(options);
  if (legibility(best) < 1) return std::nullopt;
  for (int i = 0; i < halvings; ++i) {
    const double middle = std::sqrt(low * high);
    options.page = Size{width, middle};
    Diagram tried = draw(options);
    const bool fits = legibility(tried) >= 1;
    (fits ? high : low) = middle;
    if (fits) best = std::move(tried);
  }
  return best;
}

/// Some of it: in regions where they say more, else the most important alone.
Diagram cut(const DiagramOptions& options, const DrawDiagram& draw, const Diagram& all) {
  constexpr std::size_t groups_said = 3;  // fewer regions group nothing
  constexpr double worth_of_groups = 1.5;
  constexpr std::size_t chiefs_said = 12;  // of a dossier that is drawn in regions on any page
  const double share = legibility(all);
  const std::size_t boxes = named(all);
  std::optional<Diagram> grouped;
  DiagramOptions apart = options;
  if (options.most_boxes != std::numeric_limits<std::size_t>::max())
    grouped = Search(options, draw, &DiagramOptions::most_boxes).most(boxes, share);
  if (grouped && grouped->regions.empty()) return *std::move(grouped);
  const bool groups = grouped && grouped->regions.size() >= groups_said;
  std::size_t in_all = boxes;
  for (const DiagramRegion& region : all.regions) in_all += region.rest.size();
  const bool is_large = in_all > options.most_boxes;
  if (groups && is_large && named(*grouped) >= chiefs_said) return *std::move(grouped);
  apart.most_boxes = std::numeric_limits<std::size_t>::max();
  const double in_all_share =
      share * std::sqrt(static_cast<double>(boxes) / static_cast<double>(std::max(in_all, boxes)));
  std::optional<Diagram> chosen =
      Search(apart, draw, &DiagramOptions::max_entities).most(in_all, in_all_share);
  if (groups && (!chosen || static_cast<double>(named(*chosen)) <
                                worth_of_groups * static_cast<double>(named(*grouped))))
    return *std::move(grouped);
  if (chosen) return *std::move(chosen);
  apart.max_entities = fewest_drawn;
  return draw(apart);
}

}  // namespace

double smallest_text(std::string_view svg) {
  constexpr std::string_view name = " font-size=\"";
  double least = 0;
  for (std::size_t at = value_at(svg, name, 0); at != std::string_view::npos;
       at = value_at(svg, name, at)) {
    const double size = number_at(svg.substr(at));
    if (size > 0 && (least == 0 || size < least)) least = size;
  }
  return least * scale_of(svg);
}

namespace {

Diagram readable(const DiagramOptions& options, const PageLimits& limits, const DrawDiagram& draw) {
  Diagram all = draw(options);
  if (!options.page || all.nodes.empty() || legibility(all) >= 1) return all;
  DiagramOptions compact = options;
  compact.lettering = Lettering::compact;
  all = draw(compact);
  if (legibility(all) >= 1) return all;
  const double highest = std::max(options.page->height, limits.highest.value_or(0));
  if (highest > options.page->height) {
    if (auto found = all_on_higher_page(compact, highest, draw)) return *std::move(found);
    compact.page->height = highest;
    compact.page_height = PageHeight::at_most;
    all = draw(compact);
  }
  if (limits.cuts == Cuts::none || all.nodes.size() <= fewest_drawn) return all;
  return cut(compact, draw, all);
}

}  // namespace

Diagram legible(const DiagramOptions& asked, const PageLimits& limits, const DrawDiagram& draw) {
  DiagramOptions options = asked;
  if (limits.highest) options.page_height = PageHeight::at_most;  // only its width was asked for
  Diagram diagram = readable(options, limits, draw);
  diagram.page.highest = limits.highest.value_or(0);
  return diagram;
}

}  // namespace entente
