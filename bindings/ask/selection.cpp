#include <optional>

#include "ask/words_reader.hpp"

namespace entente::bindings {

Selection selection_of(const Words& words) {
  WordsReader read(words);
  Selection selection;
  selection.as_of = read.text("as_of");
  selection.during = read.text("during");
  selection.throughout = read.text("throughout");
  selection.known_at = read.text("known_at");
  selection.observed_through = read.text("observed_through");
  selection.attested_within = read.text("attested_within");
  selection.types = read.list("type");
  selection.kinds = read.list("kind");
  selection.sources = read.list("source");
  for (const std::string& name : read.list("modality")) {
    const std::optional<Modality> modality = modality_from(name);
    if (!modality)
      throw InvalidArgument("bad-option-value", "there is no modality '" + name +
                                                    "'; there are: fact, plan, expectation, claim, "
                                                    "derived");
    selection.modalities.push_back(*modality);
  }
  selection.direction = read.choice<Direction>(
      "direction", {{"both", Direction::both}, {"out", Direction::out}, {"in", Direction::in}});
  if (read.flag("certain")) selection.keep = Keep::certain_only;
  if (read.flag("undated")) selection.undated = Undated::listed;
  if (read.flag("isolated")) selection.isolated = Isolated::always;
  if (read.flag("presume_lasting")) selection.presume_lasting = Lasting::presumed;
  if (read.flag("no_inference")) selection.inference = Inference::off;
  read.end("a selection");
  return selection;
}

}  // namespace entente::bindings
