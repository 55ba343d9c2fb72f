#pragma once

// What the few whens carry that four numbers cannot hold, and the questions asked of them.

#include <memory>
#include <optional>

#include <entente/time/when.hpp>

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

  [[nodiscard]] Verdict during(const Window& window) const;
  [[nodiscard]] Verdict throughout(const Window& window) const;
  [[nodiscard]] Verdict inside(const Window& window) const;

  // The same reading of the when with its doubtful parts unknown. Requires that it has any.
  [[nodiscard]] WhenReader loosened() const { return {*when_.detail_->loose, reading_, context_}; }

 private:
  [[nodiscard]] bool is_events() const {
    return reading_ == Reading::instant && when_.kind_ == When::Kind::all_of;
  }
  [[nodiscard]] bool has_witness_outside(const Window& window) const;
  [[nodiscard]] bool may_fall_within(const Window& window) const;
  [[nodiscard]] Bounds bounds() const { return when_.bounds(reading_, context_); }

  const When& when_;
  Reading reading_;
  const TimeContext& context_;
};

}  // namespace entente
