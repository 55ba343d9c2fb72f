#include "facts/attestation.hpp"

#include <algorithm>
#include <utility>

namespace entente {

namespace {

/// What further dates add to one, the doubted among them apart.
class Beside {
 public:
  void add(const Bounds& bounds, bool doubted) {
    all_ = narrowed(all_, bounds);
    if (doubted)
      any_doubt_ = true;
    else
      certain_ = narrowed(certain_, bounds);
  }
  void give(Dating& dating) const {
    dating.alongside = all_;
    if (any_doubt_) dating.loose_alongside = certain_;
  }

 private:
  Bounds all_;
  Bounds certain_;
  bool any_doubt_ = false;
};

bool began_by(const Bounds& state, const Bounds& witness) {
  return state.start_min <= witness.start_max;
}

bool lasted_to(const Bounds& state, const Bounds& witness) {
  return state.end_max >= witness.end_min;
}

bool may_hold(const DatedAccount& state, const DatedAccount& witness) {
  const Bounds& days = witness.dating.bounds;
  return !state.dating.witness && began_by(state.dating.bounds, days) &&
         lasted_to(state.dating.bounds, days);
}

/// A state that is attested on these days.
void attest(DatedAccount& state, const std::vector<DatedAccount>& accounts) {
  Beside beside;
  for (const DatedAccount& one : accounts)
    if (one.dating.witness && may_hold(state, one))
      beside.add(one.dating.bounds, one.when.qualified());
  beside.give(state.dating);
}

/// What is attested apart from the states that are reported is not before the first of them began,
/// nor after the last of them ended.
void limit(DatedAccount& witness, const std::vector<DatedAccount>& accounts) {
  Beside beside;
  for (const DatedAccount& one : accounts) {
    if (one.dating.witness) continue;
    const Bounds& state = one.dating.bounds;
    Bounds limits;
    if (began_by(state, witness.dating.bounds)) limits.start_min = state.start_min;
    if (lasted_to(state, witness.dating.bounds)) limits.end_max = state.end_max;
    if (limits != Bounds{}) beside.add(limits, one.when.qualified());
  }
  beside.give(witness.dating);
}

}  // namespace

std::vector<DatedAccount> read_together(std::vector<When> dates, Reading reading) {
  std::vector<DatedAccount> accounts;
  for (When& when : dates) {
    Dating dating = dating_of(when, reading);
    accounts.push_back({std::move(when), std::move(dating)});
  }
  const auto is_witness = [](const DatedAccount& one) { return one.dating.witness; };
  if (accounts.size() < 2 || std::ranges::none_of(accounts, is_witness) ||
      std::ranges::all_of(accounts, is_witness))
    return accounts;
  std::vector<DatedAccount> kept;
  for (DatedAccount account : accounts) {
    if (!account.dating.witness) {
      attest(account, accounts);
    } else if (std::ranges::any_of(
                   accounts, [&](const DatedAccount& state) { return may_hold(state, account); })) {
      continue;
    } else {
      limit(account, accounts);
    }
    kept.push_back(std::move(account));
  }
  return kept;
}

}  // namespace entente
