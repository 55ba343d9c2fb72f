#include <algorithm>
#include <iterator>

#include "read_limits.hpp"
#include "verb.hpp"

namespace entente::tool {

const std::vector<Option>& selection_options() {
  constexpr auto many = Option::Times::many;
  static const std::vector<Option> options = {
      {"--as-of", "DATE", "what holds on this day (or some day of a month, a year)"},
      {"--during", "PERIOD", "what holds on some day of A/B, ../B, A/.. or a date"},
      {"--throughout", "PERIOD", "what holds on every day of it"},
      {"--known-at", "DATE", "only what had been published by then"},
      {"--observed-through", "DATE", "open ends are certain up to this day only"},
      {"--certain", "", "leave out what only may hold"},
      {"--type", "T,…", "relations of these types", {}, many},
      {"--kind", "K,…", "entities of these kinds, and the relations among them", {}, many},
      {"--modality",
       "M,…",
       "fact, plan, expectation, claim, derived",
       {"fact", "plan", "expectation", "claim", "derived"},
       many},
      {"--source", "S,…", "relations that one of these documents carries", {}, many},
      {"--direction", "D", "walk edges both ways, out or in", {"both", "out", "in"}},
      {"--no-inference", "", "do not close unknown ends by what followed"},
      {"--undated", "", "list undated relations under a period as possible (else counted)"},
      {"--presume-lasting", "",
       "states of which no end is reported last to the newest source's date"},
      {"--attested-within", "SPAN",
       "attested on single dates: no further from the period than 10y"},
      {"--isolated", "", "keep entities without selected relations"},
  };
  return options;
}

const std::vector<Option>& output_options() {
  static const std::vector<Option> options = {
      {"--format", "F",
       "text, table, csv, tsv, json, jsonl, markdown, dot, graph, svg, png or pdf"},
      {"--output", "FILE", "write there; the format follows the ending"},
      {"--lang", "L,…", "languages of names, best first (en)"},
      {"--color", "WHEN", "auto, always or never", {"auto", "always", "never"}},
      {"--raw", "", "CSV and TSV cells without the guard against formulas"},
      {"--timeout", "SECONDS", "give up after that time"},
      {"--threads", "N", "compute on no more than N at once (as many as the machine has)"},
      {"--help", "", "explain the verb"},
  };
  return options;
}

std::vector<Option> options_of(const Verb& verb) {
  std::vector<Option> options = verb.options;
  if (verb.reads == Reads::selection)
    options.insert(options.end(), selection_options().begin(), selection_options().end());
  // A verb that draws has a title of its own, which the picture bears.
  if (verb.reads != Reads::nothing)
    std::ranges::copy_if(limit_options(), std::back_inserter(options), [&](const Option& option) {
      return std::ranges::find(verb.options, option.name, &Option::name) == verb.options.end();
    });
  options.insert(options.end(), output_options().begin(), output_options().end());
  return options;
}

std::vector<Format> row_formats() {
  return {Format::text, Format::table, Format::csv,     Format::tsv,
          Format::json, Format::jsonl, Format::markdown};
}

std::vector<Format> fact_formats() {
  std::vector<Format> formats = row_formats();
  formats.insert(formats.end(), {Format::dot, Format::graph});
  return formats;
}

}  // namespace entente::tool
