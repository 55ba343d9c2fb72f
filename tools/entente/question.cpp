#include "question.hpp"

#include <entente/io/load.hpp>

#include "read_limits.hpp"

namespace entente::tool {

Question ask(const Call& call) {
  Question question{
      load_graph(call.dossiers, read_limits(call)), call.selection, call.output.languages, {}};
  for (std::string& source : question.selection.sources)
    source = question.id(question.entity(source));
  return question;
}

}  // namespace entente::tool
