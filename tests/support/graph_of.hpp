#pragma once

/// Small dossiers and graphs written as lines of text, for tests.

#include <algorithm>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/io/vocabulary.hpp>

namespace entente::test {

/// `2014/..`, or `[2018..]/` for ends that EDTF's interval syntax cannot hold.
inline When read_when(const std::string& text) {
  return When::from_text(text);
}

inline std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> parts;
  std::istringstream stream(text);
  for (std::string part; std::getline(stream, part, mark);) parts.push_back(part);
  return parts;
}

inline Scalar read_scalar(const std::string& text) {
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  if (digits && text.size() < 4) return std::int64_t{std::stoll(text)};
  return text;
}

/// `name=日本` adds a name (`ja:日本` with its language), `when=…` the lifespan, `code` aside
/// everything else is an attribute; numbers of up to three digits are integers.
inline void read_entity_word(const std::string& word, Entity& entity) {
  const std::size_t mark = word.find('=');
  const std::string key = word.substr(0, mark);
  const std::string value = word.substr(mark + 1);
  if (key == "when") {
    entity.when = read_when(value);
  } else if (key == "name") {
    const std::size_t colon = value.find(':');
    const std::string language = colon == std::string::npos ? "en" : value.substr(0, colon);
    std::string name = value.substr(colon == std::string::npos ? 0 : colon + 1);
    std::replace(name.begin(), name.end(), '_', ' ');
    const auto same = [&](const LanguageNames& names) { return names.language == language; };
    const auto group = std::find_if(entity.names.begin(), entity.names.end(), same);
    if (group == entity.names.end())
      entity.names.push_back({language, {name}});
    else
      group->names.push_back(name);
  } else {
    entity.attributes.emplace_back(key, read_scalar(value));
  }
}

/// `when=…`, a modality, `by=doc-1§2@agency,doc-2~2014` (sources with locator, who asserts, and
/// date); everything else is an attribute.
inline void read_relation_word(const std::string& word, Relation& relation) {
  const std::size_t mark = word.find('=');
  const std::string key = word.substr(0, mark);
  const std::string value = mark == std::string::npos ? "" : word.substr(mark + 1);
  if (key == "when") {
    relation.when = read_when(value);
  } else if (mark == std::string::npos) {
    relation.modality = modality_from(word).value();
  } else if (key == "by") {
    for (const std::string& part : split(value, ',')) {
      const auto dated = split(part, '~');
      const auto asserted = split(dated[0], '@');
      const std::size_t section = asserted[0].find("§");
      Evidence evidence{asserted[0].substr(0, section)};
      if (section != std::string::npos) evidence.at = asserted[0].substr(section);
      if (asserted.size() > 1) evidence.asserted_by = asserted[1];
      if (dated.size() > 1) evidence.when = read_when(dated[1]);
      relation.evidence.push_back(evidence);
    }
  } else {
    relation.attributes.emplace_back(key, read_scalar(value));
  }
}

/// One record a line, in words apart by spaces; `#` begins a comment:
///
///     country japan name=ja:日本 when=1947/..
///     r1: japan party_to treaty when=2014-05-06/.. plan by=doc-1§2.1
///
/// A relation without an id is called r01, r02 … by its place among the relations.
inline Dossier dossier_of(std::string_view lines) {
  const Vocabulary vocabulary = builtin_vocabulary();
  Dossier dossier;
  dossier.titles = {{"en", "Test"}};
  std::istringstream text{std::string(lines)};
  for (std::string line; std::getline(text, line);) {
    std::istringstream stream(line.substr(0, line.find('#')));
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    if (words.empty()) continue;
    if (vocabulary.find_kind(words[0]) != nullptr) {
      Entity entity{words.at(1), words[0]};
      for (std::size_t i = 2; i < words.size(); ++i) read_entity_word(words[i], entity);
      dossier.entities.push_back(entity);
      continue;
    }
    const std::string number = std::to_string(dossier.relations.size() + 1);
    std::string id = "r" + std::string(number.size() < 2 ? "0" : "") + number;
    if (words[0].back() == ':') {
      id = words[0].substr(0, words[0].size() - 1);
      words.erase(words.begin());
    }
    Relation relation{id, words.at(1), words.at(0), words.at(2)};
    for (std::size_t i = 3; i < words.size(); ++i) read_relation_word(words[i], relation);
    dossier.relations.push_back(relation);
  }
  return dossier;
}

inline Graph graph_of(std::string_view lines) {
  return Graph(dossier_of(lines), builtin_vocabulary());
}

/// Ids of relations or entities, in the order given.
template <class Records>
std::vector<std::string> ids(const Graph& graph, const Records& records) {
  std::vector<std::string> found;
  for (const auto record : records) found.emplace_back(graph.id(record));
  return found;
}

/// `r01`, or `r01?` for one that only may be in the selection, with `~` if the verdict is
/// qualified.
inline std::vector<std::string> selected(const Graph& graph, const Selection& selection) {
  std::vector<std::string> found;
  for (const SelectedRelation& kept : graph.facts(selection).relations)
    found.push_back(std::string(graph.id(kept.relation)) +
                    (kept.verdict == Verdict::maybe ? "?" : "") + (kept.qualified ? "~" : ""));
  return found;
}

/// `r01`, or `r01 no-end-reported` for one that only may be in the selection; `r01 presumed`.
inline std::vector<std::string> explained(const Graph& graph, const Selection& selection) {
  std::vector<std::string> found;
  for (const SelectedRelation& kept : graph.facts(selection).relations) {
    found.emplace_back(graph.id(kept.relation));
    if (kept.verdict == Verdict::maybe) found.back().append(" ").append(to_string(kept.why));
    if (kept.presumed) found.back() += " presumed";
  }
  return found;
}

}  // namespace entente::test
