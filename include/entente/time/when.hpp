#pragma once

/// What a record's `when` holds: a date, an interval or a set, and what a relation's type makes
/// of it.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <entente/export.hpp>
#include <entente/time/bounds.hpp>
#include <entente/time/date.hpp>
#include <entente/time/endpoint.hpp>
#include <entente/time/interval.hpp>
#include <entente/time/verdict.hpp>
#include <entente/time/window.hpp>

namespace ENTENTE_API entente {

/// When something was so, as written. At most 96 bytes and cheap to copy; plain
/// dates and intervals allocate nothing beyond their text.
class When {
 public:
  /// Parses one EDTF expression.
  /// @throws DateError with the column inside the expression.
  [[nodiscard]] static When parse(std::string_view edtf);

  /// An interval from its two ends, each a date, `[…]` one of several, ".." open or "" unknown;
  /// for ends that EDTF's interval syntax cannot hold, `between("[2018..]", "")`. Ends that it can
  /// hold make the plain interval: `between("2014", "")` is `parse("2014/")`.
  /// @throws DateError with the column inside the end at fault.
  [[nodiscard]] static When between(std::string_view start, std::string_view end);

  /// The inverse of `text()`: also takes `[2018..]/`, which is not EDTF.
  /// @throws DateError with the column inside the text.
  [[nodiscard]] static When from_text(std::string_view text);

  /// Canonical text: as written, and so never more precise than what was given. For the object
  /// form the two ends with `/` between them.
  [[nodiscard]] const std::string& text() const& noexcept ENTENTE_LIFETIMEBOUND { return text_; }
  /// The same of a temporary, handed over.
  [[nodiscard]] std::string text() && noexcept { return std::move(text_); }
  /// Whether EDTF's interval syntax cannot hold it, so that it is written as an object.
  [[nodiscard]] bool is_object_form() const noexcept { return object_form_; }
  /// Whether it is written as `A/B`.
  [[nodiscard]] bool is_interval() const noexcept { return kind_ == Kind::interval; }
  /// Start of an interval as written: a date, a set, ".." or "". The whole text of anything else.
  [[nodiscard]] std::string_view start_text() const noexcept ENTENTE_LIFETIMEBOUND;
  /// End of an interval as written: a date, a set, ".." or "". The whole text of anything else.
  [[nodiscard]] std::string_view end_text() const noexcept ENTENTE_LIFETIMEBOUND;

  /// The first day that it may touch: first day of the date, set or start; none if nothing limits
  /// it. For a witness its own first day.
  [[nodiscard]] std::optional<Day> earliest() const noexcept;
  /// The last day that it may touch; none if nothing limits it.
  [[nodiscard]] std::optional<Day> latest() const noexcept;

  /// What is said of the start. A date or a set read as interval is a witness: *unknown*.
  [[nodiscard]] EndState start_state(Reading reading) const noexcept;
  /// What is said of the end.
  [[nodiscard]] EndState end_state(Reading reading) const noexcept;
  /// The start as an end point: unknown for a witness, the date itself for an instant.
  [[nodiscard]] Endpoint start(Reading reading) const;
  /// The end as an end point.
  [[nodiscard]] Endpoint end(Reading reading) const;

  /// Whether some part of it is marked `?`, `~` or `%`.
  [[nodiscard]] bool qualified() const noexcept { return qualifier_ != Qualifier::none; }
  /// The doubts of all its dates together.
  [[nodiscard]] Qualifier qualifier() const noexcept { return qualifier_; }

  /// The tightened bounds of start and end. Of an instant both ends have the bounds of its day;
  /// of several instants (`{a,b}`) they are the first and the last.
  [[nodiscard]] Bounds bounds(Reading reading, const TimeContext& context = {}) const noexcept;

  /// Whether `bounds` alone answer: no doubts, no gaps and at most one event. Then
  /// `holds_during(*this, r, w)` is `overlaps(bounds(r), w)`, and `holds_throughout` is
  /// `covers(bounds(r), w)`, except that an instant never holds throughout several days.
  [[nodiscard]] bool decided_by_bounds(Reading reading) const noexcept;

  /// Equal if written the same.
  friend bool operator==(const When& a, const When& b) noexcept {
    return a.text_ == b.text_ && a.object_form_ == b.object_form_;
  }

 private:
  enum class Kind : std::uint8_t { date, interval, one_of, all_of };
  struct Detail;
  // Copied where it could be moved, so that a when that was moved away may still be asked.
  struct SharedDetail : std::shared_ptr<const Detail> {
    SharedDetail() = default;
    explicit SharedDetail(std::shared_ptr<const Detail> detail) : shared_ptr(std::move(detail)) {}
    SharedDetail(const SharedDetail&) = default;
    SharedDetail& operator=(const SharedDetail&) = default;
  };
  friend class WhenBuilder;
  friend class WhenReader;
  When() = default;

  std::string text_;
  Bounds raw_{};  // of the ends as written; of a single day both ends are its date
  Kind kind_ = Kind::date;
  EndState start_ = EndState::known;
  EndState end_ = EndState::known;
  Qualifier qualifier_ = Qualifier::none;
  bool object_form_ = false;
  SharedDetail detail_;  // gaps, sets and doubts; null for plain expressions
};

/// Does it hold on some day of the window?
/// @throws InvalidArgument `period`, as the next two, if the window ends before it starts.
[[nodiscard]] QualifiedVerdict holds_during(const When& when, Reading reading, const Window& window,
                                            const TimeContext& context = {});
/// Does it hold on every day of the window? An instant never does where there are several.
[[nodiscard]] QualifiedVerdict holds_throughout(const When& when, Reading reading,
                                                const Window& window,
                                                const TimeContext& context = {});
/// Does it lie inside the window, from its start to its end?
[[nodiscard]] QualifiedVerdict within(const When& when, Reading reading, const Window& window,
                                      const TimeContext& context = {});

/// A when with what a question needs to know beside it. Holds a reference: for calls only.
struct ReadWhen {
  const When& when;                     ///< what is written
  Reading reading = Reading::interval;  ///< how its type reads it
  TimeContext context = {};             ///< what is taken for granted
};

/// Do the two hold on a common day? For several events: does one of them?
[[nodiscard]] QualifiedVerdict overlaps(const ReadWhen& a, const ReadWhen& b);

/// How many days it lasts, the first and the last counted; an event lasts one.
[[nodiscard]] Duration duration(const ReadWhen& read);

/// An order for lists, by (first day ascending, last day descending, qualifier, text).
[[nodiscard]] bool sorts_before(const When& a, const When& b) noexcept;

}  // namespace entente
