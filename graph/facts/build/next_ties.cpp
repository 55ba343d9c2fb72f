#include "facts/build/next_ties.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <utility>

#include <entente/error.hpp>

#include "system/large_pages.hpp"

namespace entente {

namespace {

class NextTies {
 public:
  NextTies(const Graph::Store& before, Renumbering& renumbered, std::vector<TieEnd> lost,
           std::vector<TieEnd> gained)
      : rows_(before.entities.incident),
        relations_(before.entities.relations),
        count_(before.relations.type.size()),
        renumbered_(renumbered),
        lost_(std::move(lost)),
        gained_(std::move(gained)) {
    std::sort(lost_.begin(), lost_.end());
    std::sort(gained_.begin(), gained_.end());
  }

  void run(Graph::Store& next) {
    const std::size_t ends = relations_.size() + gained_.size() - lost_.size();
    if (ends > std::numeric_limits<std::uint32_t>::max())
      throw LimitReached("graph-size", "a graph holds at most 2^31 relations");
    out_.reserve(ends);
    use_large_pages(out_.data(), ends * sizeof(RelationId));
    offsets_.assign(rows_.begin(), rows_.end());
    std::uint32_t done = 0;  // entities
    for (const EntityId entity : touched()) {
      copy(rows_[done], rows_[index(entity)]);
      move_offsets(done, index(entity));
      merge(entity);
      done = index(entity) + 1;
    }
    copy(rows_[done], static_cast<std::uint32_t>(relations_.size()));
    move_offsets(done, static_cast<std::uint32_t>(offsets_.size() - 1));
    next.entities.incident = Offsets(std::move(offsets_));
    next.entities.relations = Column(std::move(out_));
  }

 private:
  [[nodiscard]] std::vector<EntityId> touched() const {
    std::vector<EntityId> entities;
    for (const auto* ties : {&lost_, &gained_})
      for (const TieEnd& tie : *ties) entities.push_back(tie.entity);
    std::sort(entities.begin(), entities.end());
    entities.erase(std::unique(entities.begin(), entities.end()), entities.end());
    return entities;
  }

  /// The rows from the first entity to the last begin further on or back than before.
  void move_offsets(std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i <= last; ++i) offsets_[i] += growth_;
  }

  // In pieces that stay in the cache until they are renumbered.
  void copy(std::uint32_t begin, std::uint32_t end) {
    constexpr std::uint32_t piece = 4096;
    while (begin < end) {
      const std::uint32_t count = std::min(piece, end - begin);
      const auto part = relations_.part(begin, begin + count);
      out_.insert(out_.end(), part.begin(), part.end());
      renumbered_.apply({out_.end() - count, out_.end()}, count_);
      begin += count;
    }
  }

  /// The row of an entity with what it lost and gained.
  void merge(EntityId entity) {
    const std::uint32_t begin = rows_[index(entity)];
    const std::uint32_t end = rows_[index(entity) + 1];
    const auto of_entity = [entity](const TieEnd& tie) { return tie.entity == entity; };
    std::vector<RelationId> kept;
    for (const RelationId relation : relations_.part(begin, end)) {
      if (next_lost_ < lost_.size() && lost_[next_lost_] == TieEnd{entity, relation})
        ++next_lost_;
      else
        kept.push_back(renumbered_(relation));
    }
    std::vector<RelationId> more;
    for (; next_gained_ < gained_.size() && of_entity(gained_[next_gained_]); ++next_gained_)
      more.push_back(gained_[next_gained_].relation);
    std::merge(kept.begin(), kept.end(), more.begin(), more.end(), std::back_inserter(out_));
    growth_ += static_cast<std::uint32_t>(kept.size() + more.size()) - (end - begin);
  }

  const Offsets& rows_;
  const Column<RelationId>& relations_;
  std::size_t count_;  // of relations before
  Renumbering& renumbered_;
  std::vector<TieEnd> lost_;
  std::vector<TieEnd> gained_;
  std::size_t next_lost_ = 0;
  std::size_t next_gained_ = 0;
  std::uint32_t growth_ = 0;  // modulo 2^32
  std::vector<std::uint32_t> offsets_;
  std::vector<RelationId> out_;
};

}  // namespace

void tie_next(const Graph::Store& before, Renumbering& renumbered, std::vector<TieEnd> lost,
              std::vector<TieEnd> gained, Graph::Store& next) {
  NextTies(before, renumbered, std::move(lost), std::move(gained)).run(next);
}

}  // namespace entente
