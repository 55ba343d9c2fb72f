#pragma once

/// A small dossier in which every option shows.

#include <cstddef>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "cli/tool.hpp"

namespace entente::test {

using Words = std::vector<std::string>;

/// Countries a to h in a ring with chords and parallel ties of several weights, types and times;
/// two organisations, treaties that succeed each other, a document.
inline std::string ring_dossier() {
  std::string entities;
  for (const char c : std::string("abcdefghp"))
    entities += std::string(R"({"id": ")") + c + R"(", "kind": "country", "names": {"en": [")" +
                (c == 'a'   ? "Alpha"
                 : c == 'b' ? "Alto"
                            : std::string(1, c)) +
                R"("], "ja": ["国)" + c + "\"]}},\n";
  std::string relations;
  std::size_t number = 0;
  const auto tie = [&](char from, const std::string& to, const std::string& type,
                       const std::string& more) {
    relations += R"({"id": "r)" + std::to_string(++number) + R"(", "type": ")" + type +
                 R"(", "from": ")" + from + R"(", "to": ")" + to + "\"" + more + "},\n";
  };
  const std::string cited = R"(, "evidence": [{"source": "doc", "at": "p1"}])";
  const auto when = [](const std::string& edtf, int weight) {
    return R"(, "when": ")" + edtf + R"(", "attributes": {"w": )" + std::to_string(weight) + "}";
  };
  const std::string ring = "abcdefgha";
  for (std::size_t i = 0; i + 1 < ring.size(); ++i)
    tie(ring[i], ring.substr(i + 1, 1), i % 2 == 0 ? "cooperates_with" : "assists",
        when("200" + std::to_string(i) + "/201" + std::to_string(i), static_cast<int>(i) + 1) +
            cited);
  tie('a', "b", "assists", when("2001/2009", 9));
  tie('a', "c", "assists", when("2003/..", 1));
  tie('a', "d", "in_conflict_with", when("2004", 1) + R"(, "modality": "claim")");
  tie('b', "e", "cooperates_with", when("2005/", 20) + cited);
  tie('c', "g", "cooperates_with", when("2002/2004", 2));
  tie('c', "a", "cooperates_with", when("2001/2014", 2));
  tie('c', "b", "cooperates_with", when("2001/2014", 2));
  tie('p', "a", "cooperates_with", when("2001/2014", 2));
  tie('p', "a", "assists", when("2001/2014", 2));
  for (const char c : std::string("abc")) tie(c, "o", "member_of", when("2001/..", 2) + cited);
  for (const char c : std::string("ade")) tie(c, "o2", "member_of", when("2003/2008", 3));
  for (const char c : std::string("abf")) {
    tie(c, "treaty-1", "party_to", when("2002/", 1) + cited);
    tie(c, "treaty-2", "party_to", when("2006/..", 1));
  }
  relations +=
      R"({"id": "s1", "type": "supersedes", "from": "treaty-2", "to": "treaty-1", "when": "2006"})";
  return R"({"format": "entente/1", "title": {"en": "Ring", "ja": "環"}, "vocabulary": "diplomacy",
"entities": [)" +
         entities + R"({"id": "o", "kind": "organisation"}, {"id": "o2", "kind": "organisation"},
{"id": "alone", "kind": "country", "names": {"en": ["Alone"]}},
{"id": "treaty-1", "kind": "agreement", "when": "2002"}, {"id": "treaty-2", "kind": "agreement", "when": "2006"},
{"id": "doc", "kind": "document", "attributes": {"published": "2010-01-01"}}],
"relations": [)" +
         relations + "]}";
}

class Ring : public testing::Test {
 protected:
  void SetUp() override {
    folder_.write("ring.json", ring_dossier());
    folder_.write("style.json", R"({"background": "#ff0000"})");
    folder_.write("story.json", R"({"one": {"show": "focus=a", "text": "Who is tied to a"}})");
  }

  [[nodiscard]] Outcome run(const Words& words) const {
    return run_tool(words, {.folder = folder_.path()});
  }

  Folder folder_;
};

}  // namespace entente::test
