#pragma once

/// What is thrown when an expression is no date that entente can take.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <entente/error.hpp>
#include <entente/export.hpp>

namespace ENTENTE_API entente {

/// An expression that is not EDTF, or is EDTF beyond what entente takes. Exit status 64, as
/// of any call that is wrong; in a dossier the same date is a problem of a DossierError (65). The
/// code is `invalid-date`, `unsupported-date` or `period`.
class DateError : public Error {
 public:
  /// Why it is not taken.
  enum class Kind : std::uint8_t {
    invalid,      ///< not EDTF, or a day that no calendar has
    unsupported,  ///< a valid form of EDTF or ISO 8601 that entente does not take
    no_period,    ///< a date that is not one stretch of whole days, as a period must be
  };

  /// `column` counts bytes from 1, inside `expression`; `reason` says what was expected there,
  /// `advice` what to write instead.
  DateError(Kind kind, std::string_view expression, std::size_t column, const std::string& reason,
            const std::string& advice = {});

  /// Why it is not taken.
  [[nodiscard]] Kind kind() const noexcept { return kind_; }
  /// Where in the expression, in bytes from 1.
  [[nodiscard]] std::size_t column() const noexcept { return column_; }
  /// What is wrong, and what was expected, without the expression: "February 2014 has 28 days".
  [[nodiscard]] const std::string& reason() const& noexcept ENTENTE_LIFETIMEBOUND {
    return reason_;
  }
  /// The same of a temporary, handed over.
  [[nodiscard]] std::string reason() && noexcept { return std::move(reason_); }
  /// What to write instead, where that is clear: "write 1976-02-24" for "24 February 1976", both
  /// readings for "02/03/1976". Else empty.
  [[nodiscard]] const std::string& advice() const& noexcept ENTENTE_LIFETIMEBOUND {
    return advice_;
  }
  /// The same of a temporary, handed over.
  [[nodiscard]] std::string advice() && noexcept { return std::move(advice_); }

 private:
  Kind kind_;
  std::size_t column_;
  std::string reason_;
  std::string advice_;
};

}  // namespace entente
