#include "query/pattern/work.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace entente::query {

std::string Work::place(Span where) const {
  std::string pattern(text_.substr(where.begin, where.end - where.begin));
  constexpr std::size_t most_shown = 200;
  if (pattern.size() > most_shown) pattern = pattern.substr(0, most_shown) + "…";
  return pattern.empty() ? "the query" : pattern;
}

void Work::look() const {
  const RunControl& control = options_.control;
  if (control.stop && control.stop->load(std::memory_order_relaxed)) throw Interrupted();
  if (control.deadline && std::chrono::steady_clock::now() > *control.deadline)
    throw LimitReached("time-out", fmt::format("the time is up in {}\n"
                                               "give more by --timeout SECONDS, or name types, "
                                               "labels and bounds that narrow the pattern",
                                               place(walk_.end > 0 ? walk_ : rows_)));
}

void Work::refuse_steps() const {
  throw LimitReached("query-steps",
                     fmt::format("more than {} edges were walked in MATCH {}\n"
                                 "allow more by --max-steps N, or name types, labels and bounds "
                                 "that narrow the pattern",
                                 options_.limits.steps, place(walk_)));
}

void Work::refuse_memory() const {
  throw LimitReached("query-memory",
                     fmt::format("more than {} MB of rows are held for {}\n"
                                 "allow more by --max-memory BYTES, or aggregate earlier, or LIMIT",
                                 options_.limits.memory >> 20U, place(rows_)));
}

std::int64_t bytes_of_text(const Value& value) {
  constexpr std::size_t inside = 15;  // characters that a text holds without an allocation
  return value.text() && value.text()->size() > inside ? chunk_of(value.text()->size() + 1) : 0;
}

std::int64_t Work::bytes_beside(const Value& value) {
  if (value.text()) return bytes_of_text(value);
  const void* const payload = value.list()   ? static_cast<const void*>(value.list())
                              : value.map()  ? static_cast<const void*>(value.map())
                              : value.path() ? static_cast<const void*>(value.path())
                                             : nullptr;
  if (!payload || std::ranges::find(met_, payload) != met_.end()) return 0;
  met_[next_met_++ % met_.size()] = payload;
  std::int64_t bytes = chunk_of(16 + sizeof(Walk));
  if (value.list()) {
    bytes += chunk_of(value.list()->size() * sizeof(Value));
    for (const Value& item : *value.list()) bytes += bytes_beside(item);
  } else if (value.map()) {
    bytes += chunk_of(value.map()->size() * sizeof(Map::value_type));
    for (const auto& [name, member] : *value.map()) bytes += bytes_beside(member);
  } else {
    bytes += chunk_of(value.path()->nodes.size() * sizeof(Node)) +
             chunk_of(value.path()->edges.size() * sizeof(Edge));
  }
  return bytes;
}

std::int64_t Work::bytes_of(const std::vector<Value>& values) {
  std::int64_t bytes = chunk_of(values.size() * sizeof(Value));
  for (const Value& value : values) bytes += bytes_beside(value);
  return bytes;
}

}  // namespace entente::query
