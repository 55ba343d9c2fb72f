// In every world two intervals that touch make one, from the earlier of their starts to the later
// of their ends: so the bounds of the stretch are the least of the bounds of the starts and the
// greatest of those of the ends. Stretches that certainly hold on some day merge by one sweep; the
// others are asked whether a merged stretch covers the days they leave open.

#include "facts/spells.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/run_scope.hpp"
#include "facts/always.hpp"

namespace entente {

namespace {

bool has_core(const Bounds& bounds) {
  return bounds.start_max <= bounds.end_min;
}

void absorb(Stretch& stretch, Stretch other) {
  Bounds& b = stretch.bounds;
  const Bounds& o = other.bounds;
  b = {std::min(b.start_min, o.start_min), std::min(b.start_max, o.start_max),
       std::max(b.end_min, o.end_min), std::max(b.end_max, o.end_max)};
  std::move(other.accounts.begin(), other.accounts.end(), std::back_inserter(stretch.accounts));
}

/// Those that certainly hold on some day, merged, by their last possible starts.
std::vector<Stretch> merged_cores(std::vector<Stretch> cores) {
  std::sort(cores.begin(), cores.end(), [](const Stretch& a, const Stretch& b) {
    return std::pair(a.bounds.start_max, a.accounts.front().relation) <
           std::pair(b.bounds.start_max, b.accounts.front().relation);
  });
  std::vector<Stretch> merged;
  for (Stretch& core : cores) {
    if (!merged.empty() && certainly_touch(merged.back().bounds, core.bounds))
      absorb(merged.back(), std::move(core));
    else
      merged.push_back(std::move(core));
  }
  return merged;
}

/// Whether two accounts of one time contradict each other about its start or its end.
bool contradict(const Bounds& a, const Bounds& b) {
  const bool together = std::max(a.start_max, b.start_max) < std::min(a.end_min, b.end_min);
  const bool other_start = a.start_min > b.start_max || b.start_min > a.start_max;
  const bool other_end = a.end_min > b.end_max || b.end_min > a.end_max;
  return together && (other_start || other_end);
}

/// Only neighbours by start are compared: where several overlap, two of them do.
bool accounts_differ(const Stretch& stretch) {
  std::vector<Bounds> bounds;
  for (const Account& account : stretch.accounts) bounds.push_back(account.bounds);
  std::sort(bounds.begin(), bounds.end(), [](const Bounds& a, const Bounds& b) {
    return std::pair(a.start_max, a.end_min) < std::pair(b.start_max, b.end_min);
  });
  std::size_t longest = 0;
  for (std::size_t i = 1; i < bounds.size(); ++i) {
    if (contradict(bounds[longest], bounds[i]) || contradict(bounds[i - 1], bounds[i])) return true;
    if (bounds[i].end_min > bounds[longest].end_min) longest = i;
  }
  return false;
}

class Gathering {
 public:
  Gathering(const Graph::Store& store, const Answers& answers, const Grounds& grounds)
      : store_(store), answers_(answers), grounds_(grounds) {}

  /// The spells of relations with one key, ascending.
  void add_tie(const std::vector<RelationId>& relations) {
    std::vector<Account> accounts;
    for (const RelationId relation : relations) {
      if (!answers_.sight().sees(relation, grounds_.dates)) continue;
      const std::size_t before = accounts.size();
      add_accounts(relation, accounts);
      if (accounts.size() == before) spells.push_back({.relations = {relation}});
    }
    unite(stretches_of(accounts));
  }

  std::vector<TieSpell> spells;

 private:
  void add_accounts(RelationId relation, std::vector<Account>& accounts) const {
    const std::uint8_t traits = store_.relations.traits[index(relation)];
    if ((traits & bit(Trait::instant)) != 0) return;
    const TimeContext context = context_of(relation);
    if (answers_.is_plain(relation)) {
      accounts.push_back(account(relation, plain_dating(store_, relation), context));
      return;
    }
    const std::vector<Dating> datings = answers_.sight().datings(relation, grounds_.dates);
    for (const Dating& dating : datings) accounts.push_back(account(relation, dating, context));
    if (datings.empty() && answers_.is_timeless(relation))
      add_timeless(relation, context, accounts);
  }

  /// What needs no date holds as long as its ends may have existed.
  void add_timeless(RelationId relation, const TimeContext& context,
                    std::vector<Account>& accounts) const {
    Account always = account(relation, always_dating(), context);
    Bounds& b = always.bounds;
    if (b.start_min > b.end_max) return;
    b = {b.start_min, b.start_min, b.end_max, b.end_max};
    always.doubted = false;
    accounts.push_back(always);
  }

  [[nodiscard]] TimeContext context_of(RelationId relation) const {
    TimeContext context = answers_.context(relation, grounds_.dates, grounds_.ends);
    if (!grounds_.inferred) context.ends_by.reset();
    if (!grounds_.presumed) context.lasts_until.reset();
    return context;
  }

  [[nodiscard]] Account account(RelationId relation, const Dating& dating,
                                const TimeContext& context) const {
    const TimeContext own = granted(dating, context);
    return {relation, grounds_.doubted ? held_in(dating, own) : loosely_held_in(dating, own),
            ends_of(dating, own), is_doubted(dating, own)};
  }

  /// Stretches that share a relation are one spell.
  void unite(std::vector<Stretch> stretches) {
    std::sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) {
      return std::pair(a.bounds.start_min, a.accounts.front().relation) <
             std::pair(b.bounds.start_min, b.accounts.front().relation);
    });
    std::map<RelationId, std::size_t> spell_of;
    const std::size_t first = spells.size();
    for (Stretch& stretch : stretches) {
      std::size_t target = spells.size();
      for (const Account& account : stretch.accounts)
        if (const auto known = spell_of.find(account.relation); known != spell_of.end())
          target = std::min(target, known->second);
      if (target == spells.size()) spells.emplace_back();
      for (const Account& account : stretch.accounts) {
        const auto known = spell_of.find(account.relation);
        if (known != spell_of.end() && known->second != target)
          move_spell(known->second, target, spell_of);
        spell_of[account.relation] = target;
      }
      spells[target].stretches.push_back(std::move(stretch));
    }
    finish(first, spell_of);
  }

  void move_spell(std::size_t from, std::size_t to, std::map<RelationId, std::size_t>& spell_of) {
    for (Stretch& stretch : spells[from].stretches)
      spells[to].stretches.push_back(std::move(stretch));
    spells[from].stretches.clear();
    for (auto& [relation, spell] : spell_of)
      if (spell == from) spell = to;
  }

  void finish(std::size_t first, const std::map<RelationId, std::size_t>& spell_of) {
    for (const auto& [relation, spell] : spell_of) spells[spell].relations.push_back(relation);
    for (std::size_t i = first; i < spells.size(); ++i)
      spells[i].accounts_differ =
          std::any_of(spells[i].stretches.begin(), spells[i].stretches.end(), accounts_differ);
    spells.erase(std::remove_if(spells.begin() + static_cast<std::ptrdiff_t>(first), spells.end(),
                                [](const TieSpell& spell) { return spell.relations.empty(); }),
                 spells.end());
  }

  const Graph::Store& store_;
  const Answers& answers_;
  const Grounds grounds_;
};

}  // namespace

HeldEnds Stretch::ends() const {
  const auto starts_sooner = [](const Account& a, const Account& b) {
    return std::pair(a.bounds.start_min, a.bounds.start_max) <
           std::pair(b.bounds.start_min, b.bounds.start_max);
  };
  const auto ends_sooner = [](const Account& a, const Account& b) {
    return std::pair(a.bounds.end_max, a.bounds.end_min) <
           std::pair(b.bounds.end_max, b.bounds.end_min);
  };
  HeldEnds ends = std::max_element(accounts.begin(), accounts.end(), ends_sooner)->ends;
  ends.start = std::min_element(accounts.begin(), accounts.end(), starts_sooner)->ends.start;
  return ends;
}

bool Stretch::is_doubted() const {
  return std::any_of(accounts.begin(), accounts.end(),
                     [](const Account& account) { return account.doubted; });
}

TieKey tie_key(const Graph::Store& store, RelationId relation) {
  const std::uint32_t i = index(relation);
  TieKey key{store.relations.type[i], store.relations.modality[i], store.relations.from[i],
             store.relations.to[i]};
  if (store.type_of(relation).symmetry == Symmetry::symmetric && key.b < key.a)
    std::swap(key.a, key.b);
  return key;
}

bool certainly_touch(const Bounds& a, const Bounds& b) {
  return b.start_max <= a.end_min + 1 && a.start_max <= b.end_min + 1;
}

bool possibly_touch(const Bounds& a, const Bounds& b) {
  return b.start_min <= a.end_max + 1 && a.start_min <= b.end_max + 1;
}

std::vector<Stretch> stretches_of(const std::vector<Account>& accounts) {
  std::vector<Stretch> cores;
  std::vector<Stretch> others;
  for (const Account& account : accounts)
    (has_core(account.bounds) ? cores : others).push_back({account.bounds, {account}});
  std::vector<Stretch> merged = merged_cores(std::move(cores));
  const std::size_t count = merged.size();
  for (Stretch& other : others) {
    const auto end = merged.begin() + static_cast<std::ptrdiff_t>(count);
    // Only the last stretch that begins in time can last long enough.
    auto after =
        std::upper_bound(merged.begin(), end, other.bounds.end_min + 1,
                         [](Day day, const Stretch& s) { return day < s.bounds.start_max; });
    // Two that leave no day open between last start and first end touch where these are the same.
    const bool may_touch = other.bounds.start_max == other.bounds.end_min + 1;
    const auto alike = std::find_if(end, merged.end(), [&](const Stretch& s) {
      return may_touch && certainly_touch(s.bounds, other.bounds);
    });
    if (after != merged.begin() && certainly_touch((after - 1)->bounds, other.bounds))
      absorb(*(after - 1), std::move(other));
    else if (alike != merged.end())
      absorb(*alike, std::move(other));
    else
      merged.push_back(std::move(other));
  }
  return merged;
}

std::vector<TieSpell> spells_of(const Graph::Store& store, const Answers& answers,
                                std::vector<RelationId> relations, const Grounds& grounds) {
  std::vector<std::pair<TieKey, RelationId>> keyed;
  keyed.reserve(relations.size());
  for (const RelationId relation : relations)
    keyed.emplace_back(tie_key(store, relation), relation);
  std::sort(keyed.begin(), keyed.end());
  Gathering gathering(store, answers, grounds);
  Looks looks;
  for (std::size_t begin = 0, end = 0; begin < keyed.size(); begin = end) {
    looks.step();
    std::vector<RelationId> tie;
    for (; end < keyed.size() && keyed[end].first == keyed[begin].first; ++end)
      tie.push_back(keyed[end].second);
    gathering.add_tie(tie);
  }
  std::sort(gathering.spells.begin(), gathering.spells.end(),
            [](const TieSpell& a, const TieSpell& b) { return a.relations < b.relations; });
  return std::move(gathering.spells);
}

}  // namespace entente
