#include "support/answers.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace entente::verify {

namespace {

double number(std::istringstream& line) {
  std::string word;
  line >> word;
  return std::stod(word);  // also reads "nan", which operator>> does not
}

EntityId entity(std::istringstream& line) {
  std::uint32_t i = 0;
  line >> i;
  return EntityId(i);
}

void read_line(const std::string& text, Answers& answers) {
  std::istringstream line(text);
  std::string word;
  std::string measure;
  line >> word;
  if (word == "graph") {
    line >> measure >> answers.graph.entities;
    answers.graph.directedness =
        measure == "directed" ? Directedness::directed : Directedness::undirected;
  } else if (word == "edge") {
    const EntityId from = entity(line);
    const EntityId to = entity(line);
    answers.graph.edges.push_back({from, to, number(line)});
  } else if (line >> measure; word == "vertex") {
    auto& values = answers.vertices[measure];
    for (std::size_t i = 0; i < answers.graph.entities; ++i) values.push_back(number(line));
  } else if (word == "number") {
    answers.numbers[measure] = number(line);
  } else if (word == "edges") {
    const EntityId from = entity(line);
    const EntityId to = entity(line);
    answers.edges[measure].push_back({index(from), index(to), number(line)});
  } else {
    throw std::runtime_error("a line of answers begins with " + word);
  }
}

}  // namespace

std::vector<Answers> all_answers() {
  const std::filesystem::path folder = ENTENTE_SOURCE_DIR "/tests/golden/algorithm";
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    files.push_back(file.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<Answers> all;
  for (const auto& file : files) {
    Answers& answers = all.emplace_back();
    answers.name = file.stem().string();
    std::ifstream in(file);
    for (std::string text; std::getline(in, text);) read_line(text, answers);
  }
  if (all.empty()) throw std::runtime_error("no answers in " + folder.string());
  return all;
}

}  // namespace entente::verify
