// The table of functions: those of each area, and the aggregates.

#include "query/pattern/functions/functions.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "query/pattern/syntax/token.hpp"

namespace entente::query {
namespace {

constexpr std::array<Function, 10> aggregates = {
    {{"count", 1, 1, Accepts::anything, Type::integer, nullptr},
     {"sum", 1, 1, Accepts::anything, Type::any, nullptr},
     {"avg", 1, 1, Accepts::anything, Type::any, nullptr},
     {"min", 1, 1, Accepts::anything, Type::any, nullptr},
     {"max", 1, 1, Accepts::anything, Type::any, nullptr},
     {"collect", 1, 1, Accepts::anything, Type::list, nullptr},
     {"stDev", 1, 1, Accepts::anything, Type::real, nullptr},
     {"stDevP", 1, 1, Accepts::anything, Type::real, nullptr},
     {"percentileCont", 2, 2, Accepts::anything, Type::any, nullptr},
     {"percentileDisc", 2, 2, Accepts::anything, Type::any, nullptr}}};

}  // namespace

std::span<const Function> all_functions() {
  static const std::vector<Function> table = [] {
    std::vector<Function> all(aggregates.begin(), aggregates.end());
    for (const auto area : {graph_functions(), list_functions(), number_functions(),
                            text_functions(), time_functions()})
      all.insert(all.end(), area.begin(), area.end());
    return all;
  }();
  return table;
}

const Function* find_function(std::string_view name) {
  for (const Function& function : all_functions())
    if (is_word(name, function.name)) return &function;
  return nullptr;
}

}  // namespace entente::query
