#include <algorithm>
#include <limits>
#include <map>
#include <string>
#include <utility>

#include "facts/spells.hpp"
#include "query/span_pieces.hpp"
#include "time/day_range.hpp"

namespace entente {
namespace {

/// Whether it is one date of a state with two ends, and no attested day.
bool can_join(const Piece& piece) {
  return piece.dated && !piece.is_act && !piece.when_certain;
}

int certain_days(const Piece& piece) {
  return piece.bounds.end_min - piece.bounds.start_max;
}

/// An end as it is written, unless another record of the tie narrows it.
SpanEnd narrowed(const SpanEnd& written, Day low, Day high) {
  if (written.low == low && written.high == high) return written;
  return {EndState::known, low, high, one_of_days(low, high)};
}

/// Gathers the pieces of one tie that make a stretch.
class Joined {
 public:
  explicit Joined(const Bounds& bounds) : bounds_(bounds) {}

  void add(const Piece& piece) {
    const auto start = [](const Piece& p) {
      return std::pair(p.bounds.start_min, p.bounds.start_max);
    };
    const auto end = [](const Piece& p) { return std::pair(p.bounds.end_max, p.bounds.end_min); };
    const auto worth = [](const Piece& p) { return std::pair(-certain_days(p), p.relation); };
    if (first_ == nullptr || start(piece) < start(*first_)) first_ = &piece;
    if (last_ == nullptr || end(piece) > end(*last_)) last_ = &piece;
    several_ = several_ || piece.relation != first_->relation || piece.relation != last_->relation;
    most_certain_ = std::max(most_certain_, certain_days(piece));
    if (piece.is_beside) return;
    if (longest_ == nullptr || worth(piece) < worth(*longest_)) longest_ = &piece;
  }

  /// Whether records join, one of them asked about, or accounts of one record that each tell of a
  /// part only.
  [[nodiscard]] bool of_several() const {
    const bool longer = bounds_.end_min - bounds_.start_max > most_certain_;
    return longest_ != nullptr && (several_ || longer);
  }

  [[nodiscard]] Piece piece() const {
    Piece whole = *longest_;
    whole.is_joined = true;
    whole.bounds = bounds_;
    whole.start = narrowed(first_->start, bounds_.start_min, bounds_.start_max);
    whole.end = narrowed(last_->end, bounds_.end_min, bounds_.end_max);
    return whole;
  }

 private:
  Bounds bounds_;
  const Piece* first_ = nullptr;
  const Piece* last_ = nullptr;
  const Piece* longest_ = nullptr;
  bool several_ = false;
  int most_certain_ = std::numeric_limits<int>::min();
};

}  // namespace

std::vector<Piece> joined_pieces(const Graph::Store& store, std::span<const Piece> pieces) {
  std::map<TieKey, std::vector<const Piece*>> ties;
  for (const Piece& piece : pieces)
    if (can_join(piece)) ties[tie_key(store, piece.relation)].push_back(&piece);
  std::vector<Piece> found;
  for (const auto& [key, parts] : ties) {
    if (parts.size() < 2) continue;
    std::vector<Account> accounts;
    for (const Piece* part : parts) accounts.push_back({part->relation, part->bounds});
    for (const Stretch& stretch : stretches_of(accounts)) {
      Joined joined(stretch.bounds);
      for (const Account& account : stretch.accounts)
        for (const Piece* part : parts)
          if (part->relation == account.relation && part->bounds == account.bounds)
            joined.add(*part);
      if (joined.of_several()) found.push_back(joined.piece());
    }
  }
  return found;
}

}  // namespace entente
