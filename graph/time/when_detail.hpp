#pragma once

// What the few whens carry that four numbers cannot hold, and the questions asked of them.

#include <memory>
#include <optional>

#include <entente/time/when.hpp>

#include "time/ends.hpp"

namespace entente {

struct When::Detail {
  std::optional<DateValue> date;      // a single date with gaps
  std::optional<DateSet> set;         // the members of a set
  std::shared_ptr<const When> loose;  // the same with its doubtful parts unknown, if it has any
};

// Verdicts on a when, its doubts left aside.
class WhenReader {
 public:
  WhenReader(const When& when, Reading reading, const TimeContext& context)
      : when_(when), reading_(reading), context_(context) {}
  explicit WhenReader(const ReadWhen& read) : WhenReader(read.when, read.reading, read.context) {}

  [[nodiscard]] Verdict during(const Window& window) const;
  [[nodiscard]] Verdict throughout(const Window& window) const;
  [[nodiscard]] Verdict inside(const Window& window) const;
  [[nodiscard]] Verdict together_with(const WhenReader& other) const;

  [[nodiscard]] Bounds bounds() const { return when_.bounds(reading_, context_); }
  // What it says by itself, and of its ends.
  [[nodiscard]] Bounds own_bounds() const { return when_.bounds(reading_); }
  [[nodiscard]] EndStates states() const {
    return {when_.start_state(reading_), when_.end_state(reading_)};
  }
  // Whether doubts touch it: its own, or those of what the question takes for granted.
  [[nodiscard]] bool is_doubted() const {
    return when_.qualified() || entente::is_doubted(context_, when_.bounds(reading_), states());
  }
  // The same reading of the when with its doubtful parts unknown.
  [[nodiscard]] WhenReader loosened() const {
    return {when_.qualified() ? *when_.detail_->loose : when_, reading_, context_.loosened()};
  }

 private:
  [[nodiscard]] bool is_events() const {
    return reading_ == Reading::instant && when_.kind_ == When::Kind::all_of;
  }
  [[nodiscard]] Verdict event_together_with(const WhenReader& other) const;
  [[nodiscard]] bool has_witness_outside(const Window& window) const;
  [[nodiscard]] bool may_fall_within(const Window& window) const;
  const When& when_;
  Reading reading_;
  TimeContext context_;
};

}  // namespace entente
