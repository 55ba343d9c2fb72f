#include "verbs.hpp"

#include <algorithm>
#include <array>

namespace entente::tool {

namespace {

/// The verbs with the options that the table has for them.
std::vector<Verb> with_options(std::vector<Verb> verbs) {
  for (Verb& verb : verbs) verb.options = own_options(verb.name);
  return verbs;
}

}  // namespace

const std::vector<Verb>& all_verbs() {
  static const std::vector<Verb> verbs = with_options({
      validate_verb(), info_verb(),       show_verb(),    find_verb_by_name(), neighbors_verb(),
      ego_verb(),      path_verb(),       common_verb(),  rank_verb(),         components_verb(),
      groups_verb(),   balance_verb(),    lineage_verb(), timeline_verb(),     diff_verb(),
      series_verb(),   query_verb(),      render_verb(),  convert_verb(),      import_verb(),
      snapshot_verb(), vocabulary_verb(), schema_verb(),
  });
  return verbs;
}

const Verb* find_verb(std::string_view name) {
  const auto found = std::ranges::find(all_verbs(), name, &Verb::name);
  return found == all_verbs().end() ? nullptr : &*found;
}

bool is_planned_verb(std::string_view name) {
  constexpr std::array<std::string_view, 12> planned = {
      "journey", "add",   "set",        "remove", "rename", "format",
      "review",  "merge", "duplicates", "judge",  "report", "sources"};
  return std::ranges::find(planned, name) != planned.end();
}

}  // namespace entente::tool
