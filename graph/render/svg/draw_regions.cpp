#include "render/svg/draw_regions.hpp"

#include "render/mark/region_mark.hpp"
#include "render/svg/svg_text.hpp"

namespace entente {
namespace {

std::string bundle_id(const std::string& prefix, const DiagramBundle& bundle) {
  return prefix + "b_" + std::to_string(bundle.from + 1) + "_" + std::to_string(bundle.to + 1);
}

}  // namespace

void write_regions(SvgWriter& svg, const Diagram& diagram, const Drawing& drawing,
                   const std::string& prefix) {
  if (diagram.regions.empty()) return;
  svg.open("g", {{"id", prefix + "regions"}});
  for (std::size_t i = 0; i < diagram.regions.size(); ++i) {
    const DiagramRegion& region = diagram.regions[i];
    svg.open("g", {{"id", prefix + "r_" + std::to_string(i + 1)}, {"class", "region"}});
    svg.leaf("title", {}, region.name.text + (region.tooltip.empty() ? "" : "\n" + region.tooltip));
    draw_ground(svg, drawing.regions[i].ground);
    svg.close();
  }
  svg.close();
  if (diagram.bundles.empty()) return;
  svg.open("g", {{"id", prefix + "bundles"}});
  for (std::size_t i = 0; i < diagram.bundles.size(); ++i) {
    const DiagramBundle& bundle = diagram.bundles[i];
    svg.open("g", {{"id", bundle_id(prefix, bundle)}, {"class", "bundle"}});
    svg.leaf("title", {}, bundle.tooltip);
    draw_bundle(svg, drawing.bundles[i].spline, bundle.relations.size());
    svg.close();
  }
  svg.close();
}

void write_region_texts(SvgWriter& svg, const Diagram& diagram, const Drawing& drawing,
                        const std::string& prefix) {
  if (diagram.regions.empty()) return;
  svg.open("g", {{"id", prefix + "region-texts"}});
  for (const PlacedRegion& region : drawing.regions) {
    write_rows(svg, {region.name}, region.name_at);
    write_rows(svg, region.details, region.details_at);
  }
  for (std::size_t i = 0; i < drawing.bundles.size(); ++i) {
    const PlacedEdge& bundle = drawing.bundles[i];
    if (!bundle.label_box) continue;
    const Box& box = *bundle.label_box;
    svg.open("g", {{"id", bundle_id(prefix + "l", diagram.bundles[i])}, {"class", "bundle"}});
    svg.empty("rect", {{"class", "cell"},
                       {"x", box.left},
                       {"y", box.top},
                       {"width", box.width()},
                       {"height", box.height()}});
    write_centred_rows(svg, {bundle.label}, box.centre());
    svg.close();
  }
  svg.close();
}

}  // namespace entente
