#pragma once

/// The steps that every object of our formats is read with: known members, each once and of the
/// right type, texts within limits.

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <entente/io/dossier_reader.hpp>
#include <entente/model/record.hpp>

#include "io/json/findings.hpp"
#include "io/json/json_tape.hpp"
#include "text/shortened.hpp"

namespace entente {

/// What a member's text is for; decides its limit and what it may hold.
enum class TextUse : std::uint8_t { identifier, name, prose };

/// Whether a member is one that others may add to records and to a dossier: `x-…`.
[[nodiscard]] inline bool is_foreign(std::string_view name) {
  return name.starts_with("x-");
}

/// Whether a text in UTF-8 holds one of C0, C1 (which begin with 0xC2 there), or DEL.
[[nodiscard]] bool holds_control(std::string_view text);

class MemberReader {
 public:
  /// Borrows both.
  MemberReader(Findings& findings, const ReadLimits& limits)
      : findings_(findings), limits_(limits) {}

  /// Problems from here on concern this record.
  void begin_record(std::string_view id);
  /// Problems from here on concern what is no record.
  void begin_header() {
    record_.clear();
    concerns_ = Concerns::dossier;
  }
  void error(std::size_t at, Finding finding);

  /// Calls `take(index, member)` for every member whose name is the index-th of `known`; reports
  /// unknown names but `x-…`, which are kept if there is a place for them, and repeated ones.
  /// Returns which were there, as bits.
  template <typename Take>
  std::uint32_t members(JsonValue object, std::span<const std::string_view> known, Take take,
                        ForeignMembers* kept = nullptr) {
    constexpr std::size_t most_known = 32;
    std::array<std::size_t, most_known> first_at{};
    assert(known.size() <= most_known);
    std::uint32_t seen = 0;
    std::size_t foreign = 0;
    for (const JsonValue member : object) {
      const auto found = std::find(known.begin(), known.end(), member.key());
      const auto index = static_cast<std::size_t>(found - known.begin());
      if (found == known.end()) {
        if (!is_foreign(member.key())) {
          report_unknown(member, known);
          continue;
        }
        ++foreign;
        if (kept != nullptr) keep(member, *kept);
      } else if ((seen >> index & 1U) != 0) {
        report_duplicate(member, first_at[index]);
      } else {
        seen |= 1U << index;
        first_at[index] = member.key_at();
        take(index, member);
      }
    }
    if (foreign > 1) require_unique(object, Names::foreign);
    return seen;
  }

  /// Adds a member `x-…`.
  void keep(JsonValue member, ForeignMembers& kept);
  /// Reports members `x-…` of an object that has no place for them.
  void refuse_foreign(JsonValue object, std::span<const std::string_view> known);

  /// Reports the members among `required` (indices into `known`) that are not in `seen`.
  void require(JsonValue object, std::string_view what, std::uint32_t seen,
               std::span<const std::string_view> known, std::initializer_list<int> required);
  enum class Names : std::uint8_t { all, foreign };
  /// Reports names that an object of free names repeats, or those of its members `x-…`.
  void require_unique(JsonValue object, Names names = Names::all);

  /// Whether the value is of that kind; reports it otherwise.
  bool expect(JsonValue value, JsonKind kind, std::string_view hint = {});
  /// The text, empty and reported if it is none or not acceptable.
  std::string text(JsonValue value, TextUse use, std::string_view hint = {});
  /// The name of a member of an object of free names, checked like a text.
  std::string name(JsonValue member);
  /// As `text`, with null for a text that is not given.
  std::string optional_text(JsonValue value, TextUse use);

 private:
  void report_unknown(JsonValue member, std::span<const std::string_view> known);
  void report_duplicate(JsonValue member, std::size_t first_at);
  std::string checked(std::string_view text, std::size_t at, TextUse use);

  Findings& findings_;
  const ReadLimits& limits_;
  std::string record_;
  Concerns concerns_ = Concerns::dossier;
};

}  // namespace entente
