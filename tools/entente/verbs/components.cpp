#include <entente/answer/components.hpp>

#include "allow_one_of.hpp"
#include "print.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

using answers::Part;

/// Strong components are of directed relations: without a direction asked for, as they run.
Question with_direction(const Call& call, Question question) {
  if (call.has("--strong") && !call.has("--direction"))
    question.selection.direction = Direction::out;
  return question;
}

Exit run_components(const Call& call, const Question& question) {
  allow_one_of(call, {"--strong", "--biconnected", "--bridges", "--cut-vertices"});
  const answers::ComponentsParameters parameters{
      .part = call.has("--strong")        ? Part::strong
              : call.has("--biconnected") ? Part::biconnected
                                          : Part::connected,
      .parallels = call.has("--multi") ? Parallels::kept : Parallels::merged};
  if (call.has("--bridges")) return print(answers::bridges(question, parameters), call);
  if (call.has("--cut-vertices")) return print(answers::cut_vertices(question, parameters), call);
  return print(answers::components(with_direction(call, question), parameters), call);
}

}  // namespace

Verb components_verb() {
  Verb verb;
  verb.name = "components";
  verb.summary = "the parts that hang together, and what holds them together";
  verb.formats = fact_formats();
  verb.examples = {"entente components data/japan-nato --type met_with",
                   "entente components data/japan-nato --cut-vertices --kind country,agreement"};
  verb.run = run_components;
  return verb;
}

}  // namespace entente::tool
