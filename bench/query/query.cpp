// Pattern queries of the library: processor time of a run, the best of several, after preparing.

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>

#include <nlohmann/json.hpp>

#include <entente/entente.hpp>

namespace {

using entente::query::Source;

double processor_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

nlohmann::json measured(const Source& source, const std::string& text, int times) {
  const auto prepared = entente::query::prepare(source, text);
  double best = 0;
  std::int64_t answer = 0;
  for (int i = 0; i <= times; ++i) {
    const double begin = processor_ms();
    const auto result = prepared.run();
    const double took = processor_ms() - begin;
    answer = *result.rows.at(0).at(0).integer();
    best = i == 0 ? took : std::min(best, took);
  }
  return {{"ms", best}, {"answer", answer}};
}

}  // namespace

// usage: bench_query FOLDER QUESTIONS [TIMES]: {"row": {"ms", "answer"}} on standard output.
int main(int argc, char** argv) {
  if (argc < 3) return 64;
  const std::string folder = argv[1];
  const int times = argc > 3 ? std::stoi(argv[3]) : 5;
  std::ifstream file(argv[2]);
  const auto questions = nlohmann::json::parse(file);
  const Source social(entente::read_property_graph(folder + "/social.json"));
  const Source dated(entente::load_graph(folder + "/dated.json"));
  nlohmann::json results;
  for (const auto& [row, question] : questions.items())
    results[row] =
        measured(question["graph"] == "social" ? social : dated, question["query"], times);
  std::cout << results.dump() << '\n';
}
