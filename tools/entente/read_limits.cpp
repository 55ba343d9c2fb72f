#include "read_limits.hpp"

#include <algorithm>
#include <iostream>
#include <string>

#include <entente/model/problem.hpp>

#include "terminal/progress.hpp"

namespace entente::tool {

ReadLimits read_limits(const Call& call) {
  ReadLimits limits;
  limits.depth = call.count("--max-depth", 1).value_or(limits.depth);
  limits.identifier = call.count("--max-identifier", 1).value_or(limits.identifier);
  limits.string = call.count("--max-string", 1).value_or(limits.string);
  limits.input = call.count("--max-input", 1).value_or(limits.input);
  limits.edges = call.count("--max-edges", 1).value_or(limits.edges);
  limits.values = call.count("--max-values", 1).value_or(limits.values);
  limits.threads = thread_limit(call);
  limits.format = call.text("--from");
  return limits;
}

LoadOptions load_options(const Call& call) {
  LoadOptions options;
  options.limits = read_limits(call);
  if (call.has("--lenient")) options.faulty = Faulty::left_out;
  if (call.has("--title")) options.titles = {{"und", call.text("--title")}};
  return options;
}

void say_faulty(const LeftOut& left_out) {
  constexpr std::size_t most_listed = 100;
  if (left_out.records == 0) return;
  std::string text;
  for (std::size_t i = 0; i < std::min(left_out.problems.size(), most_listed); ++i)
    text += describe(left_out.problems[i]) + '\n';
  if (left_out.problems.size() > most_listed)
    text += "… and " + std::to_string(left_out.problems.size() - most_listed) +
            " more; entente validate lists them all\n";
  std::cerr << text << "entente: " << left_out.records
            << (left_out.records == 1 ? " record with errors is" : " records with errors are")
            << " left out (--lenient)\n";
}

}  // namespace entente::tool
