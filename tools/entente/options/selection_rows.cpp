// Which facts a question is about: the same options on every verb that asks a graph.

#include "options/row_groups.hpp"
#include "options/rows.hpp"

namespace entente::tool {
namespace {

namespace selection_lists {

constexpr WordList<5> modalities = {"fact", "plan", "expectation", "claim", "derived"};
constexpr WordList<3> directions = {"both", "out", "in"};

}  // namespace selection_lists

}  // namespace

const std::vector<Option>& selection_options() {
  static const std::vector<Option> options =
      Rows()
          .valued("--as-of", "DATE", "what holds on this day (or some day of a month, a year)",
                  Takes::date)
          .valued("--during", "PERIOD", "what holds on some day of A/B, ../B, A/.. or a date",
                  Takes::date)
          .valued("--throughout", "PERIOD", "what holds on every day of it", Takes::date)
          .valued("--known-at", "DATE", "only what had been published by then", Takes::date)
          .valued("--observed-through", "DATE", "open ends are certain up to this day only",
                  Takes::date)
          .flag("--certain", "leave out what only may hold")
          .listed("--type", "T,…", "relations of these types", Takes::type)
          .listed("--kind", "K,…", "entities of these kinds, and the relations among them",
                  Takes::kind)
          .listed("--modality", "M,…", "fact, plan, expectation, claim, derived", Takes::choice)
          .one_of(selection_lists::modalities)
          .listed("--source", "S,…", "relations that one of these documents carries", Takes::source)
          .choice("--direction", "D", "walk edges both ways (default), out or in",
                  selection_lists::directions)
          .flag("--no-inference", "do not close unknown ends by what followed")
          .flag("--undated", "list undated relations under a period as possible (else counted)")
          .flag("--presume-lasting",
                "states of which no end is reported last to the newest source's date")
          .valued("--attested-within", "SPAN",
                  "attested on single dates: no further from the period than 10y", Takes::text)
          .flag("--isolated", "keep entities without selected relations")
          .take();
  return options;
}

}  // namespace entente::tool
