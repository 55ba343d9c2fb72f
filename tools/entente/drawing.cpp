#include "drawing.hpp"

#include <sstream>

#include <entente/answer/extract.hpp>
#include <entente/io/dossier_writer.hpp>
#include <entente/render/dot.hpp>

namespace entente::tool {

std::string drawn(const Question& question, const SelectedFacts& facts) {
  return to_dot(
      diagram(question.graph, facts, question.selection, {.languages = question.languages}));
}

std::string as_dossier(const Question& question, const SelectedFacts& facts) {
  std::ostringstream text;
  write_json(text, answers::dossier_of(question, facts));
  return text.str();
}

}  // namespace entente::tool
