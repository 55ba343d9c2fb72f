// One scan: bounds judge whole blocks of relations, the few whose dates need more are asked one by
// one.

#include "facts/judge.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

#include "facts/bounds_scan.hpp"

namespace entente {

namespace {

constexpr std::uint8_t no = static_cast<std::uint8_t>(Verdict::no);
static_assert(no == 0);
constexpr std::uint8_t maybe = static_cast<std::uint8_t>(Verdict::maybe);
constexpr std::uint8_t yes = static_cast<std::uint8_t>(Verdict::yes);

class Scan {
 public:
  Scan(const Graph::Store& store, const Question& question, const Answers& answers)
      : store_(store), question_(question), answers_(answers) {}

  JudgedRelations run();

 private:
  void judge_block();
  void count_block();
  void keep_block();
  void judge_records();
  void judge_dates();
  void judge_lifespans();
  void judge_knowledge();

  [[nodiscard]] bool may_misread() const;
  [[nodiscard]] bool misread(std::size_t i) const;
  [[nodiscard]] bool has_source(std::size_t relation) const;
  [[nodiscard]] bool keeps_kinds(std::size_t relation) const;
  void lower_to(std::size_t i, Answer answer);
  [[nodiscard]] bool keeps_none(std::size_t i) const;
  [[nodiscard]] RelationId relation(std::size_t i) const {
    return static_cast<RelationId>(static_cast<std::uint32_t>(begin_ + i));
  }

  const Graph::Store& store_;
  const Question& question_;
  const Answers& answers_;
  std::size_t begin_ = 0;  // the block: relations begin_ … begin_ + size_ - 1
  std::size_t size_ = 0;
  Verdicts verdicts_{};
  std::array<bool, block_size> qualified_{};
  std::array<SelectedRelation, block_size> kept_;
  JudgedRelations judged_;
};

JudgedRelations Scan::run() {
  const std::size_t count = store_.relations.type.size();
  for (begin_ = 0; begin_ < count; begin_ += size_) {
    size_ = std::min(block_size, count - begin_);
    judge_block();
    std::fill(verdicts_.begin() + static_cast<std::ptrdiff_t>(size_), verdicts_.end(), no);
    count_block();
    keep_block();
  }
  return std::move(judged_);
}

void Scan::count_block() {
  std::uint32_t certain = 0;
  std::uint32_t possible = 0;
  for (const std::uint8_t verdict : verdicts_) {
    certain += verdict == yes ? 1 : 0;
    possible += verdict == maybe ? 1 : 0;
  }
  judged_.counts.certain += certain;
  if (question_.least <= Verdict::maybe) judged_.counts.possible += possible;
}

// Without branches on what is kept, which no processor can predict; but where nothing is for a
// while, that is seen at once.
void Scan::keep_block() {
  std::size_t count = 0;
  for (std::size_t first = 0; first < size_; first += sizeof(std::uint64_t)) {
    if (keeps_none(first)) continue;
    for (std::size_t i = first; i < first + sizeof(std::uint64_t); ++i) {
      const auto verdict = static_cast<Verdict>(verdicts_[i]);
      kept_[count] = {.relation = relation(i), .verdict = verdict, .qualified = qualified_[i]};
      count += verdict >= question_.least ? 1 : 0;
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
  qualified_.fill(false);
  judge_records();
  if (question_.dated()) {
    judge_dates();
    if (answers_.lifespans_matter()) judge_lifespans();
  }
  if (question_.known_by) judge_knowledge();
}

void Scan::judge_records() {
  const auto& columns = store_.relations;
  const auto drop_unless = [&](auto&& kept) {
    for (std::size_t i = 0; i < size_; ++i) verdicts_[i] = kept(begin_ + i) ? verdicts_[i] : no;
  };
  if (!question_.types.empty())
    drop_unless([&](std::size_t r) { return question_.types[columns.type[r]] != 0; });
  if (question_.modalities != 0xff)
    drop_unless([&](std::size_t r) {
      return ((question_.modalities >> static_cast<unsigned>(columns.modality[r])) & 1U) != 0;
    });
  if (!question_.kinds.empty()) drop_unless([&](std::size_t r) { return keeps_kinds(r); });
  if (!question_.sources.empty()) drop_unless([&](std::size_t r) { return has_source(r); });
}

bool Scan::keeps_kinds(std::size_t relation) const {
  const auto& kinds = store_.entities.kind;
  return question_.keeps_kind(kinds[index(store_.relations.from[relation])]) &&
         question_.keeps_kind(kinds[index(store_.relations.to[relation])]);
}

bool Scan::has_source(std::size_t relation) const {
  const auto& rows = store_.relations.evidence;
  const auto sources = store_.evidence.source.part(rows[relation], rows[relation + 1]);
  return std::any_of(sources.begin(), sources.end(),
                     [&](EntityId source) { return question_.sources[index(source)] != 0; });
}

void Scan::judge_dates() {
  const auto& columns = store_.relations;
  const Verdicts kept = verdicts_;
  const BoundsBlock bounds{columns.start_min.data() + begin_, columns.start_max.data() + begin_,
                           columns.end_min.data() + begin_, columns.end_max.data() + begin_};
  for (const Condition& condition : question_.conditions) {
    lower(verdicts_, bounds, size_, condition, question_.context);
    if (condition.coverage == Coverage::some_day || condition.window.is_one_day()) continue;
    // An instant never fills several days; of one without a date nothing is known.
    constexpr auto dated_instant =
        static_cast<std::uint8_t>(bit(Trait::instant) | bit(Trait::dated));
    for (std::size_t i = 0; i < size_; ++i)
      verdicts_[i] =
          (columns.traits[begin_ + i] & dated_instant) == dated_instant ? no : verdicts_[i];
  }
  if (!may_misread()) return;
  for (std::size_t i = 0; i < size_; ++i) {
    if (kept[i] == no || !misread(i)) continue;
    const Answer answer = answers_.dated(relation(i));
    verdicts_[i] = static_cast<std::uint8_t>(answer.verdict);
    qualified_[i] = answer.qualified;
  }
}

// Whether any relation of the block can be misread; most blocks hold none.
bool Scan::may_misread() const {
  const auto traits = store_.relations.traits.part(begin_, begin_ + size_);
  std::uint8_t some = 0;
  std::uint8_t all = 0xff;
  for (const std::uint8_t trait : traits) {
    some |= trait;
    all &= trait;
  }
  return (some & answers_.special()) != 0 ||
         (answers_.asks_undated() && (all & bit(Trait::dated)) == 0);
}

// Whether the relation's bounds do not tell all that its dates say.
bool Scan::misread(std::size_t i) const {
  const std::uint8_t traits = store_.relations.traits[begin_ + i];
  if ((traits & answers_.misleading()) != 0) return true;
  if (verdicts_[i] == no) return false;
  if ((traits & answers_.special()) != 0) return true;
  return answers_.asks_undated() && (traits & bit(Trait::dated)) == 0;
}

void Scan::lower_to(std::size_t i, Answer answer) {
  const Answer both = Answer{static_cast<Verdict>(verdicts_[i]), qualified_[i]} & answer;
  verdicts_[i] = static_cast<std::uint8_t>(both.verdict);
  qualified_[i] = both.qualified;
}

void Scan::judge_lifespans() {
  const auto& columns = store_.relations;
  for (std::size_t i = 0; i < size_; ++i) {
    const EntityId from = columns.from[begin_ + i];
    const EntityId to = columns.to[begin_ + i];
    if (answers_.doubtful(from, to) && verdicts_[i] != no)
      lower_to(i, answers_.presence(from) & answers_.presence(to));
  }
}

void Scan::judge_knowledge() {
  for (std::size_t i = 0; i < size_; ++i)
    if (verdicts_[i] != no) lower_to(i, answers_.known(relation(i)));
}

}  // namespace

JudgedRelations judge(const Graph::Store& store, const Question& question, const Answers& answers) {
  return Scan(store, question, answers).run();
}

}  // namespace entente
