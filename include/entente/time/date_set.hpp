#pragma once

/// Sets of EDTF level 2: `[1667,1668,1670..1672]` one of these, `{1960,1961-12}` all of these.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/export.hpp>
#include <entente/time/date.hpp>

namespace ENTENTE_API entente {

/// A set of dates as written. A range `a..b` stands for every year, month or day from a to b;
/// `..b` and `a..` have no first or no last.
class DateSet {
 public:
  /// What a set says of its dates.
  enum class Kind : std::uint8_t {
    one_of,  ///< `[a,b]`: one of them, we do not know which
    all_of,  ///< `{a,b}`: every one of them
  };

  /// One date (`first` and `last` the same), or a range of dates of one precision.
  struct Element {
    DateValue first{};      ///< the date, or the first of the range
    DateValue last{};       ///< the same date, or the last of the range
    bool is_range = false;  ///< written with `..`

    /// Its first day; `day_min` if without limit.
    [[nodiscard]] Day lo() const noexcept { return first.lo; }
    /// Its last day; `day_max` if without limit.
    [[nodiscard]] Day hi() const noexcept { return last.hi; }
    /// Whether one of its days lies from `from` to `to`.
    [[nodiscard]] bool may_fall_within(Day from, Day to) const noexcept;
  };

  /// Parses `[…]` or `{…}`.
  /// @throws DateError if it is no set: empty, reversed range, a range of two precisions.
  [[nodiscard]] static DateSet parse(std::string_view text);

  /// One of the dates, or all of them.
  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  /// The text as written; parsing it again gives the same set.
  [[nodiscard]] const std::string& text() const& noexcept ENTENTE_LIFETIMEBOUND { return text_; }
  /// The same of a temporary, handed over.
  [[nodiscard]] std::string text() && noexcept { return std::move(text_); }
  /// In the order written; never empty.
  [[nodiscard]] const std::vector<Element>& elements() const& noexcept { return elements_; }
  /// The same of a temporary, handed over, so that a loop may run over them.
  [[nodiscard]] std::vector<Element> elements() && noexcept { return std::move(elements_); }
  /// An element as written: "1960", "1670..1672". Cost: linear in the length of the set.
  [[nodiscard]] std::string_view element_text(std::size_t index) const noexcept
      ENTENTE_LIFETIMEBOUND;
  /// The first day of any element; `day_min` if without limit.
  [[nodiscard]] Day lo() const noexcept;
  /// The last day of any element; `day_max` if without limit.
  [[nodiscard]] Day hi() const noexcept;
  /// The doubts of all its dates together.
  [[nodiscard]] Qualifier qualifier() const noexcept;
  /// Whether one of the elements admits that day.
  [[nodiscard]] bool admits(Day day) const noexcept { return may_fall_within(day, day); }
  /// Whether one of the days of one of the elements lies from `from` to `to`.
  [[nodiscard]] bool may_fall_within(Day from, Day to) const noexcept;
  /// The same set with the qualified parts of its dates unknown.
  [[nodiscard]] DateSet loosened() const;

  /// Written the same.
  friend bool operator==(const DateSet& a, const DateSet& b) noexcept { return a.text_ == b.text_; }

 private:
  Kind kind_ = Kind::one_of;
  std::string text_;
  std::vector<Element> elements_;
};

}  // namespace entente
