#include <entente/io/schema.hpp>

#include "sink.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

Exit run_schema(const Call& call) {
  write(call.output, dossier_schema());
  return Exit::answered;
}

}  // namespace

Verb schema_verb() {
  return {.name = "schema",
          .summary = "the JSON Schema of dossiers, for editors that complete and check",
          .reads = Reads::nothing,
          .formats = {Format::json},
          .examples = {"entente schema --output dossier.schema.json", "entente schema"},
          .run = run_schema};
}

}  // namespace entente::tool
