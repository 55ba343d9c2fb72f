#pragma once

/// What a conversion could not carry over as it was.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/export.hpp>
#include <entente/model/record.hpp>

namespace ENTENTE_API entente {

/// One way in which records lost something, with how many did and the first of them.
struct Loss {
  std::string code;                     ///< stable, such as `direction-added`
  std::string message;                  ///< "ties without direction are written with one"
  std::size_t count = 0;                ///< how often
  std::vector<std::string> first = {};  ///< ids of the first records concerned, at most five
};

/// Gathers losses in the order in which they first occur.
class LossReport {
 public:
  /// Counts a record that lost something.
  void add(std::string_view code, std::string_view message, std::string_view record);
  /// Adds what records that come after these lost.
  void add(const LossReport& later);

  /// By kind of loss.
  [[nodiscard]] const std::vector<Loss>& losses() const& { return losses_; }
  /// The same of a temporary, handed over, so that a loop may run over them.
  [[nodiscard]] std::vector<Loss> losses() && { return std::move(losses_); }
  /// Whether nothing was lost.
  [[nodiscard]] bool empty() const { return losses_.empty(); }

 private:
  std::vector<Loss> losses_;
};

/// Counts the entities and relations with members `x-…`, for formats that have no place for them.
void add_foreign_members(LossReport& report, const Dossier& dossier);

/// A line a loss: `12 × ties without direction are written with one (r004, r007, …)`.
[[nodiscard]] std::string describe(const LossReport& report);
/// `{"losses": [{"code", "message", "count", "first"}]}`
[[nodiscard]] std::string to_json(const LossReport& report);

}  // namespace entente
