#include <sstream>

#include <entente/answer/vocabulary.hpp>
#include <entente/io/vocabulary.hpp>

#include "print.hpp"
#include "question.hpp"
#include "sink.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

Exit run_vocabulary(const Call& call) {
  const Vocabulary vocabulary =
      call.dossiers.empty() ? builtin_vocabulary() : open_dossiers(call).graph.vocabulary();
  if (call.output.format == Format::json) {
    std::ostringstream text;
    write_vocabulary(text, vocabulary);
    write(call.output, text.str());
    return Exit::answered;
  }
  return print(answers::vocabulary_table(vocabulary, call.output.languages), call);
}

}  // namespace

Verb vocabulary_verb() {
  Verb verb;
  verb.name = "vocabulary";
  verb.summary = "the kinds of entities and types of relations, built in or of a dossier";
  verb.reads = Reads::dossier_or_nothing;
  verb.formats = {Format::json, Format::table,    Format::csv,
                  Format::tsv,  Format::markdown, Format::html};
  verb.examples = {"entente vocabulary --format table",
                   "entente vocabulary data/japan-nato --output vocabulary.json"};
  verb.run_alone = run_vocabulary;
  return verb;
}

}  // namespace entente::tool
