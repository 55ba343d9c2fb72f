#include <algorithm>
#include <string>

#include <entente/error.hpp>
#include <entente/facts/named_selection.hpp>

#include "ask/ask.hpp"
#include "ask/tool_options.hpp"

namespace entente::bindings {
namespace {

/// The names of a selection's members as the languages that bind them write them.
std::string all_names() {
  std::string all;
  for (const std::string_view name : selection_member_names())
    all += (all.empty() ? "" : ", ") + std::string(name);
  std::ranges::replace(all, '-', '_');
  return all;
}

}  // namespace

Selection selection_of(const Words& words) {
  Selection selection;
  for (const auto& [name, values] : selection_taken_apart(words)) {
    if (std::ranges::find(values, "") != values.end())
      throw InvalidArgument("bad-option-value", name + " is empty; leave it out");
    if (!set_member(selection, name, values))
      throw InvalidArgument("unknown-option",
                            "a selection has no option '" + name + "'; it has: " + all_names());
  }
  return selection;
}

}  // namespace entente::bindings
