// A table of edges, read as one would without a library: std::getline, the cells of a line, a
// number for each name, the edges of each. Dates stay texts, and nothing is checked.

#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

struct Edge {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  std::string type = {};
  std::string when = {};
  double weight = 0;
};

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::fprintf(stderr, "usage: bench_getline CSV\n");
    return 64;
  }
  std::ifstream in(words[1]);
  std::unordered_map<std::string, std::uint32_t> numbers;
  std::vector<Edge> edges;
  std::vector<std::vector<std::uint32_t>> incident;
  const auto number_of = [&](const std::string& name) {
    const auto [known, added] = numbers.emplace(name, static_cast<std::uint32_t>(numbers.size()));
    if (added) incident.emplace_back();
    return known->second;
  };
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    std::istringstream row(line);
    std::array<std::string, 5> cells;  // from, to, type, when, weight
    for (std::string& cell : cells) std::getline(row, cell, ',');
    const auto number = static_cast<std::uint32_t>(edges.size());
    edges.push_back(
        {number_of(cells[0]), number_of(cells[1]), cells[2], cells[3], std::stod(cells[4])});
    incident[edges.back().from].push_back(number);
    incident[edges.back().to].push_back(number);
  }
  std::printf("%zu\n", edges.size());
  return 0;
}
