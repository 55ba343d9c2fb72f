#include <sstream>

#include <entente/io/vocabulary.hpp>

#include "answer.hpp"
#include "question.hpp"
#include "sink.hpp"
#include "verbs.hpp"

namespace entente::tool {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

Table table_of(const Vocabulary& vocabulary, const std::vector<std::string>& languages) {
  Table table{{{"type"}, {"from"}, {""}, {"to"}, {"reading"}, {"words"}, {"inverse"}}, {}};
  for (const RelationType& type : vocabulary.types())
    table.rows.push_back(
        {type.id, joined(type.from), type.symmetry == Symmetry::symmetric ? "↔" : "→",
         joined(type.to), std::string(to_string(type.reading)),
         std::string(label(type.forward, languages)), std::string(label(type.inverse, languages))});
  return table;
}

Exit run_vocabulary(const Call& call) {
  const Vocabulary vocabulary =
      call.dossiers.empty() ? builtin_vocabulary() : open_dossiers(call).vocabulary();
  if (call.output.format == Format::json) {
    std::ostringstream text;
    write_vocabulary(text, vocabulary);
    write(call.output, text.str());
    return Exit::answered;
  }
  return print(
      {.table = [&](Answer::Reader) { return table_of(vocabulary, {call.output.languages}); }},
      call);
}

}  // namespace

Verb vocabulary_verb() {
  Verb verb;
  verb.name = "vocabulary";
  verb.summary = "the kinds of entities and types of relations, built in or of a dossier";
  verb.reads = Reads::dossier_or_nothing;
  verb.formats = {Format::json, Format::table, Format::csv, Format::tsv, Format::markdown};
  verb.examples = {"entente vocabulary --format table",
                   "entente vocabulary data/japan-nato --output vocabulary.json"};
  verb.run = run_vocabulary;
  return verb;
}

}  // namespace entente::tool
