#include <algorithm>
#include <array>

#include <entente/algorithm/measures.hpp>
#include <entente/io/format_list.hpp>

#include "options/rows.hpp"

namespace entente::tool {
namespace {

using std::string_view;

template <std::size_t n>
using List = std::array<string_view, n>;

namespace verb_lists {

constexpr List<1> ego = {"ego"};
constexpr List<1> path = {"path"};
constexpr List<1> series = {"series"};
constexpr List<4> by_ties = {"overview", "ego", "path", "diff"};
constexpr List<4> at_one_time = {"overview", "columns", "ego", "path"};
constexpr List<5> stepwise = {"overview", "columns", "ego", "path", "series"};
constexpr List<6> with_labels = {"overview", "columns", "cards", "ego", "path", "diff"};
constexpr List<3> images = {"svg", "png", "pdf"};
constexpr List<4> drawings = {"svg", "png", "pdf", "dot"};
constexpr List<1> png = {"png"};
constexpr List<1> page = {"page"};
constexpr List<5> pictures = {"svg", "png", "pdf", "dot", "page"};
constexpr List<1> by_weight = {"--weight"};
constexpr List<1> census = {"--census"};
constexpr List<1> text = {"text"};
constexpr List<1> kinds = {"kind"};
constexpr List<1> folded = {"--over"};
constexpr List<1> sampled = {"--sample"};
constexpr List<2> listing = {"--all-shortest", "--max-hops"};
constexpr List<1> bounded = {"--max-hops"};
constexpr List<1> bridges = {"--bridges"};
constexpr List<2> moments = {"--at", "--step"};

constexpr List<3> steps = {"year", "quarter", "month"};
constexpr List<2> scales = {"normalized", "raw"};
constexpr List<3> methods = {"leiden", "louvain", "label-propagation"};
constexpr List<3> themes = {"light", "dark", "print"};
constexpr List<6> label_parts = {"name", "id", "kind", "year", "type", "dates"};
constexpr List<1> dossiers = {"dossier"};
constexpr List<1> dry_run = {"--dry-run"};
constexpr List<2> schemas = {"dossier", "mapping"};
constexpr List<1> explained = {"--explain"};
constexpr List<2> described = {"--explain", "--rewrite"};
constexpr List<2> table_formats = {"csv", "tsv"};

}  // namespace verb_lists

Names all_measures() {
  static const std::vector<string_view> names = [] {
    std::vector<string_view> list;
    for (const Measure& measure : measures()) list.push_back(measure.name);
    return list;
  }();
  return names;
}

Names measures_of_entities() {
  static const std::vector<string_view> names = [] {
    std::vector<string_view> list;
    for (const Measure& measure : measures())
      if (measure.subject == Subject::entities) list.push_back(measure.name);
    return list;
  }();
  return names;
}

/// All measures but the count of relations, which is taken of no network.
Names measures_of_networks() {
  static const std::vector<string_view> names = [] {
    std::vector<string_view> list(all_measures().begin(), all_measures().end());
    for (const WholeMeasureRow& whole : whole_measure_rows())
      if (whole.name != "relations") list.push_back(whole.name);
    return list;
  }();
  return names;
}

/// Those that read an option. The lists live as long as the program.
Names measures_reading(MeasureOption option) {
  static const auto lists = [] {
    std::array<std::vector<string_view>, static_cast<std::size_t>(MeasureOption::alpha) + 1> all;
    for (std::size_t i = 0; i < all.size(); ++i)
      for (const Measure& measure : measures())
        if (reads(measure, static_cast<MeasureOption>(i))) all[i].push_back(measure.name);
    return all;
  }();
  return lists[static_cast<std::size_t>(option)];
}

std::vector<Option> path_rows(Names views) {
  return Rows()
      .flag("--all-shortest", "all paths of the least length")
      .where({.views = views})
      .valued("--k", "N", "the N shortest paths without a circle", Takes::number)
      .where({.views = views})
      .valued("--max-hops", "N", "all paths without a circle of at most N hops", Takes::number)
      .where({.views = views})
      .valued("--limit", "N", "with --all-shortest or --max-hops: list no more than N (1000)",
              Takes::number)
      .where({.views = views, .with = verb_lists::listing})
      .valued("--weight", "ATTRIBUTE", "the least sum of this number on the relations",
              Takes::attribute)
      .where({.views = views, .without = verb_lists::bounded})
      .valued("--missing-weight", "WHAT",
              "of relations without it: skip (default), error or a number", Takes::text)
      .where({.views = views, .with = verb_lists::by_weight, .without = verb_lists::bounded})
      .listed("--avoid", "E,…", "pass none of these", Takes::entity)
      .where({.views = views})
      .listed("--avoid-type", "T,…", "walk along no relation of these types", Takes::type)
      .where({.views = views})
      .take();
}

std::vector<Option> series_rows(Names views) {
  return Rows()
      .valued("--rolling", "N", "each point looks at N steps", Takes::number)
      .where({.views = views})
      .flag("--expanding", "each point looks at all steps up to its own")
      .where({.views = views})
      .listed("--entity", "E,…", "only these, or ties that touch one", Takes::entity)
      .where({.views = views, .measures = all_measures()})
      .take();
}

std::vector<Option> step_rows(Names views) {
  return Rows()
      .choice("--step", "STEP", "year (default), quarter or month", verb_lists::steps)
      .formerly("--by")
      .where({.views = views})
      .take();
}

/// How any picture looks; a verb that answers in other formats too has these for `formats` alone.
std::vector<Option> picture_rows(Names formats, Names titled = {}) {
  const Names also = titled.empty() ? formats : titled;
  return Rows()
      .choice("--theme", "THEME", "light, dark or print", verb_lists::themes)
      .where({.formats = also})
      .valued("--title", "TEXT", "instead of the dossier's title", Takes::text)
      .where({.formats = also})
      .valued("--credit", "TEXT", "a line below the picture", Takes::text)
      .where({.formats = formats})
      .flag("--notes", "number the sources and list them below")
      .formerly("--sources")
      .where({.formats = formats})
      .valued("--dpi", "N", "dots per inch of PNG (144)", Takes::number)
      .where({.formats = verb_lists::png})
      .valued(
          "--size", "SIZE",
          "1200x800 (pixels), 297x210mm, 183mm, a4, a3-landscape, 16:9, phone: fit the picture in",
          Takes::text)
      .where({.formats = formats})
      .valued("--style", "FILE", "colours, shapes, lines, fonts and sizes of your own (JSON)",
              Takes::file)
      .where({.formats = formats})
      .take();
}

std::vector<Option> chosen_entities_rows(Names formats, Names numbered = {}) {
  return Rows()
      .listed("--highlight", "E,…", "entities to stress", Takes::entity)
      .where({.formats = formats})
      .valued("--max-entities", "N",
              "draw the N most important (300; columns 120; what --size can show; a page all)",
              Takes::number)
      .where({.formats = numbered.empty() ? formats : numbered})
      .take();
}

std::vector<Option> render_rows() {
  return Rows()
      .valued("--view", "VIEW",
              "one of those below; without it an overview up to 300 entities, then cards or a "
              "matrix",
              Takes::view)
      .where({.formats = verb_lists::drawings})
      .rows(picture_rows(verb_lists::drawings, verb_lists::pictures))
      .rows(chosen_entities_rows(verb_lists::drawings, verb_lists::pictures))
      .valued("--story", "FILE", "saved views with a sentence each, to be read in turn (JSON)",
              Takes::file)
      .where({.formats = verb_lists::page})
      .listed("--label", "PART,…",
              "what labels say (name,year,dates): name, id, kind, year, type, dates", Takes::choice)
      .one_of(verb_lists::label_parts)
      .where({.views = verb_lists::with_labels, .formats = verb_lists::drawings})
      .valued("--pin", "FILE", "keep entities in the places this file has, and add to it",
              Takes::file)
      .where({.views = verb_lists::by_ties, .formats = verb_lists::drawings})
      .listed("--at", "D,…", "the picture as of each of these dates, side by side", Takes::date)
      .where({.views = verb_lists::at_one_time, .formats = verb_lists::images})
      .choice("--step", "STEP", "a picture, or a point of a series, per year, quarter or month",
              verb_lists::steps)
      .formerly("--by")
      .where({.views = verb_lists::stepwise, .formats = verb_lists::images})
      .valued("--frames", "DIR", "with --at or --step: a file each in this folder, for animation",
              Takes::file)
      .where({.views = verb_lists::at_one_time,
              .formats = verb_lists::images,
              .with = verb_lists::moments})
      .valued("--depth", "N", "hops around E in colour (1)", Takes::number)
      .where({.views = verb_lists::ego})
      .rows(path_rows(verb_lists::path))
      .rows(series_rows(verb_lists::series))
      .rows(measure_rows(verb_lists::series))
      .take();
}

std::vector<string_view> format_names(bool (*is_wanted)(const DossierFormat&)) {
  std::vector<string_view> names;
  for (const DossierFormat& format : dossier_formats())
    if (is_wanted(format)) names.push_back(format.name);
  return names;
}

std::vector<string_view> query_inputs() {
  auto names = format_names([](const DossierFormat& format) { return format.is_read(); });
  names.push_back("property-graph");
  return names;
}

std::vector<Option> query_rows() {
  return Rows()
      .valued("--file", "FILE", "the query is what this file holds", Takes::file)
      .repeated("--param", "NAME=VALUE", "what $NAME stands for: 12, 'text', [1, 2], text",
                Takes::text)
      .choice("--from", "FORMAT", "of the dossier, or property-graph: nodes and edges, undated",
              query_inputs())
      .where({.inputs = verb_lists::dossiers})
      .flag("--explain", "how the query is run, an operator a line")
      .flag("--rewrite", "the query with its periods written as conditions")
      .where({.without = verb_lists::explained})
      .flag("--profile", "run it, and show what each operator gave and walked")
      .where({.without = verb_lists::described})
      .valued("--max-steps", "N", "edges walked (100 million)", Takes::number)
      .valued("--max-memory", "BYTES", "of rows that are held (2 GiB)", Takes::number)
      .rows(picture_rows(verb_lists::images))
      .rows(chosen_entities_rows(verb_lists::images))
      .take();
}

std::vector<Option> convert_rows() {
  const auto targets =
      format_names([](const DossierFormat& format) { return format.is_written(); });
  return Rows()
      .choice("--to", "FORMAT", "one of those below; else the ending of --output says", targets)
      .valued("--report", "FILE", "what the format does not hold, so that it can be put back",
              Takes::file)
      .valued("--with-report", "FILE", "put back what such a report has of the dossier's file",
              Takes::file)
      .flag("--strict", "write nothing if something would be lost")
      .flag("--raw", "cells of tables without the guard against formulas")
      .where({.formats = verb_lists::table_formats})
      .take();
}

std::vector<Option> import_rows() {
  return Rows()
      .valued("--map", "MAP", "how rows become records: a file, or one of those below", Takes::file)
      .flag("--propose", "instead, a mapping for the columns that are there, with reasons")
      .flag("--dry-run", "instead, what the first rows say, as sentences")
      .valued("--rows", "N", "with --dry-run: of that many rows (10)", Takes::number)
      .where({.with = verb_lists::dry_run})
      .valued("--report", "FILE", "the rows that are rejected, and why, as JSON", Takes::file)
      .flag("--lenient", "keep the good rows where others are rejected")
      .flag("--strict", "write nothing where a row is rejected; so it is")
      .valued("--max-input", "BYTES", "of a file, and of what it unpacks to (2 GiB)", Takes::number)
      .take();
}

std::vector<Option> components_rows() {
  return Rows()
      .flag("--strong", "tied both ways along directed relations")
      .flag("--biconnected", "connected whichever one entity is lost")
      .flag("--bridges",
            "ties without which a part would fall in two; of several relations the first")
      .flag("--multi", "with --bridges: a tie of several relations is no bridge")
      .where({.with = verb_lists::bridges})
      .flag("--cut-vertices", "entities without which it would")
      .take();
}

std::vector<Option> groups_rows() {
  const Where communities{.without = verb_lists::census};
  return Rows()
      .choice("--method", "M", "leiden (default), louvain or label-propagation",
              verb_lists::methods)
      .where(communities)
      .valued("--resolution", "R", "above 1 smaller groups, below 1 larger ones (1)", Takes::number)
      .where(communities)
      .valued("--seed", "N", "of the order entities are looked at in (1)", Takes::number)
      .where(communities)
      .flag("--census", "instead, how many triads there are of each of the 16 types")
      .valued("--weight", "ATTRIBUTE", "weigh relations by this number", Takes::attribute)
      .where(communities)
      .valued("--missing-weight", "WHAT",
              "of relations without it: skip (default), error or a number", Takes::text)
      .where({.with = verb_lists::by_weight, .without = verb_lists::census})
      .listed("--over", "K,…", "tie those that share an entity of these kinds", Takes::kind)
      .take();
}

std::vector<Option> rank_rows() {
  return Rows()
      .choice("--by", "MEASURE", "one of those below (degree)", all_measures())
      .valued("--top", "N", "only the first N rows", Takes::number)
      .flag("--explain", "the relations that carry each score most")
      .where({.measures = measures_of_entities(), .without = verb_lists::folded})
      .rows(measure_rows())
      .take();
}

}  // namespace

std::vector<Option> measure_rows(Names views) {
  const auto of = [views](MeasureOption option) {
    return Where{.views = views, .measures = measures_reading(option)};
  };
  Where multi = of(MeasureOption::multi);
  multi.without = verb_lists::by_weight;
  Where missing = of(MeasureOption::weight);
  missing.with = verb_lists::by_weight;
  Where seed = of(MeasureOption::sample);
  seed.with = verb_lists::sampled;
  return Rows()
      .valued("--weight", "ATTRIBUTE", "weigh relations by this number", Takes::attribute)
      .where(of(MeasureOption::weight))
      .valued("--missing-weight", "WHAT",
              "of relations without it: skip (default), error or a number", Takes::text)
      .where(missing)
      .listed("--over", "K,…", "tie those that share an entity of these kinds", Takes::kind)
      .where({.views = views, .measures = measures_of_networks()})
      .flag("--multi", "count parallel relations each, not once")
      .where(multi)
      .choice("--scale", "SCALE", "normalized (default) or raw", verb_lists::scales)
      .where(of(MeasureOption::scale))
      .valued("--sample", "K", "an estimate from K entities", Takes::number)
      .where(of(MeasureOption::sample))
      .valued("--seed", "N", "of the sample (1)", Takes::number)
      .where(seed)
      .valued("--damping", "D", "the share of steps along ties (0.85)", Takes::number)
      .where(of(MeasureOption::damping))
      .listed("--restart", "E,…", "walks start anew from these", Takes::entity)
      .where(of(MeasureOption::restart))
      .valued("--alpha", "A", "what a step counts (0.85 / largest eigenvalue)", Takes::number)
      .where(of(MeasureOption::alpha))
      .take();
}

std::span<const WholeMeasureRow> whole_measure_rows() {
  static constexpr std::array<WholeMeasureRow, 6> rows = {{
      {"entities", "how many entities there are"},
      {"relations", "how many relations hold"},
      {"density", "the share of pairs that are tied"},
      {"reciprocity", "the share of directed ties with one back"},
      {"transitivity", "the share of open paths that close"},
      {"diameter", "the longest shortest path"},
  }};
  return rows;
}

Names series_measure_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> list(all_measures().begin(), all_measures().end());
    for (const WholeMeasureRow& whole : whole_measure_rows()) list.push_back(whole.name);
    return list;
  }();
  return names;
}

std::vector<Option> show_query_rows() {
  return Rows()
      .flag("--show-query", "instead, the pattern query that asks the same (see `query`)")
      .take();
}

std::vector<Option> own_options(std::string_view verb) {
  const auto depth = [] {
    return Rows().valued("--depth", "N", "as far as N hops away (1)", Takes::number).take();
  };
  if (verb == "validate")
    return Rows()
        .flag("--strict", "warnings are errors")
        .valued("--limit", "N", "show no more than N problems (100); all are counted",
                Takes::number)
        .where({.formats = verb_lists::text})
        .take();
  if (verb == "ego") return depth();
  if (verb == "neighbors") return Rows().rows(depth()).rows(show_query_rows()).take();
  if (verb == "show" || verb == "lineage") return show_query_rows();
  if (verb == "info")
    return Rows()
        .choice("--mixing", "BY", "instead, how many ties run between entities of two kinds",
                verb_lists::kinds)
        .take();
  if (verb == "path")
    return Rows()
        .rows(path_rows({}))
        .flag("--bounds", "the distance in what certainly and in what possibly holds")
        .rows(show_query_rows())
        .take();
  if (verb == "rank") return rank_rows();
  if (verb == "components") return components_rows();
  if (verb == "groups") return groups_rows();
  if (verb == "balance")
    return Rows().valued("--limit", "N", "list no more than N triads (1000)", Takes::number).take();
  if (verb == "timeline") return picture_rows(verb_lists::images);
  if (verb == "series")
    return Rows()
        .rows(step_rows({}))
        .rows(series_rows({}))
        .rows(measure_rows())
        .rows(picture_rows(verb_lists::images))
        .rows(chosen_entities_rows(verb_lists::images))
        .take();
  if (verb == "render") return render_rows();
  if (verb == "convert") return convert_rows();
  if (verb == "import") return import_rows();
  if (verb == "schema")
    return Rows()
        .choice("--of", "WHAT", "dossier (default), or mapping, which import reads",
                verb_lists::schemas)
        .take();
  if (verb == "query") return query_rows();
  return {};
}

}  // namespace entente::tool
