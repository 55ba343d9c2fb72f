#include "options/row_groups.hpp"
#include "options/rows.hpp"

namespace entente::tool {
namespace {

namespace picture_lists {

constexpr WordList<1> ego = {"ego"};
constexpr WordList<1> path = {"path"};
constexpr WordList<1> series = {"series"};
constexpr WordList<4> by_ties = {"overview", "ego", "path", "diff"};
constexpr WordList<4> at_one_time = {"overview", "columns", "ego", "path"};
constexpr WordList<5> stepwise = {"overview", "columns", "ego", "path", "series"};
constexpr WordList<5> of_ties = {"overview", "columns", "ego", "path", "diff"};
constexpr WordList<8> foldable = {"overview", "columns", "cards", "ego",
                                  "path",     "diff",    "gantt", "matrix"};
constexpr WordList<6> with_labels = {"overview", "columns", "cards", "ego", "path", "diff"};
constexpr WordList<3> images = {"svg", "png", "pdf"};
constexpr WordList<4> drawings = {"svg", "png", "pdf", "dot"};
constexpr WordList<1> png = {"png"};
constexpr WordList<1> page = {"page"};
constexpr WordList<5> pictures = {"svg", "png", "pdf", "dot", "page"};
constexpr WordList<2> moments = {"--at", "--step"};
constexpr WordList<3> steps = {"year", "quarter", "month"};
constexpr WordList<4> themes = {"light", "dark", "print", "auto"};
constexpr WordList<7> sizes = {"a4",    "a4-landscape", "a3-landscape", "89mm",
                               "183mm", "16:9",         "phone"};
constexpr WordList<2> colourings = {"kind", "community"};
constexpr WordList<1> counts = {"count"};
constexpr WordList<6> label_parts = {"name", "id", "kind", "year", "type", "dates"};

}  // namespace picture_lists

}  // namespace

std::vector<Option> picture_rows(Names formats, Names titled) {
  const Names also = titled.empty() ? formats : titled;
  return Rows()
      .choice("--theme", "THEME", "light, dark, print or auto: as the reader's screen is",
              picture_lists::themes)
      .where({.formats = also})
      .valued("--title", "TEXT", "instead of the dossier's title", Takes::text)
      .where({.formats = also})
      .valued("--credit", "TEXT", "a line below the picture", Takes::text)
      .where({.formats = formats})
      .flag("--notes", "number the sources and list them below")
      .formerly("--sources")
      .where({.formats = formats})
      .valued("--dpi", "N", "dots per inch of PNG (144)", Takes::number)
      .where({.formats = picture_lists::png})
      .valued(
          "--size", "SIZE",
          "1200x800 (pixels), 297x210mm, 183mm, a4, a3-landscape, 16:9, phone: fit the picture in",
          Takes::text)
      .where({.formats = formats})
      .such_as(picture_lists::sizes)
      .valued("--style", "FILE", "colours, shapes, lines, fonts and sizes of your own (JSON)",
              Takes::file)
      .where({.formats = formats})
      .take();
}

std::vector<Option> chosen_entities_rows(Names formats, Names numbered) {
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
              "one of those below; without it an overview up to 5000 entities, then cards or a "
              "matrix",
              Takes::view)
      .where({.formats = picture_lists::drawings})
      .rows(picture_rows(picture_lists::drawings, picture_lists::pictures))
      .rows(chosen_entities_rows(picture_lists::drawings, picture_lists::pictures))
      .valued("--story", "FILE", "saved views with a sentence each, to be read in turn (JSON)",
              Takes::file)
      .where({.formats = picture_lists::page})
      .listed("--label", "PART,…",
              "what labels say (name,year,dates): name, id, kind, year, type, dates", Takes::choice)
      .one_of(picture_lists::label_parts)
      .where({.views = picture_lists::with_labels, .formats = picture_lists::drawings})
      .valued("--size-by", "WHAT", "larger boxes for more of a measure, or of an attribute",
              Takes::any_attribute)
      .such_as(measures_of_entities())
      .where({.views = picture_lists::of_ties,
              .formats = picture_lists::drawings,
              .without = picture_lists::moments})
      .valued("--color-by", "WHAT", "colours for kind (default), community or an attribute",
              Takes::any_attribute)
      .such_as(picture_lists::colourings)
      .where({.views = picture_lists::of_ties,
              .formats = picture_lists::drawings,
              .without = picture_lists::moments})
      .valued("--width-by", "WHAT", "wider lines for a count of relations, or an attribute",
              Takes::any_attribute)
      .such_as(picture_lists::counts)
      .where({.views = picture_lists::of_ties,
              .formats = picture_lists::drawings,
              .without = picture_lists::moments})
      .valued("--label-by", "ATTRIBUTE", "what entities and relations have of it stands on them",
              Takes::any_attribute)
      .where({.views = picture_lists::of_ties,
              .formats = picture_lists::drawings,
              .without = picture_lists::moments})
      .listed("--over", "K,…", "tie those that share an entity of these kinds", Takes::kind)
      .where({.views = picture_lists::foldable, .formats = picture_lists::drawings})
      .valued("--pin", "FILE", "keep entities in the places this file has, and add to it",
              Takes::file)
      .where({.views = picture_lists::by_ties, .formats = picture_lists::drawings})
      .listed("--at", "D,…", "the picture as of each of these dates, side by side", Takes::date)
      .where({.views = picture_lists::at_one_time, .formats = picture_lists::images})
      .choice("--step", "STEP", "a picture, or a point of a series, per year, quarter or month",
              picture_lists::steps)
      .formerly("--by")
      .where({.views = picture_lists::stepwise, .formats = picture_lists::images})
      .valued("--frames", "DIR", "with --at or --step: a file each in this folder, for animation",
              Takes::file)
      .where({.views = picture_lists::at_one_time,
              .formats = picture_lists::images,
              .with = picture_lists::moments})
      .valued("--depth", "N", "hops around E in colour (1)", Takes::number)
      .where({.views = picture_lists::ego})
      .rows(path_rows(picture_lists::path))
      .rows(series_rows(picture_lists::series))
      .rows(measure_rows(picture_lists::series))
      .take();
}

}  // namespace entente::tool
