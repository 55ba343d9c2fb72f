#pragma once

/// What a page needs to judge a relation by itself: whatever its dates are like, the verdict of a
/// window [a, b] is a handful of comparisons.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <entente/facts/graph.hpp>
#include <entente/facts/viewpoint.hpp>
#include <entente/time/date.hpp>
#include <entente/time/date_pattern.hpp>
#include <entente/time/when.hpp>
#include <entente/time/window.hpp>

#include "facts/answers.hpp"
#include "facts/criteria.hpp"
#include "render/page/change_days.hpp"

namespace entente {

/// Windows that begin no later than `until` and end no earlier than `from`.
struct DayStretch {
  Day from = day_min;
  Day until = day_max;

  friend bool operator==(const DayStretch&, const DayStretch&) = default;
};

/// Days far from all others on which the answer is *maybe*: those of a stretch that a date admits
/// which comes again and again.
struct Recurrence {
  Window stretch = {};
  DatePattern date = {};
  Why why = Why::none;
};

/// A window is certain (or at least possible) if one of the reaches takes it in: a verdict never
/// gets worse when a window grows, so that the smallest windows say all.
struct VerdictRow {
  bool is_undated = false;                ///< what is possible is so for lack of a date
  std::vector<DayStretch> certain = {};   ///< windows of which the answer is *yes*
  std::vector<DayStretch> possible = {};  ///< windows of which it is not *no*
  /// The largest windows, first and last day, that it certainly (or possibly) fills.
  std::vector<Window> surely_filled = {};
  std::vector<Window> possibly_filled = {};
  /// Days outside of `possible` that are so, too.
  std::vector<Recurrence> recurrences = {};
  /// Set if nothing is said of days outside, where dates that come again and again say too much.
  std::optional<Window> covered = {};
  /// In each case of what is known, by what is seen of its dates and of its end: what it says by
  /// itself, as JSON. One if all are the same; none if it is undated or the row itself says it.
  std::vector<std::string> cases = {};
  /// If set, certain and possible are one reach each, that of the starts and ends, and the reason
  /// for a *maybe* follows from them and these traits; else from `reasons`.
  std::optional<unsigned> traits = {};
  std::optional<Day> open_until = {};             ///< nothing reports an end up to that day
  std::vector<std::pair<Day, Why>> reasons = {};  ///< from that day on, for windows of a day

  /// As the page reads it.
  [[nodiscard]] std::string json() const;
};

/// Traits of a row with plain bounds, a bit each.
namespace row_traits {
inline constexpr unsigned instant = 1;
inline constexpr unsigned closed = 2;
inline constexpr unsigned witness = 4;
inline constexpr unsigned start_known = 8;
inline constexpr unsigned end_known = 16;
inline constexpr unsigned never = 32;  ///< its ends were never there together
}  // namespace row_traits

/// The answer for a window, of some of its days or of every one: the verdict, and the reason for a
/// *maybe*.
using WindowJudge = std::function<SelectedRelation(const Window&, Coverage)>;

/// The row of whatever changes its answer on no other days than these, found by asking.
/// Cost: O(days) questions.
[[nodiscard]] VerdictRow probed_row(ChangeDays changes, const WindowJudge& judge);

/// What a selection without a period lets one see, and the answers behind it.
class SeenBy {
 public:
  /// Borrows the graph.
  SeenBy(const Graph& graph, const Selection& selection);

  [[nodiscard]] const Viewpoint& viewpoint() const { return viewpoint_; }
  [[nodiscard]] const Answers& answers() const { return asked_->answers; }

 private:
  struct Asked {
    Asked(const Graph& graph, const Selection& selection)
        : criteria(read_selection(graph, selection)), answers(graph.store(), criteria) {}
    Criteria criteria;
    Answers answers;  // of the criteria
  };
  Viewpoint viewpoint_;
  std::unique_ptr<const Asked> asked_;
};

/// The row of a relation as a selection without a period sees it; `near`: see ChangeDays.
/// Cost: O(its dates and evidence), and that of days near by where a date comes again and again.
[[nodiscard]] VerdictRow verdict_row(const Graph& graph, const Selection& selection,
                                     const SeenBy& view, RelationId relation, const Window& near);

}  // namespace entente
