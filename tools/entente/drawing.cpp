#include "drawing.hpp"

#include <sstream>

#include <entente/answer/extract.hpp>
#include <entente/io/dossier_writer.hpp>
#include <entente/render/dot.hpp>

#include "say.hpp"

namespace entente::tool {

std::string drawn(const Question& question, const SelectedFacts& facts) {
  return to_dot(
      diagram(question.graph, facts, question.selection, {.languages = question.languages}));
}

std::string as_dossier(const Question& question, const SelectedFacts& facts) {
  const answers::Extract extract = answers::extract_of(question, facts);
  for (const std::string& relation : extract.other_ends)
    say_remark("asked by itself, the end of " + relation + " is inferred otherwise");
  std::ostringstream text;
  write_json(text, extract.dossier);
  return text.str();
}

}  // namespace entente::tool
