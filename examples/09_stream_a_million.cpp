// Write relations one by one as JSON Lines, as many as you like, and load them as a graph.
// usage: 09_stream_a_million [RELATIONS [FILE]]

#include <cstdio>
#include <fstream>
#include <iostream>

#include <entente/entente.hpp>

namespace {

constexpr std::uint64_t entities_per_relation = 10;  // a tenth as many entities as relations

std::string member(std::uint64_t number) {
  return "member-" + std::to_string(number);
}

/// Numbers that look random and are the same everywhere.
std::uint64_t scattered(std::uint64_t& state) {
  state = state * 6364136223846793005U + 1442695040888963407U;
  return state >> 33U;
}

/// A line of JSON Lines holds one record.
void write_line(std::ostream& out, const entente::Entity& entity) {
  out << R"({"entity":)" << entente::to_json(entity) << "}\n";
}
void write_line(std::ostream& out, const entente::Relation& relation) {
  out << R"({"relation":)" << entente::to_json(relation) << "}\n";
}

void write_dossier(std::ostream& out, std::uint64_t relations) {
  const std::uint64_t entities = relations / entities_per_relation + 2;
  out << R"({"dossier":{"format":"entente/1"}})" << '\n';
  for (std::uint64_t i = 0; i < entities; ++i)
    write_line(out, entente::Entity{.id = member(i), .kind = "country"});
  write_line(out, entente::Entity{.id = "register", .kind = "document"});
  std::uint64_t state = 1;
  for (std::uint64_t i = 0; i < relations; ++i) {
    const std::uint64_t from = scattered(state) % entities;
    const std::uint64_t to = (from + 1 + scattered(state) % (entities - 1)) % entities;
    const std::string year = std::to_string(1950 + scattered(state) % 70);
    write_line(out, entente::Relation{.id = "tie-" + std::to_string(i),
                                      .type = "cooperates_with",
                                      .from = member(from),
                                      .to = member(to),
                                      .when = entente::When::parse(year + "/"),
                                      .evidence = {{.source = "register"}}});
  }
}

}  // namespace

int main(int argc, char** argv) try {
  const std::uint64_t relations = argc > 1 ? std::stoull(argv[1]) : 1'000'000;
  const std::string file = argc > 2 ? argv[2] : "million.jsonl";
  {
    std::ofstream out(file);
    write_dossier(out, relations);
    if (!out.flush()) throw std::runtime_error("cannot write " + file);
  }
  const entente::Graph graph = entente::load_graph(file);
  std::remove(file.c_str());
  std::cout << graph.relation_count() << " relations among " << graph.entity_count()
            << " entities\n";

  const entente::Network network = graph.select({.as_of = "1980"});
  std::cout << network.edge_count() << " ties possible in 1980\n";
  for (const auto& [entity, score] : entente::degree(network).top(3))
    std::cout << graph.id(entity) << '\t' << score << '\n';
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
