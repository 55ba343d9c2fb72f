// A selection is one scan: bounds judge whole blocks of relations, the few whose dates need more
// are asked one by one.

#include <algorithm>
#include <cstddef>

#include <entente/network/graph.hpp>

#include "network/answers.hpp"
#include "network/bounds_scan.hpp"
#include "network/graph_store.hpp"
#include "network/question.hpp"

namespace entente {

namespace {

constexpr std::uint8_t no = static_cast<std::uint8_t>(Verdict::no);
constexpr std::uint8_t yes = static_cast<std::uint8_t>(Verdict::yes);
constexpr unsigned qualified_shift = 2;  // beside a verdict in one byte

/// The places of a list, 0 … size-1, that are kept, each as `make(i)`. Without branches on
/// what is kept, which no processor can predict. `count` of them are.
template <class T, class Kept, class Make>
std::vector<T> compact(std::size_t size, std::size_t count, Kept&& kept, Make&& make) {
  std::vector<T> list(count + 1);  // the last place takes what is not kept after the last
  std::size_t next = 0;
  for (std::size_t i = 0; i < size; ++i) {
    list[next] = make(i);
    next += kept(i) ? 1 : 0;
  }
  list.pop_back();
  return list;
}

class Scan {
 public:
  Scan(const Graph::Store& store, const Question& question)
      : store_(store), question_(question), answers_(store, question) {}

  SelectedFacts run();

 private:
  void judge_block();
  void judge_dates();

  void judge_records();
  void judge_knowledge();
  void judge_lifespans();
  void note_block();
  void keep_relations();
  void keep_entities();
  [[nodiscard]] std::vector<std::uint8_t> touched_entities() const;

  [[nodiscard]] bool may_misread() const;
  [[nodiscard]] bool misread(std::size_t i) const;
  [[nodiscard]] bool has_source(std::size_t relation) const;
  [[nodiscard]] bool keeps_kinds(std::size_t relation) const;
  void lower_to(std::size_t i, Answer answer);
  [[nodiscard]] RelationId relation(std::size_t i) const {
    return static_cast<RelationId>(static_cast<std::uint32_t>(begin_ + i));
  }

  const Graph::Store& store_;
  const Question& question_;
  const Answers answers_;
  SelectedFacts facts_;
  std::vector<std::uint8_t> verdicts_of_all_;  // with qualified_shift
  std::size_t begin_ = 0;                      // the block: relations begin_ … begin_ + size_ - 1
  std::size_t size_ = 0;
  Verdicts verdicts_{};
  std::array<bool, block_size> qualified_{};
};

SelectedFacts Scan::run() {
  const std::size_t all = store_.relations.type.size();
  verdicts_of_all_.resize(all);
  for (begin_ = 0; begin_ < all; begin_ += size_) {
    size_ = std::min(block_size, all - begin_);
    judge_block();
    note_block();
  }
  keep_relations();
  keep_entities();
  return std::move(facts_);
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
    // An instant never fills several days.
    for (std::size_t i = 0; i < size_; ++i)
      verdicts_[i] = (columns.traits[begin_ + i] & bit(Trait::instant)) != 0 ? no : verdicts_[i];
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
    if (verdicts_[i] == no) continue;
    lower_to(
        i, answers_.presence(columns.from[begin_ + i]) & answers_.presence(columns.to[begin_ + i]));
  }
}

void Scan::judge_knowledge() {
  for (std::size_t i = 0; i < size_; ++i)
    if (verdicts_[i] != no) lower_to(i, answers_.known(relation(i)));
}

void Scan::note_block() {
  for (std::size_t i = 0; i < size_; ++i)
    verdicts_of_all_[begin_ + i] = static_cast<std::uint8_t>(
        verdicts_[i] | (static_cast<unsigned>(qualified_[i]) << qualified_shift));
}

void Scan::keep_relations() {
  const auto verdict = [&](std::size_t i) { return verdicts_of_all_[i] & 3U; };
  const auto least = static_cast<std::uint8_t>(question_.least);
  for (std::size_t i = 0; i < verdicts_of_all_.size(); ++i) {
    facts_.counts.certain += verdict(i) == yes ? 1 : 0;
    facts_.counts.possible += verdict(i) >= least && verdict(i) != yes ? 1 : 0;
  }
  facts_.relations = compact<SelectedRelation>(
      verdicts_of_all_.size(), facts_.counts.certain + facts_.counts.possible,
      [&](std::size_t i) { return verdict(i) >= least; },
      [&](std::size_t i) {
        return SelectedRelation{static_cast<RelationId>(static_cast<std::uint32_t>(i)),
                                static_cast<Verdict>(verdict(i)),
                                verdicts_of_all_[i] >> qualified_shift != 0};
      });
}

std::vector<std::uint8_t> Scan::touched_entities() const {
  std::vector<std::uint8_t> touched(store_.entities.kind.size(), 0);
  for (const SelectedRelation& selected : facts_.relations) {
    touched[index(store_.relations.from[index(selected.relation)])] = 1;
    touched[index(store_.relations.to[index(selected.relation)])] = 1;
  }
  return touched;
}

void Scan::keep_entities() {
  std::vector<std::uint8_t> kept = touched_entities();
  for (std::uint32_t i = 0; question_.isolated && i < kept.size(); ++i)
    if (kept[i] == 0 && question_.keeps_kind(store_.entities.kind[i]) &&
        answers_.presence(static_cast<EntityId>(i)).verdict >= question_.least)
      kept[i] = 1;
  facts_.entities = compact<EntityId>(
      kept.size(), static_cast<std::size_t>(std::count(kept.begin(), kept.end(), 1)),
      [&](std::size_t i) { return kept[i] != 0; },
      [](std::size_t i) { return static_cast<EntityId>(static_cast<std::uint32_t>(i)); });
}

}  // namespace

SelectedFacts Graph::facts(const Selection& selection) const {
  const Question question = read_selection(*this, selection);
  return Scan(*store_, question).run();
}

}  // namespace entente
