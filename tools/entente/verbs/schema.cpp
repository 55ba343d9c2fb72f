#include <entente/io/schema.hpp>

#include "sink.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

Exit run_schema(const Call& call) {
  write(call.output, call.text("--of") == "mapping" ? mapping_schema() : dossier_schema());
  return Exit::answered;
}

}  // namespace

Verb schema_verb() {
  Verb verb;
  verb.name = "schema";
  verb.summary = "the JSON Schema of dossiers or mappings, for editors that complete and check";
  verb.reads = Reads::nothing;
  verb.formats = {Format::json};
  verb.examples = {"entente schema --output dossier.schema.json", "entente schema --of mapping"};
  verb.run_alone = run_schema;
  return verb;
}

}  // namespace entente::tool
