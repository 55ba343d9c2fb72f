// Pattern queries from a program: prepared once, run with parameters and a period, row by row.
#include <iostream>

#include <entente/entente.hpp>

int main(int argc, char** argv) try {
  const entente::Graph graph = entente::load_graph(argc > 1 ? argv[1] : "data/japan-nato");
  const entente::query::Source source(graph);

  const auto shared = entente::query::prepare(source, R"(
      MATCH (c {name: $country})-[r:party_to]->(a:agreement)
      RETURN a.name AS agreement, r.when AS since
      ORDER BY agreement)");
  entente::query::RunOptions options;
  options.selection.as_of = "2019";
  shared.run({{"country", entente::query::Value("日本")}}, options,
             [](const auto& row, const entente::query::Certainty& certainty) {
               std::cout << *row[0].text() << ", " << row[1].date()->text() << ", "
                         << (certainty.verdict == entente::Verdict::yes
                                 ? "certain"
                                 : std::string(to_string(certainty.why)))
                         << '\n';
               return true;
             });

  const auto result = entente::query::prepare(source, R"(
      MATCH p = ANY SHORTEST (a {name: '尹锡悦'})-[*]-(b {name: 'Emmanuel Macron'})
      RETURN length(p) AS hops)")
                          .run();
  std::cout << *result.rows.at(0).at(0).integer() << " hops\n";

  try {
    static_cast<void>(entente::query::prepare(source, "MATCH (c:country) RETRUN c"));
  } catch (const entente::query::QueryError& error) {
    std::cout << error.fault().code << " at column " << error.fault().column << ": "
              << error.fault().hint << '\n';
  }
} catch (const entente::Error& error) {
  std::cerr << error.what() << '\n';
  return error.exit_code();
}
