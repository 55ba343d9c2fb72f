#include "words/source_words.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "words/sentence_words.hpp"
#include "words/short_dates.hpp"
#include "words/wording.hpp"

namespace entente {
namespace {

/// A document and its places, each once.
using Cited = std::pair<std::string_view, std::vector<std::string>>;

/// "p. 3 (asserted by Yonhap News Agency, dated 12 Jul 2023)", or "" of a whole document.
std::string place_of(const Graph& graph, const Evidence& piece, const SentenceVoice& voice,
                     const LanguagePreference& languages) {
  std::string said;
  if (!piece.asserted_by.empty()) {
    const auto who = graph.entity(piece.asserted_by);
    said = voice.filled(SentenceWord::asserted_by,
                        {who ? graph.name(*who, languages) : piece.asserted_by});
  }
  if (piece.when) {
    if (!said.empty()) said += comma_of(voice.language());
    said +=
        voice.filled(SentenceWord::dated, {short_date(*piece.when, DateDetail::full, languages)});
  }
  if (said.empty()) return piece.at;
  const bool han = is_written_in_han(voice.language());
  const std::string bracketed = (han ? "\uFF08" : "(") + said + (han ? "\uFF09" : ")");
  return piece.at.empty() || han ? piece.at + bracketed : piece.at + " " + bracketed;
}

}  // namespace

std::string sources_in_words(const Graph& graph, std::span<const Evidence> evidence,
                             const std::function<std::string(std::string_view)>& called,
                             const LanguagePreference& languages) {
  const SentenceVoice voice(languages);
  std::vector<Cited> documents;
  for (const Evidence& piece : evidence) {
    auto known = std::ranges::find(documents, std::string_view(piece.source), &Cited::first);
    if (known == documents.end()) known = documents.insert(known, {piece.source, {}});
    std::string place = place_of(graph, piece, voice, languages);
    if (!place.empty() && std::ranges::find(known->second, place) == known->second.end())
      known->second.push_back(std::move(place));
  }
  std::string text;
  for (const auto& [document, places] : documents) {
    text += (text.empty() ? "" : "; ") + called(document);
    for (std::size_t i = 0; i < places.size(); ++i) text += (i == 0 ? " " : ", ") + places[i];
  }
  return text;
}

}  // namespace entente
