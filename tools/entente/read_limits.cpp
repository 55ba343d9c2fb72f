#include "read_limits.hpp"

#include "terminal/progress.hpp"

namespace entente::tool {

const std::vector<Option>& limit_options() {
  static const std::vector<Option> options = {
      {"--max-depth", "N", "nested lists and objects (512)"},
      {"--max-identifier", "BYTES", "of an id (64 KiB)"},
      {"--max-string", "BYTES", "of a text (64 MiB)"},
      {"--max-input", "BYTES", "of all inputs (2 GiB)"},
      {"--max-edges", "N", "relations (100 million)"},
      {"--max-values", "N", "JSON values in a record (1 million)"},
      {"--stale", "", "accept a snapshot whose sources have changed"},
  };
  return options;
}

ReadLimits read_limits(const Call& call) {
  ReadLimits limits;
  limits.depth = call.count("--max-depth", 1).value_or(limits.depth);
  limits.identifier = call.count("--max-identifier", 1).value_or(limits.identifier);
  limits.string = call.count("--max-string", 1).value_or(limits.string);
  limits.input = call.count("--max-input", 1).value_or(limits.input);
  limits.edges = call.count("--max-edges", 1).value_or(limits.edges);
  limits.values = call.count("--max-values", 1).value_or(limits.values);
  limits.threads = thread_limit(call);
  return limits;
}

}  // namespace entente::tool
