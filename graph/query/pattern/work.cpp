#include "query/pattern/work.hpp"

#include <utility>

#include <fmt/format.h>

#include <entente/text/width.hpp>

#include "base/run_scope.hpp"

namespace entente::query {
namespace {

/// Says what was at work.
class InterruptedAt : public Interrupted {
 public:
  explicit InterruptedAt(const std::string& work) : message_("interrupted in " + work) {}
  [[nodiscard]] const char* what() const noexcept override { return message_.c_str(); }

 private:
  std::string message_;
};

}  // namespace

std::string Work::place(Span where) const {
  constexpr std::size_t most_columns = 200;
  const std::string pattern =
      truncate_to_width(text_.substr(where.begin, where.end - where.begin), most_columns);
  return pattern.empty() ? "the query" : pattern;
}

Span Work::place_of_work() const {
  return expression_.end > 0 ? expression_ : walk_.end > 0 ? walk_ : rows_;
}

std::string Work::at_work() const {
  if (expression_.end > 0) return place(expression_);
  return walk_.end > 0 ? "MATCH " + place(walk_) : place(rows_);
}

void Work::refuse(const char* code, Span where, std::string message, std::string hint) const {
  try {
    fail(text_, Phase::runtime, "LimitReached", code, where, std::move(message), std::move(hint));
  } catch (const QueryError& error) {
    throw QueryLimit(error);
  }
}

void Work::look() const {
  look_at(options_.control);
  for (const ObeyedControl* one = obeyed_control(); one != nullptr; one = one->outer)
    look_at(*one->control);
}

void Work::look_at(const RunControl& control) const {
  if (control.stop && control.stop->load(std::memory_order_relaxed)) throw InterruptedAt(at_work());
  if (!control.deadline || std::chrono::steady_clock::now() <= *control.deadline) return;
  refuse("time-out", place_of_work(), "the time is up in " + at_work(),
         expression_.end > 0
             ? "give more by --timeout SECONDS, or make the lists and texts shorter"
             : "give more by --timeout SECONDS, or name types, labels and bounds that narrow the "
               "pattern");
}

void Work::refuse_steps() const {
  refuse("query-steps", walk_,
         fmt::format("more than {} edges were walked in MATCH {}", options_.limits.steps,
                     place(walk_)),
         "allow more by --max-steps N, or name types, labels and bounds that narrow the pattern");
}

void Work::refuse_memory() const {
  constexpr std::size_t mebibyte = std::size_t{1} << 20U;
  const std::size_t bytes = options_.limits.memory;
  const bool takes_rows = rows_.end > 0;
  refuse("query-memory", takes_rows ? rows_ : walk_,
         fmt::format("more than {} are held for {}",
                     bytes % mebibyte == 0 ? fmt::format("{} MB", bytes / mebibyte)
                                           : fmt::format("{} bytes", bytes),
                     takes_rows ? place(rows_) : "MATCH " + place(walk_)),
         "allow more by --max-memory BYTES, or aggregate earlier, or LIMIT");
}

std::int64_t Work::bytes_of(const std::vector<Value>& values) {
  std::int64_t bytes = chunk_of(values.size() * sizeof(Value));
  for (const Value& value : values) bytes += bytes_of_text(value);
  return bytes;
}

}  // namespace entente::query
