// A graph is loaded from other programs' files without making records of its edges, and from long
// tables by several threads; nothing may show of that. Reading records is the oracle.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <entente/io/load.hpp>
#include <entente/io/vocabulary.hpp>

#include "support/folder.hpp"
#include "support/seed.hpp"
#include "support/snapshot_bytes.hpp"

namespace entente {
namespace {

using test::snapshot_of;
using testing_support::Chance;
using Texts = std::vector<std::string>;

std::string cell_of(Chance& chance, const Texts& texts) {
  return texts[static_cast<std::size_t>(chance.number(0, static_cast<int>(texts.size()) - 1))];
}

/// A table of edges with cells of all sorts; faulty ones, too, if wanted.
std::string edge_table(Chance& chance, int rows, int faults) {
  const bool gephi = chance.one_in(3);
  const bool with_ids = chance.one_in(3);
  std::string text = with_ids ? "Id,from,to,Type,when,start,end,weight,note,,kind\n"
                              : "from,to,Type,when,start,end,weight,note,,kind\n";
  for (int row = 0; row < rows; ++row) {
    if (with_ids) text += (chance.one_in(5) ? "" : "r" + std::to_string(row)) + ",";
    text += cell_of(chance, {"a", "b", "\"c, d\"", "\"e \"\"f\"\"\"", "日本"}) + ",";
    text += cell_of(chance, {"a", "b", "x" + std::to_string(chance.number(1, 40))}) + ",";
    text += gephi ? cell_of(chance, {"Directed", "Undirected", ""})
                  : cell_of(chance, {"signed", " met  with ", "", "sign\"ed"});
    text += "," + cell_of(chance, {"", "", "2014", "2014-05/..", "2010-00-00", "spring", "199X"});
    text += "," + cell_of(chance, {"", "", "2014-01-01", "soon"});
    text += "," + cell_of(chance, {"", "2016-12-31", "2013"});
    text += "," + cell_of(chance, {"1", "2.5", "-3e2", "", chance.one_in(50) ? "007" : "0"});
    text += "," + cell_of(chance, {"", "true", "12345678901234567890", "\"two\nlines\""});
    text += "," + cell_of(chance, {"", "7"});
    text += "," + cell_of(chance, {"", "x"});
    if (faults > 0 && chance.one_in(faults))
      text += cell_of(chance, {",more,cells", "\"x", "\nb,"});
    text += "\n";
  }
  return text;
}

std::string graphml(Chance& chance, int edges) {
  std::string text = R"(<graphml><key id="w" for="edge" attr.name="weight" attr.type="double"/>)"
                     R"(<key id="d" for="edge" attr.name="when" attr.type="string"/>)"
                     R"(<key id="k" for="node" attr.name="kind"><default>person</default></key>)"
                     "<graph edgedefault=\"directed\">";
  for (int node = 0; node < 20; ++node) text += "<node id=\"n" + std::to_string(node) + "\"/>";
  for (int edge = 0; edge < edges; ++edge) {
    text += "<edge source=\"n" + std::to_string(chance.number(0, 19)) + "\" target=\"n" +
            std::to_string(chance.number(0, 19)) + "\"";
    if (chance.one_in(4)) text += " directed=\"false\"";
    text += "><data key=\"w\">" + cell_of(chance, {"1", " 2.5 ", "many"}) + "</data>";
    if (chance.one_in(2)) text += "<data key=\"d\">" + cell_of(chance, {"2014", "x"}) + "</data>";
    text += "</edge>";
  }
  return text + "</graph></graphml>";
}

void expect_same(const std::string& path) {
  const ReadResult read = read_records({path});
  if (has_errors(read.problems)) {
    EXPECT_THROW(static_cast<void>(load_graph(path)), DossierError);
    return;
  }
  const Graph graph = load_graph(path);
  EXPECT_EQ(snapshot_of(graph), snapshot_of(Graph(read.dossier, vocabulary_of(read.dossier))));
}

TEST(LoadedGraph, OfATableIsThatOfItsRecords) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  const test::Folder folder;
  for (int round = 0; round < 100; ++round) {
    const int faults = chance.one_in(4) ? 20 : 0;
    expect_same(folder.write("edges.csv", edge_table(chance, chance.number(1, 30), faults)));
    expect_same(folder.write("edges.graphml", graphml(chance, chance.number(1, 30))));
    if (HasFailure()) return;
  }
}

// More than two pieces of 4 MiB, whose cuts may fall into quoted cells.
TEST(LoadedGraph, OfALongTableIsThatOfItsRecords) {
  Chance chance;
  SCOPED_TRACE(chance.name());
  const test::Folder folder;
  std::string text = edge_table(chance, 200, 0);
  const std::string rows = text.substr(text.find('\n') + 1);
  while (text.size() < (std::size_t{9} << 20U)) text += rows;
  expect_same(folder.write("edges.csv", text));
}

}  // namespace
}  // namespace entente
