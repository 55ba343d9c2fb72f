#include <algorithm>
#include <array>

#include <entente/io/format_list.hpp>

#include "options/rows.hpp"
#include "verb.hpp"

namespace entente::tool {
namespace {

using std::string_view;

namespace shared_lists {

constexpr std::array<string_view, 3> colours = {"auto", "always", "never"};
constexpr std::array<string_view, 1> dossiers = {"dossier"};
constexpr std::array<string_view, 1> table_inputs = {"table"};
constexpr std::array<string_view, 2> delimited_inputs = {"table", "CSV of another layout"};
constexpr std::array<string_view, 1> snapshots = {"snapshot"};
constexpr std::array<string_view, 2> coloured_formats = {"text", "table"};
constexpr std::array<string_view, 2> guarded_formats = {"csv", "tsv"};
// Conversions name things in the formats of other programs, vocabularies in tables.
constexpr std::array<string_view, 2> titled_formats = {"dot", "graph"};
constexpr std::array<string_view, 1> info_titles = {"text"};
constexpr std::array<string_view, 6> timeless_verbs = {"info",      "show", "find",
                                                       "neighbors", "ego",  "validate"};
constexpr std::array<string_view, 4> judging_options = {"--undated", "--attested-within",
                                                        "--presume-lasting", "--observed-through"};
constexpr std::array<string_view, 4> periods = {"--as-of", "--during", "--throughout",
                                                "--known-at"};
constexpr std::array<string_view, 1> convert_verb = {"convert"};
constexpr std::array<string_view, 1> import_verb = {"import"};
constexpr std::array<string_view, 1> info_verb = {"info"};
constexpr std::array<string_view, 1> query_verb = {"query"};
constexpr std::array<string_view, 1> snapshot_verb = {"snapshot"};
constexpr std::array<string_view, 1> vocabulary_verb = {"vocabulary"};
constexpr std::array<string_view, 3> without_names = {"schema", "snapshot", "validate"};
constexpr std::array<string_view, 2> titled_files = {"convert", "snapshot"};
constexpr std::array<string_view, 2> tried = {"--propose", "--dry-run"};
constexpr std::array<string_view, 1> dry_run = {"--dry-run"};
constexpr std::array<string_view, 2> described = {"--explain", "--rewrite"};
constexpr std::array<string_view, 3> explaining = {"--explain", "--rewrite", "--profile"};
constexpr std::array<string_view, 1> mixing = {"--mixing"};
constexpr std::array<string_view, 5> tables = {"table", "csv", "tsv", "markdown", "html"};

}  // namespace shared_lists

Names input_formats() {
  static const std::vector<string_view> names = [] {
    std::vector<string_view> list;
    for (const DossierFormat& format : dossier_formats())
      if (format.is_read()) list.push_back(format.name);
    return list;
  }();
  return names;
}

Names formats_of_others() {
  static const std::vector<string_view> names = [] {
    std::vector<string_view> list;
    for (const DossierFormat& format : dossier_formats())
      if (format.is_written() && !format.is_own()) list.push_back(format.name);
    return list;
  }();
  return names;
}

/// What a shared option means to single verbs, where that is not what it means to the others.
struct VerbRule {
  Names verbs;
  string_view option;
  bool applies = true;
  Where where = {};  ///< its formats and which options it goes with
};

const std::vector<VerbRule>& verb_rules() {
  using namespace shared_lists;
  static const std::vector<VerbRule> rules = {
      {snapshot_verb, "--format", false},
      {import_verb, "--format", true, {.without = tried}},
      {query_verb, "--format", true, {.without = explaining}},
      {without_names, "--lang", false},
      {convert_verb, "--lang", true, {.formats = formats_of_others()}},
      {vocabulary_verb, "--lang", true, {.formats = tables}},
      {import_verb, "--lang", true, {.with = dry_run}},
      {query_verb, "--lang", true, {.without = described}},
      {query_verb, "--raw", true, {.formats = guarded_formats, .without = explaining}},
      {titled_files, "--title", true},
      {info_verb, "--title", true, {.formats = info_titles, .without = mixing}}};
  return rules;
}

const VerbRule* rule_for(const Verb& verb, const Option& option) {
  const auto found = std::ranges::find_if(verb_rules(), [&](const VerbRule& rule) {
    return rule.option == option.name &&
           std::ranges::find(rule.verbs, verb.name) != rule.verbs.end();
  });
  return found == verb_rules().end() ? nullptr : &*found;
}

bool answers_in_one_of(const Verb& verb, Names formats) {
  return std::ranges::any_of(verb.formats, [&](Format format) {
    return std::ranges::find(formats, to_string(format)) != formats.end();
  });
}

/// Whether a verb that draws has a title of its own for what it draws.
bool titles_what_it_draws(const Verb& verb) {
  const auto own = std::ranges::find(verb.options, string_view("--title"), &Option::name);
  return own != verb.options.end() &&
         std::ranges::find(own->where.formats, string_view("dot")) != own->where.formats.end();
}

bool is_for(const Option& option, const Verb& verb) {
  if (option.name == "--title" && titles_what_it_draws(verb)) return false;
  if (option.name == "--threads") return verb.reads != Reads::nothing;
  return option.where.formats.empty() || answers_in_one_of(verb, option.where.formats);
}

/// Those that have an effect on the verb, with what they depend on there.
std::vector<Option> as_they_are_to(const Verb& verb, const std::vector<Option>& shared) {
  std::vector<Option> options;
  for (const Option& option : shared) {
    const VerbRule* const rule = rule_for(verb, option);
    if (rule ? !rule->applies : !is_for(option, verb)) continue;
    options.push_back(option);
    if (!rule) continue;
    Where& where = options.back().where;
    where.formats = rule->where.formats;
    where.with = rule->where.with;
    where.without = rule->where.without;
  }
  return options;
}

}  // namespace

const std::vector<Option>& limit_options() {
  static const std::vector<Option> options = [] {
    Rows rows;
    const auto limit = [&rows](string_view name, string_view value, string_view help) {
      rows.valued(name, value, help, Takes::number).where({.inputs = shared_lists::dossiers});
    };
    limit("--max-depth", "N", "nested lists and objects (512)");
    limit("--max-identifier", "BYTES", "of an id (64 KiB)");
    limit("--max-string", "BYTES", "of a text (64 MiB)");
    limit("--max-input", "BYTES", "of all inputs (2 GiB)");
    limit("--max-edges", "N", "relations (100 million)");
    limit("--max-values", "N", "JSON values in a record (1 million)");
    return rows
        .choice("--from", "FORMAT", "of the dossier, whatever its name: json, jsonl, node-link …",
                input_formats())
        .where({.inputs = shared_lists::dossiers})
        .listed("--map", "M=COLUMN,…",
                "tables: which columns hold from, to, id, kind, label, when, start, end",
                Takes::text)
        .where({.inputs = shared_lists::table_inputs})
        .valued("--delimiter", "C", "tables: what stands between cells (as the ending says)",
                Takes::text)
        .where({.inputs = shared_lists::delimited_inputs})
        .flag("--stale", "accept a snapshot whose sources have changed")
        .where({.inputs = shared_lists::snapshots})
        .flag("--lenient", "leave out records with errors, and say which")
        .where({.inputs = shared_lists::dossiers})
        .valued("--title", "TEXT", "what the dossier is called, instead of its own title",
                Takes::text)
        .where({.formats = shared_lists::titled_formats, .inputs = shared_lists::dossiers})
        .take();
  }();
  return options;
}

const std::vector<Option>& output_options() {
  static const std::vector<Option> options =
      Rows()
          .valued("--format", "F", "how the answer is written; a verb's help lists its formats",
                  Takes::format)
          .valued("--output", "FILE", "write there; the format follows the ending", Takes::file)
          .valued("--lang", "L,…", "languages of names, best first (en)", Takes::language)
          .choice("--color", "WHEN", "auto (on a terminal), always or never", shared_lists::colours)
          .where({.formats = shared_lists::coloured_formats})
          .flag("--raw", "CSV and TSV cells without the guard against formulas")
          .where({.formats = shared_lists::guarded_formats})
          .valued("--timeout", "SECONDS", "give up after that time", Takes::number)
          .valued("--threads", "N",
                  "compute on no more than N at once (as many as the machine has)", Takes::number)
          .flag("--help", "explain the verb")
          .take();
  return options;
}

std::vector<Option> output_options_of(const Verb& verb) {
  return as_they_are_to(verb, output_options());
}

std::vector<Option> limit_options_of(const Verb& verb) {
  return as_they_are_to(verb, limit_options());
}

namespace {

/// Verbs without periods of their own: what only judges whether something holds within a period has
/// no effect on them where none is asked for.
std::vector<Option> selection_options_of(const Verb& verb) {
  std::vector<Option> options = selection_options();
  if (std::ranges::find(shared_lists::timeless_verbs, verb.name) ==
      shared_lists::timeless_verbs.end())
    return options;
  for (Option& option : options)
    if (std::ranges::find(shared_lists::judging_options, option.name) !=
        shared_lists::judging_options.end())
      option.where.with = shared_lists::periods;
  return options;
}

}  // namespace

std::vector<Option> options_of(const Verb& verb) {
  std::vector<Option> options = verb.options;
  const auto add = [&options](const std::vector<Option>& more) {
    options.insert(options.end(), more.begin(), more.end());
  };
  if (verb.reads == Reads::selection) add(selection_options_of(verb));
  if (verb.reads != Reads::nothing) add(limit_options_of(verb));
  add(output_options_of(verb));
  return options;
}

std::vector<Option> once_each(const std::vector<Option>& options) {
  std::vector<Option> once;
  for (const Option& option : options)
    if (std::ranges::find(once, option.name, &Option::name) == once.end()) once.push_back(option);
  return once;
}

}  // namespace entente::tool
