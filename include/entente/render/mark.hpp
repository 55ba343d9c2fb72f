#pragma once

/// Marks: how a thing is drawn, apart from where it stands. Diagrams and charts draw with them, and
/// a legend is a list of them.
///
/// Doubt has one sign for each thing that a reader should know: a line is broken where a date, a
/// publication or an identity is in doubt; it fades on the side of which nothing is reported; a
/// tick says that it is attested on other days, a hollow stop that its end is inferred; what has no
/// date is dotted and grey.

#include <cstddef>
#include <cstdint>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

#include <entente/export.hpp>
#include <entente/model/record.hpp>
#include <entente/time/verdict.hpp>
#include <entente/time/when.hpp>
#include <entente/time/why.hpp>

namespace ENTENTE_API entente {

/// Whether a line's head is drawn at its end, or at both.
enum class Ends : std::uint8_t { one_way, both_ways };

/// What became of something between two dates; acts happened.
enum class Change : std::uint8_t { none, appeared, ended, persisted, happened };

/// An entity: the outline of its drawing class; without one only the rest counts.
struct NodeMark {
  std::string drawing_class = {};      ///< what the theme draws it as, or ""
  Modality modality = Modality::fact;  ///< what is no fact has no fill
  Why doubt = Why::none;               ///< of its date, or of what ties it
  Verdict certainty = Verdict::yes;    ///< else nothing certain ties it at the time: no fill

  /// Member by member.
  friend bool operator==(const NodeMark&, const NodeMark&) = default;
  /// In this order; libc++ before 16 has no three-way comparison of texts.
  friend bool operator<(const NodeMark& a, const NodeMark& b) {
    return std::tie(a.drawing_class, a.modality, a.doubt, a.certainty) <
           std::tie(b.drawing_class, b.modality, b.doubt, b.certainty);
  }
};

/// Whether what is certain is marked, which is so where most of a picture is not.
enum class Sureness : std::uint8_t { unmarked, certain };

/// A relation as a line; without a drawing class only the rest counts.
struct LineMark {
  std::string drawing_class = {};          ///< what the theme draws it as, or ""
  Ends ends = Ends::one_way;               ///< where it has a head
  Modality modality = Modality::fact;      ///< what it begins with
  Why doubt = Why::none;                   ///< what is in doubt
  Change change = Change::none;            ///< between two dates
  double width = 0;                        ///< points; 0: that of its class
  Sureness sureness = Sureness::unmarked;  ///< certain: on a pale band

  /// Member by member.
  friend bool operator==(const LineMark&, const LineMark&) = default;
  /// As above.
  friend bool operator<(const LineMark& a, const LineMark& b) {
    return std::tie(a.drawing_class, a.ends, a.modality, a.doubt, a.change, a.width, a.sureness) <
           std::tie(b.drawing_class, b.ends, b.modality, b.doubt, b.change, b.width, b.sureness);
  }
};

/// How a bar begins or ends.
enum class BarEnd : std::uint8_t {
  sharp,       ///< on a day that is known
  coarse,      ///< some time within a stretch that is drawn broken
  unreported,  ///< fades: nothing is reported of it
  open,        ///< an arrow: it has none
  inferred,    ///< a hollow stop
};

/// A state along a time axis; without a drawing class only the rest counts.
struct BarMark {
  std::string drawing_class = {};      ///< of the relation or the entity, or ""
  Modality modality = Modality::fact;  ///< what is no fact has no fill
  Why doubt = Why::none;               ///< whether it holds at all
  BarEnd start = BarEnd::sharp;        ///< how it begins
  BarEnd end = BarEnd::sharp;          ///< how it ends

  /// Member by member.
  friend bool operator==(const BarMark&, const BarMark&) = default;
  /// As above.
  friend bool operator<(const BarMark& a, const BarMark& b) {
    return std::tie(a.drawing_class, a.modality, a.doubt, a.start, a.end) <
           std::tie(b.drawing_class, b.modality, b.doubt, b.start, b.end);
  }
};

/// A point of a history: a diamond for an act, a small upright bar for a state.
struct MomentMark {
  std::string drawing_class = {};       ///< of the relation, or ""
  Reading reading = Reading::interval;  ///< act or state
  Modality modality = Modality::fact;   ///< what is no fact has no fill
  Why doubt = Why::none;                ///< what is in doubt

  /// Member by member.
  friend bool operator==(const MomentMark&, const MomentMark&) = default;
  /// As above.
  friend bool operator<(const MomentMark& a, const MomentMark& b) {
    return std::tie(a.drawing_class, a.reading, a.modality, a.doubt) <
           std::tie(b.drawing_class, b.reading, b.modality, b.doubt);
  }
};

/// A square of a table, the darker the more it counts.
struct CountMark {
  Why doubt = Why::none;  ///< of all that it counts

  /// Member by member.
  friend auto operator<=>(const CountMark&, const CountMark&) = default;
};

/// What a line of values shows.
enum class ValueKind : std::uint8_t {
  certain,        ///< what certainly holds
  possible,       ///< that and what may: the ground between the two is tinted
  possible_line,  ///< the same where it may be less than what is certain
};

/// A line of values over time.
struct ValueMark {
  ValueKind kind = ValueKind::certain;  ///< what it shows

  /// Member by member.
  friend auto operator<=>(const ValueMark&, const ValueMark&) = default;
};

/// The days asked about, along a time axis.
struct DayMark {
  /// There is but one.
  friend auto operator<=>(const DayMark&, const DayMark&) = default;
};

/// A box with the colours of a group or a step: the number of one of Style::tints, from 1.
struct TintMark {
  std::size_t tint = 1;  ///< which of them

  /// Member by member.
  friend auto operator<=>(const TintMark&, const TintMark&) = default;
};

/// A box as large as a value makes it.
struct SizeMark {
  double share = 1;  ///< of the largest there is

  /// Member by member.
  friend auto operator<=>(const SizeMark&, const SizeMark&) = default;
};

/// A line as wide as a value makes it.
struct WidthMark {
  double width = 1;  ///< points

  /// Member by member.
  friend auto operator<=>(const WidthMark&, const WidthMark&) = default;
};

/// The ground on which entities stand that are tied to each other more than to others.
struct RegionMark {
  /// There is but one.
  friend auto operator<=>(const RegionMark&, const RegionMark&) = default;
};

/// All relations between two such grounds as one line, the wider, the more they are.
struct BundleMark {
  /// There is but one.
  friend auto operator<=>(const BundleMark&, const BundleMark&) = default;
};

/// The outline of what is absent from one of several pictures and present in others.
struct GhostMark {
  Change change = Change::none;  ///< `ended`: present in the picture before

  /// Member by member.
  friend auto operator<=>(const GhostMark&, const GhostMark&) = default;
};

/// What surrounds that which a picture is about, in grey whatever its kind.
struct ContextMark {
  /// There is but one.
  friend auto operator<=>(const ContextMark&, const ContextMark&) = default;
};

/// Any of them.
using Mark =
    std::variant<NodeMark, LineMark, BarMark, MomentMark, CountMark, ValueMark, DayMark, TintMark,
                 SizeMark, WidthMark, RegionMark, BundleMark, GhostMark, ContextMark>;

/// What a legend has to explain of a mark: its class, what it reports, what is in doubt, what
/// became of it, each as a mark of its own that has nothing else.
[[nodiscard]] std::vector<Mark> aspects(const Mark& mark);

}  // namespace entente
