// Pattern queries from outside: parsed, and what compiles is run on a small graph within small
// limits.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <entente/query/pattern.hpp>

namespace {

using namespace entente;

const query::Source& fuzzed_source() {
  static const query::Source source = [] {
    PropertyGraph graph;
    for (std::int64_t i = 0; i < 4; ++i)
      graph.nodes.push_back({i,
                             {i % 2 == 0 ? "A" : "B"},
                             {{"name", {std::string(1, static_cast<char>('a' + i))}}, {"n", {i}}}});
    constexpr std::int64_t ends[][2] = {{0, 1}, {0, 1}, {1, 2}, {2, 2}, {2, 3}, {3, 0}};
    for (const auto& end : ends)
      graph.edges.push_back({static_cast<std::int64_t>(graph.edges.size()),
                             graph.edges.size() % 2 == 0 ? "R" : "S",
                             end[0],
                             end[1],
                             {{"w", {1.5}}}});
    return query::Source(std::move(graph));
  }();
  return source;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  try {
    static_cast<void>(query::parameter_from(text));
    for (const std::string& statement : query::statements(text)) {
      const auto prepared = query::prepare(fuzzed_source(), statement);
      static_cast<void>(prepared.explain());
      static_cast<void>(prepared.rewritten());
      query::RunOptions options;
      options.limits = {.memory = 1'000'000, .steps = 10'000};
      options.control.deadline = deadline_in(std::chrono::milliseconds(200));
      static_cast<void>(prepared.run({{"p", query::Value(std::int64_t{1})}}, options));
    }
  } catch (const query::QueryError& error) {
    static_cast<void>(error.json());
  } catch (const LimitReached&) {
  }
  return 0;
}
