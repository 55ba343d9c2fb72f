#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/io/merge.hpp>
#include <entente/io/vocabulary.hpp>
#include <entente/model/problem.hpp>

#include "io/uniting.hpp"

namespace entente {
namespace {

template <class Record>
void append(std::vector<Record>& to, std::vector<Record>& from, std::uint32_t files) {
  for (Record& record : from) record.place.file += files;
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

Dossier merge(Dossier first, Dossier second) {
  // Records made by a program stand in no file, but their dossier is named in messages.
  if (first.files.empty()) first.files.emplace_back("the first dossier");
  if (second.files.empty()) second.files.emplace_back("the second dossier");
  const auto files = static_cast<std::uint32_t>(first.files.size());
  first.files.insert(first.files.end(), second.files.begin(), second.files.end());
  append(first.entities, second.entities, files);
  append(first.relations, second.relations, files);
  if (first.titles.empty()) first.titles = std::move(second.titles);
  if (first.foreign.empty()) first.foreign = std::move(second.foreign);
  if (first.folder.empty()) first.folder = std::move(second.folder);
  first.vocabulary_places.clear();
  first.vocabulary_tokens.clear();
  for (std::string& name : second.vocabularies)
    if (std::find(first.vocabularies.begin(), first.vocabularies.end(), name) ==
        first.vocabularies.end())
      first.vocabularies.push_back(std::move(name));
  const Vocabulary vocabulary = vocabulary_of(first);
  const Meanings meanings{[&](std::string_view type) {
                            const RelationType* found = vocabulary.find_type(type);
                            return found != nullptr && found->symmetry == Symmetry::symmetric;
                          },
                          [&](std::string_view kind) { return vocabulary.is_a(kind, "document"); }};
  std::vector<Problem> problems;
  unite_records(first, Unites::all, meanings, problems);
  if (has_errors(problems)) throw DossierError(std::move(problems));
  return first;
}

}  // namespace entente
