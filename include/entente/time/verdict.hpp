#pragma once

/// Three-valued answers about uncertain dates, after Kleene's strong logic.

#include <algorithm>
#include <cstdint>
#include <string_view>

#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// `no` and `yes` hold whatever the unknown days turn out to be; `maybe` is everything else.
enum class Verdict : std::uint8_t { no, maybe, yes };

/// "no", "maybe", "yes".
[[nodiscard]] constexpr std::string_view to_string(Verdict verdict) noexcept {
  return verdict == Verdict::no ? "no" : verdict == Verdict::yes ? "yes" : "maybe";
}

/// Both hold.
[[nodiscard]] constexpr Verdict operator&(Verdict a, Verdict b) noexcept {
  return std::min(a, b);
}
/// One of them holds, or both.
[[nodiscard]] constexpr Verdict operator|(Verdict a, Verdict b) noexcept {
  return std::max(a, b);
}
/// The opposite holds.
[[nodiscard]] constexpr Verdict operator!(Verdict a) noexcept {
  return a == Verdict::no ? Verdict::yes : a == Verdict::yes ? Verdict::no : Verdict::maybe;
}

/// A verdict, and whether it rests on a date that its source calls uncertain or approximate: it
/// is qualified if it could be another, were the qualified parts of the dates (`?`, `~`, `%`)
/// otherwise.
struct QualifiedVerdict {
  Verdict verdict = Verdict::maybe;  ///< what the dates say
  bool qualified = false;            ///< whether a doubt about them could change it

  /// Holds whatever the unknown days turn out to be.
  [[nodiscard]] constexpr bool certain() const noexcept { return verdict == Verdict::yes; }
  /// Holds for some choice of the unknown days.
  [[nodiscard]] constexpr bool possible() const noexcept { return verdict != Verdict::no; }

  /// The same verdict on the same grounds.
  friend constexpr bool operator==(const QualifiedVerdict&, const QualifiedVerdict&) = default;
};

/// Both hold. An unqualified *no* decides alone; any other result is qualified if an operand is.
[[nodiscard]] constexpr QualifiedVerdict operator&(QualifiedVerdict a,
                                                   QualifiedVerdict b) noexcept {
  const Verdict verdict = a.verdict & b.verdict;
  if (verdict != Verdict::no) return {verdict, a.qualified || b.qualified};
  return {verdict,
          (a.verdict != Verdict::no || a.qualified) && (b.verdict != Verdict::no || b.qualified)};
}

/// The opposite holds, on the same grounds.
[[nodiscard]] constexpr QualifiedVerdict operator!(QualifiedVerdict a) noexcept {
  return {!a.verdict, a.qualified};
}

/// One of them holds, or both. An unqualified *yes* decides alone; any other result is qualified
/// if an operand is.
[[nodiscard]] constexpr QualifiedVerdict operator|(QualifiedVerdict a,
                                                   QualifiedVerdict b) noexcept {
  return !((!a) & (!b));
}

}  // namespace entente
