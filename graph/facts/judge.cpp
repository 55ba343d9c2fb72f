// One scan: bounds judge whole blocks of relations, the few whose dates need more are asked one by
// one.

#include "facts/judge.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

#include "base/run_scope.hpp"
#include "facts/bounds_scan.hpp"

namespace entente {

namespace {

constexpr std::uint8_t no = static_cast<std::uint8_t>(Verdict::no);
static_assert(no == 0);
constexpr std::uint8_t maybe = static_cast<std::uint8_t>(Verdict::maybe);
constexpr std::uint8_t yes = static_cast<std::uint8_t>(Verdict::yes);
constexpr std::uint8_t no_why = static_cast<std::uint8_t>(Why::none);

class Scan {
 public:
  Scan(const Graph::Store& store, const Criteria& criteria, const Answers& answers)
      : store_(store), criteria_(criteria), answers_(answers) {}

  JudgedRelations run();

 private:
  void judge_block();
  void count_block();
  void keep_block();
  void judge_records();
  void judge_dates();
  void ask_closed_by_question(const Verdicts& before);
  void judge_bounds(const BoundsBlock& bounds);
  void judge_knowledge();
  void find_inferred_ends();

  [[nodiscard]] bool asks_single() const;
  [[nodiscard]] bool is_asked(std::size_t i, const Verdicts& before) const;
  [[nodiscard]] bool is_bounded_by_lifespans(std::size_t i) const;
  [[nodiscard]] bool keeps_record(std::size_t relation) const;
  [[nodiscard]] bool has_source(std::size_t relation) const;
  [[nodiscard]] BoundsBlock bounds();
  [[nodiscard]] bool keeps_ends(std::size_t relation) const;
  void take(std::size_t i, const Judgement& judgement);
  [[nodiscard]] bool keeps_none(std::size_t i) const;
  [[nodiscard]] RelationId relation(std::size_t i) const {
    return static_cast<RelationId>(static_cast<std::uint32_t>(begin_ + i));
  }

  const Graph::Store& store_;
  const Criteria& criteria_;
  const Answers& answers_;
  std::size_t begin_ = 0;  // the block: relations begin_ … begin_ + size_ - 1
  std::size_t size_ = 0;
  const std::uint8_t* traits_ = nullptr;         // of the block, once its dates are judged
  std::vector<std::uint8_t> traits_room_;        // for those that lie apart
  std::array<std::vector<Day>, 4> bounds_room_;  // the same for bounds
  std::vector<std::uint16_t> type_room_;         // and so on
  std::vector<Modality> modality_room_;
  Verdicts verdicts_{};
  Reasons reasons_{};
  std::array<bool, block_size> qualified_{};
  std::array<bool, block_size> presumed_{};
  std::array<SelectedRelation, block_size> kept_;
  JudgedRelations judged_;
};

JudgedRelations Scan::run() {
  const std::size_t count = store_.relations.type.size();
  for (begin_ = 0; begin_ < count; begin_ += size_) {
    check_run();
    size_ = std::min(block_size, count - begin_);
    judge_block();
    std::fill(verdicts_.begin() + static_cast<std::ptrdiff_t>(size_), verdicts_.end(), no);
    count_block();
    keep_block();
  }
  if (criteria_.least > Verdict::maybe) judged_.undated.clear();
  judged_.counts.undated = judged_.undated.size();
  if (criteria_.dated() && criteria_.least <= Verdict::maybe) find_inferred_ends();
  return std::move(judged_);
}

// A *no* is due to inference if it is none without it.
void Scan::find_inferred_ends() {
  for (const RelationId relation : answers_.closed()) {
    if (!keeps_record(index(relation))) continue;
    if (answers_.judge(relation).verdict == Verdict::no &&
        answers_.lasts_without_inference(relation))
      judged_.inferred_ended.push_back(relation);
  }
}

void Scan::count_block() {
  std::uint32_t certain = 0;
  std::uint32_t possible = 0;
  for (const std::uint8_t verdict : verdicts_) {
    certain += verdict == yes ? 1 : 0;
    possible += verdict == maybe ? 1 : 0;
  }
  judged_.counts.certain += certain;
  if (criteria_.least <= Verdict::maybe) judged_.counts.possible += possible;
}

// Without branches on what is kept, which no processor can predict; but where nothing is for a
// while, that is seen at once.
void Scan::keep_block() {
  std::size_t count = 0;
  for (std::size_t first = 0; first < size_; first += sizeof(std::uint64_t)) {
    if (keeps_none(first)) continue;
    for (std::size_t i = first; i < first + sizeof(std::uint64_t); ++i) {
      const auto verdict = static_cast<Verdict>(verdicts_[i]);
      const std::uint8_t why = verdict == Verdict::maybe ? reasons_[i] : no_why;
      kept_[count] = {relation(i), verdict, qualified_[i], static_cast<Why>(why), presumed_[i]};
      count += verdict >= criteria_.least ? 1 : 0;
    }
  }
  judged_.kept.insert(judged_.kept.end(), kept_.begin(),
                      kept_.begin() + static_cast<std::ptrdiff_t>(count));
}

// Whether the eight verdicts from `i` on are all *no*.
bool Scan::keeps_none(std::size_t i) const {
  std::uint64_t eight = 0;
  std::memcpy(&eight, &verdicts_[i], sizeof eight);
  return eight == 0;
}

void Scan::judge_block() {
  verdicts_.fill(yes);
  reasons_.fill(no_reason);
  qualified_.fill(false);
  presumed_.fill(false);
  judge_records();
  if (criteria_.dated()) judge_dates();
  if (answers_.sight().is_uncertain()) judge_knowledge();
}

void Scan::judge_records() {
  const auto& columns = store_.relations;
  const auto drop_unless = [&](auto&& kept) {
    for (std::size_t i = 0; i < size_; ++i) verdicts_[i] = kept(i) ? verdicts_[i] : no;
  };
  if (!criteria_.types.empty()) {
    const std::uint16_t* const types = columns.type.piece(begin_, size_, type_room_);
    drop_unless([&](std::size_t i) { return criteria_.types[types[i]] != 0; });
  }
  if (criteria_.modalities != 0xff) {
    const Modality* const modalities = columns.modality.piece(begin_, size_, modality_room_);
    drop_unless([&](std::size_t i) {
      return ((criteria_.modalities >> static_cast<unsigned>(modalities[i])) & 1U) != 0;
    });
  }
  if (!criteria_.keeps_all_entities())
    drop_unless([&](std::size_t i) { return keeps_ends(begin_ + i); });
  if (!criteria_.sources.empty())
    drop_unless([&](std::size_t i) { return has_source(begin_ + i); });
}

bool Scan::keeps_record(std::size_t relation) const {
  const auto& columns = store_.relations;
  const auto modality = static_cast<unsigned>(columns.modality[relation]);
  return (criteria_.types.empty() || criteria_.types[columns.type[relation]] != 0) &&
         ((criteria_.modalities >> modality) & 1U) != 0 &&
         (criteria_.keeps_all_entities() || keeps_ends(relation)) &&
         (criteria_.sources.empty() || has_source(relation));
}

bool Scan::keeps_ends(std::size_t relation) const {
  const auto keeps = [this](EntityId entity) {
    return criteria_.keeps(entity, store_.entities.kind[index(entity)]);
  };
  return keeps(store_.relations.from[relation]) && keeps(store_.relations.to[relation]);
}

bool Scan::has_source(std::size_t relation) const {
  const auto sources = store_.sources_of(static_cast<RelationId>(relation));
  return std::any_of(sources.begin(), sources.end(),
                     [&](EntityId source) { return criteria_.sources[index(source)] != 0; });
}

void Scan::judge_dates() {
  const Verdicts before = verdicts_;
  traits_ = store_.relations.traits.piece(begin_, size_, traits_room_);
  judge_bounds(bounds());
  if (asks_single())
    for (std::size_t i = 0; i < size_; ++i)
      if (is_asked(i, before)) take(i, answers_.judge(relation(i)));
  ask_closed_by_question(before);
}

// What is seen may close more than the whole dossier does.
void Scan::ask_closed_by_question(const Verdicts& before) {
  const std::span<const RelationId> closed = answers_.closed_by_question();
  for (auto one = std::lower_bound(closed.begin(), closed.end(), relation(0));
       one != closed.end() && *one < relation(size_); ++one) {
    const std::size_t i = index(*one) - begin_;
    if (before[i] != no && !is_asked(i, before)) take(i, answers_.judge(*one));
  }
}

BoundsBlock Scan::bounds() {
  const auto& columns = store_.relations;
  return {columns.start_min.piece(begin_, size_, bounds_room_[0]),
          columns.start_max.piece(begin_, size_, bounds_room_[1]),
          columns.end_min.piece(begin_, size_, bounds_room_[2]),
          columns.end_max.piece(begin_, size_, bounds_room_[3])};
}

void Scan::judge_bounds(const BoundsBlock& bounds) {
  for (const Condition& condition : criteria_.conditions) {
    lower(verdicts_, bounds, size_, condition, criteria_.context);
    if (condition.coverage == Coverage::some_day || condition.window.is_one_day()) continue;
    // An instant never fills several days.
    for (std::size_t i = 0; i < size_; ++i)
      verdicts_[i] = (traits_[i] & bit(Trait::instant)) != 0 ? no : verdicts_[i];
  }
  const auto end = verdicts_.begin() + static_cast<std::ptrdiff_t>(size_);
  if (std::find(verdicts_.begin(), end, maybe) == end) return;
  for (const Condition& condition : criteria_.conditions)
    explain(reasons_, bounds, traits_, size_, condition, criteria_.context);
}

// Whether any relation of the block must be asked about by itself; most blocks hold none.
bool Scan::asks_single() const {
  if (answers_.lifetimes().any()) return true;
  std::uint8_t some = 0;
  std::uint8_t all = 0xff;
  for (const std::uint8_t trait : std::span(traits_, size_)) {
    some |= trait;
    all &= trait;
  }
  return (some & (answers_.special() | answers_.arguable())) != 0 || (all & bit(Trait::dated)) == 0;
}

// Whether the bounds of a relation that was kept so far do not hold all that its dates say.
bool Scan::is_asked(std::size_t i, const Verdicts& before) const {
  if (before[i] == no) return false;
  const std::uint8_t traits = traits_[i];
  if ((traits & bit(Trait::dated)) == 0 || (traits & answers_.misleading()) != 0) return true;
  if (verdicts_[i] == no) return false;
  if ((traits & answers_.special()) != 0) return true;
  return (verdicts_[i] == maybe && (traits & answers_.arguable()) != 0) ||
         is_bounded_by_lifespans(i);
}

bool Scan::is_bounded_by_lifespans(std::size_t i) const {
  const auto& columns = store_.relations;
  const std::size_t row = begin_ + i;
  if (!answers_.lifetimes().any()) return false;
  if (columns.start_min[row] != day_min && columns.end_max[row] != day_max) return false;
  const EntityId from = columns.from[row];
  const EntityId to = columns.to[row];
  return verdicts_[i] == maybe ? answers_.lifetimes().bound(from, to)
                               : answers_.lifetimes().doubtful(from, to);
}

void Scan::take(std::size_t i, const Judgement& judgement) {
  verdicts_[i] = static_cast<std::uint8_t>(judgement.verdict);
  reasons_[i] = static_cast<std::uint8_t>(judgement.why);
  qualified_[i] = judgement.qualified;
  presumed_[i] = judgement.presumed;
  if (!judgement.undated || judgement.verdict != Verdict::maybe) return;
  if (criteria_.undated == Undated::listed) return;
  verdicts_[i] = no;
  judged_.undated.push_back(relation(i));
}

// Whether a document was out decides of what its dates leave standing.
void Scan::judge_knowledge() {
  for (std::size_t i = 0; i < size_; ++i) {
    if (verdicts_[i] == no) continue;
    const QualifiedVerdict known = answers_.sight().known(relation(i));
    const QualifiedVerdict both =
        QualifiedVerdict{static_cast<Verdict>(verdicts_[i]), qualified_[i]} & known;
    verdicts_[i] = static_cast<std::uint8_t>(both.verdict);
    qualified_[i] = both.qualified;
    if (known.verdict == Verdict::maybe && reasons_[i] > static_cast<std::uint8_t>(Why::published))
      reasons_[i] = static_cast<std::uint8_t>(Why::published);
  }
}

}  // namespace

JudgedRelations judge(const Graph::Store& store, const Criteria& criteria, const Answers& answers) {
  return Scan(store, criteria, answers).run();
}

}  // namespace entente
