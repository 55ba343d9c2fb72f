#include "query/pattern/work.hpp"

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
                     fmt::format("more than {} MB are held for {}\n"
                                 "allow more by --max-memory BYTES, or aggregate earlier, or LIMIT",
                                 options_.limits.memory >> 20U,
                                 rows_.end > 0 ? place(rows_) : "MATCH " + place(walk_)));
}

std::int64_t Work::bytes_of(const std::vector<Value>& values) {
  std::int64_t bytes = chunk_of(values.size() * sizeof(Value));
  for (const Value& value : values) bytes += bytes_of_text(value);
  return bytes;
}

}  // namespace entente::query
