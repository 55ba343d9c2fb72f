#include "options/listing.hpp"

#include <array>

#include "options/applicability.hpp"
#include "verb.hpp"

namespace entente::tool {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 16> takes_names = {
    "text", "number", "choice", "format",    "series",        "view",     "entity", "agreement",
    "kind", "type",   "source", "attribute", "any_attribute", "language", "date",   "file"};

std::string row_line(const Verb& verb, const Option& option) {
  const Where& where = option.where;
  std::string line(verb.name);
  for (const std::string_view cell :
       {option.name, option.value, takes_names[static_cast<std::size_t>(option.takes)]})
    (line += '\t') += cell;
  line += '\t' + listed_in_words(option.choices, ",", ",") + '\t' + std::string(option.alias);
  for (const Names names :
       {where.views, where.measures, where.formats, where.inputs, where.with, where.without})
    line += '\t' + listed_in_words(names, ",", ",");
  return line + '\n';
}

}  // namespace

std::string option_listing() {
  std::string text;
  for (const Verb& verb : all_verbs())
    for (const Option& option : options_of(verb)) text += row_line(verb, option);
  return text;
}

}  // namespace entente::tool
