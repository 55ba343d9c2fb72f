// Each verb's function with parameters that name nothing: an answer, or an error that says what is
// wanted; of a graph with entities and of one without.

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <entente/entente.hpp>

#include "support/graph_of.hpp"

namespace entente::answers {
namespace {

/// Everything that is told of an answer.
std::string told(const Answer& answer) {
  return to_json(answer) + to_json_lines(answer) + to_text(answer) + to_markdown(answer);
}

using Asked = std::function<std::string(const Question&)>;

std::vector<std::pair<std::string, Asked>> verbs() {
  return {{"balance", [](const Question& q) { return told(balance(q)); }},
          {"bridges", [](const Question& q) { return told(bridges(q)); }},
          {"census", [](const Question& q) { return told(census(q)); }},
          {"common", [](const Question& q) { return told(common(q, {})); }},
          {"common of \"\"", [](const Question& q) { return told(common(q, {{""}})); }},
          {"components", [](const Question& q) { return told(components(q)); }},
          {"cut vertices", [](const Question& q) { return told(cut_vertices(q)); }},
          {"diff", [](const Question& q) { return told(diff(q, DiffParameters{})); }},
          {"diff of records", [](const Question& q) { return told(diff(q, q)); }},
          {"ego", [](const Question& q) { return told(ego(q, {})); }},
          {"find", [](const Question& q) { return told(find(q, {})); }},
          {"groups", [](const Question& q) { return told(groups(q)); }},
          {"info", [](const Question& q) { return told(info(q)); }},
          {"lineage", [](const Question& q) { return told(lineage(q, {})); }},
          {"mixing", [](const Question& q) { return told(mixing_of_kinds(q)); }},
          {"neighbors", [](const Question& q) { return told(neighbors(q, {})); }},
          {"path", [](const Question& q) { return told(path(q, {})); }},
          {"rank", [](const Question& q) { return told(rank(q)); }},
          {"series", [](const Question& q) { return told(series(q)); }},
          {"show", [](const Question& q) { return told(show(q, {})); }},
          {"timeline", [](const Question& q) { return told(timeline(q)); }}};
}

TEST(EmptyParameters, AreAnsweredOrRefused) {
  for (const char* lines : {"", "country a\ncountry b\nr: a partner_of b when=2014"})
    for (const auto& [name, ask] : verbs()) {
      try {
        EXPECT_NE(ask({.graph = test::graph_of(lines)}), "") << name;
      } catch (const InvalidArgument& error) {
        EXPECT_FALSE(error.code().empty()) << name;
      }
    }
}

}  // namespace
}  // namespace entente::answers
