// Values and functions that a program hands to queries.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include <entente/error.hpp>
#include <entente/facts/graph.hpp>
#include <entente/query/pattern.hpp>

#include "support/code_of.hpp"
#include "support/graph_of.hpp"

namespace entente::query {
namespace {

using test::code_of;

// a ─ b
Graph two() {
  return test::graph_of("country a\ncountry b\nr: a partner_of b when=2014");
}

TEST(GivenNumbers, OfNodesAndEdgesAreOfTheGraph) {
  const Source source(two());
  EXPECT_EQ(source.labels(Node(1)).front(), "country");
  EXPECT_EQ(source.type(Edge(0)), "partner_of");
  for (const Node wrong : {Node(2), Node(99999)}) {
    EXPECT_EQ(code_of([&] { (void)source.labels(wrong); }), "out-of-range");
    EXPECT_EQ(code_of([&] { (void)source.id(wrong); }), "out-of-range");
    EXPECT_EQ(code_of([&] { (void)source.properties(wrong); }), "out-of-range");
  }
  EXPECT_EQ(code_of([&] { (void)source.id(Edge(1)); }), "out-of-range");
  EXPECT_EQ(code_of([&] { (void)source.type(Edge(1)); }), "out-of-range");
  EXPECT_EQ(code_of([&] { (void)source.from(Edge(1)); }), "out-of-range");
  EXPECT_EQ(code_of([&] { (void)source.to(Edge(1)); }), "out-of-range");
  EXPECT_EQ(code_of([&] { (void)source.properties(Edge(1)); }), "out-of-range");
}

TEST(GivenParameters, AreOfTheGraph) {
  const Prepared asked = prepare(two(), "RETURN $x");
  const auto code = [&](Value value) {
    return code_of([&] { (void)asked.run({{"x", std::move(value)}}); });
  };
  EXPECT_EQ(code(Value(Edge(0))), "");
  EXPECT_EQ(code(Value(Edge(99999))), "out-of-range");
  EXPECT_EQ(code(Value(List{Value(Node(2))})), "out-of-range");
  EXPECT_EQ(code(Value(Map{{"k", Value(Node(2))}})), "out-of-range");
  EXPECT_EQ(code(Value(Walk{{Node(1), Node(0)}, {Edge(0)}})), "");
  EXPECT_EQ(code(Value(Walk{{Node(2)}, {}})), "out-of-range");
  EXPECT_EQ(code(Value(Walk{{Node(0)}, {Edge(0), Edge(0)}})), "bad-path");
  EXPECT_EQ(code(Value(Walk{{Node(0), Node(0)}, {Edge(0)}})), "bad-path");
  EXPECT_EQ(code(Value(Walk{})), "bad-path");
}

TEST(GivenFunctions, ThatTakeRowsAreThere) {
  const Prepared asked = prepare(two(), "RETURN 1");
  EXPECT_EQ(code_of([&] { (void)asked.run({}, {}, TakeRow()); }), "no-function");
}

TEST(Prepared, MayBeAskedAfterItWasMovedAway) {
  Source source(two());
  const Source other = std::move(source);
  EXPECT_EQ(source.type(Edge(0)), "partner_of");  // NOLINT: what is asked here
  Prepared asked = prepare(other, "RETURN 1");
  const Prepared taken = std::move(asked);
  EXPECT_EQ(asked.run().rows.size(), 1U);  // NOLINT: what is asked here
}

TEST(Values, LieInEachOtherUpToALimit) {
  Value deep;
  for (std::size_t i = 0; i < Value::greatest_depth; ++i) deep = Value(List{deep});
  EXPECT_TRUE(same(deep, deep));
  EXPECT_EQ(hash_of(deep), hash_of(deep));
  EXPECT_EQ(code_of([&] { (void)Value(List{Value(std::int64_t{1}), deep}); }), "value-depth");
  EXPECT_EQ(code_of([&] { (void)Value(Map{{"k", deep}}); }), "value-depth");
}

}  // namespace
}  // namespace entente::query
