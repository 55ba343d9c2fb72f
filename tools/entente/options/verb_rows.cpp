#include <entente/io/format_list.hpp>
#include <entente/io/import.hpp>

#include "options/row_groups.hpp"
#include "options/rows.hpp"

namespace entente::tool {
namespace {

namespace verb_lists {

constexpr WordList<3> images = {"svg", "png", "pdf"};
constexpr WordList<1> by_weight = {"--weight"};
constexpr WordList<1> census = {"--census"};
constexpr WordList<1> text = {"text"};
constexpr WordList<1> kinds = {"kind"};
constexpr WordList<1> folded = {"--over"};
constexpr WordList<2> listing = {"--all-shortest", "--max-hops"};
constexpr WordList<1> bounded = {"--max-hops"};
constexpr WordList<1> bridges = {"--bridges"};
constexpr WordList<3> steps = {"year", "quarter", "month"};
constexpr WordList<3> methods = {"leiden", "louvain", "label-propagation"};
constexpr WordList<1> dossiers = {"dossier"};
constexpr WordList<1> proposed = {"--propose"};
constexpr WordList<1> dry_run = {"--dry-run"};
constexpr WordList<2> schemas = {"dossier", "mapping"};
constexpr WordList<1> explained = {"--explain"};
constexpr WordList<2> described = {"--explain", "--rewrite"};
constexpr WordList<2> sentences = {"text", "json"};
constexpr WordList<3> with_reasons = {"text", "json", "jsonl"};
constexpr WordList<8> listings = {"text", "table", "csv",      "tsv",
                                  "json", "jsonl", "markdown", "html"};
constexpr WordList<2> tried = {"--propose", "--dry-run"};
constexpr WordList<2> table_formats = {"csv", "tsv"};

}  // namespace verb_lists

std::vector<Option> step_rows(Names views) {
  return Rows()
      .choice("--step", "STEP", "year (default), quarter or month", verb_lists::steps)
      .formerly("--by")
      .where({.views = views})
      .take();
}

std::vector<std::string_view> format_names(bool (*is_wanted)(const DossierFormat&)) {
  std::vector<std::string_view> names;
  for (const DossierFormat& format : dossier_formats())
    if (is_wanted(format)) names.push_back(format.name);
  return names;
}

std::vector<std::string_view> query_inputs() {
  auto names = format_names([](const DossierFormat& format) { return format.is_read(); });
  names.push_back("property-graph");
  return names;
}

std::vector<Option> query_rows() {
  return Rows()
      .valued("--file", "FILE", "the query is what this file holds", Takes::file)
      .repeated("--param", "NAME=VALUE", "what $NAME stands for: 12, 'text', [1, 2], text",
                Takes::text)
      .where({.without = verb_lists::described})
      .choice("--from", "FORMAT", "of the dossier, or property-graph: nodes and edges, undated",
              query_inputs())
      .where({.inputs = verb_lists::dossiers})
      .flag("--explain", "how the query is run, an operator a line")
      .flag("--rewrite", "the query with its periods written as conditions")
      .where({.without = verb_lists::explained})
      .flag("--profile", "run it, and show what each operator gave and walked")
      .where({.without = verb_lists::described})
      .valued("--max-steps", "N", "edges walked (100 million)", Takes::number)
      .where({.without = verb_lists::described})
      .valued("--max-memory", "BYTES", "of rows that are held (2 GiB)", Takes::number)
      .where({.without = verb_lists::described})
      .rows(picture_rows(verb_lists::images))
      .rows(chosen_entities_rows(verb_lists::images))
      .take();
}

std::vector<Option> convert_rows() {
  const auto targets =
      format_names([](const DossierFormat& format) { return format.is_written(); });
  return Rows()
      .choice("--to", "FORMAT", "one of those below; else the ending of --output says", targets)
      .listed("--over", "K,…", "ties of those that share an entity of these kinds, instead",
              Takes::kind)
      .valued("--report", "FILE", "what the format does not hold, so that it can be put back",
              Takes::file)
      .valued("--with-report", "FILE", "put back what such a report has of the dossier's file",
              Takes::file)
      .flag("--strict", "write nothing if something would be lost")
      .flag("--raw", "cells of tables without the guard against formulas")
      .where({.formats = verb_lists::table_formats})
      .take();
}

std::vector<std::string_view> ready_mapping_names() {
  std::vector<std::string_view> names;
  for (const ReadyMapping& each : ready_mappings()) names.push_back(each.name);
  return names;
}

std::vector<Option> import_rows() {
  return Rows()
      .valued("--map", "MAP", "how rows become records: a file, or one of those below", Takes::file)
      .such_as(ready_mapping_names())
      .flag("--propose", "instead, a mapping for the columns that are there, with reasons")
      .flag("--dry-run", "instead, what the first rows say, as sentences")
      .where({.without = verb_lists::proposed})
      .valued("--rows", "N", "with --dry-run: of that many rows (10)", Takes::number)
      .where({.with = verb_lists::dry_run})
      .valued("--report", "FILE", "the rows that are rejected, and why, as JSON", Takes::file)
      .where({.without = verb_lists::tried})
      .flag("--lenient", "keep the good rows where others are rejected")
      .where({.without = verb_lists::tried})
      .flag("--strict", "write nothing where a row is rejected (so it is without --lenient)")
      .where({.without = verb_lists::tried})
      .valued("--max-input", "BYTES", "of a file, and of what it unpacks to (2 GiB)", Takes::number)
      .take();
}

std::vector<Option> components_rows() {
  return Rows()
      .flag("--strong", "tied both ways along directed relations")
      .where({.formats = verb_lists::listings})
      .flag("--biconnected", "connected whichever one entity is lost")
      .where({.formats = verb_lists::listings})
      .flag("--bridges",
            "ties without which a part would fall in two; of several relations the first")
      .flag("--multi", "with --bridges: a tie of several relations is no bridge")
      .where({.with = verb_lists::bridges})
      .flag("--cut-vertices", "entities without which it would")
      .take();
}

std::vector<Option> groups_rows() {
  const Where communities{.formats = verb_lists::listings, .without = verb_lists::census};
  return Rows()
      .choice("--method", "M", "leiden (default), louvain or label-propagation",
              verb_lists::methods)
      .where(communities)
      .valued("--resolution", "R", "above 1 smaller groups, below 1 larger ones (1)", Takes::number)
      .where(communities)
      .valued("--seed", "N", "of the order entities are looked at in (1)", Takes::number)
      .where(communities)
      .flag("--census", "instead, how many triads there are of each of the 16 types")
      .where({.formats = verb_lists::listings})
      .valued("--weight", "ATTRIBUTE", "weigh relations by this number", Takes::attribute)
      .where(communities)
      .rows(missing_weight_row({.formats = verb_lists::listings,
                                .with = verb_lists::by_weight,
                                .without = verb_lists::census}))
      .listed("--over", "K,…", "tie those that share an entity of these kinds", Takes::kind)
      .where({.formats = verb_lists::listings})
      .take();
}

std::vector<Option> rank_rows() {
  return Rows()
      .choice("--by", "MEASURE", "one of those below (degree)", all_measures())
      .valued("--top", "N", "only the first N rows", Takes::number)
      .flag("--explain", "the relations that carry each score most")
      .where({.measures = measures_of_entities(),
              .formats = verb_lists::with_reasons,
              .without = verb_lists::folded})
      .rows(measure_rows())
      .take();
}

}  // namespace

std::vector<Option> missing_weight_row(const Where& where) {
  static constexpr WordList<2> words = {"skip", "error"};
  return Rows()
      .valued("--missing-weight", "WHAT",
              "of relations without it: skip (default), error or a number", Takes::text)
      .where(where)
      .such_as(words)
      .take();
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
      .rows(missing_weight_row(
          {.views = views, .with = verb_lists::by_weight, .without = verb_lists::bounded}))
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
        .where({.formats = verb_lists::sentences})
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
