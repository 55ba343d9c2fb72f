#include "io/formats/own/relation_phrases.hpp"

#include <utility>

#include <entente/error.hpp>
#include <entente/io/vocabulary.hpp>

#include "io/formats/own/visible_text.hpp"

namespace entente {

bool RelationPhrases::is_of(std::string_view label, const std::string& type) {
  if (is_shown_as(label, type)) return true;
  load();
  const auto found = types_.find(folded_label(label));
  return found != types_.end() && found->second.contains(type);
}

bool RelationPhrases::is_known(std::string_view label) {
  load();
  return !readable_ || types_.contains(folded_label(label));
}

void RelationPhrases::load() {
  if (std::exchange(loaded_, true)) return;
  try {
    const Vocabulary vocabulary = vocabulary_of(reading_.dossier());
    for (const RelationType& type : vocabulary.types())
      for (const auto& [language, phrase] : type.forward)
        types_[folded_label(phrase)].insert(type.id);
  } catch (const std::exception&) {
    readable_ = false;  // which those say who check the records
  }
}

}  // namespace entente
