// Numbers follow the order of ids, rows do not: the rows of the graph before stay where they are,
// those of changed relations come behind them, and an order says which row has which number.

#include "facts/build/changed_store.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <utility>

#include "facts/build/added_rows.hpp"
#include "facts/build/next_closings.hpp"
#include "facts/build/next_ties.hpp"
#include "facts/build/put_rows.hpp"
#include "facts/build/renumbering.hpp"
#include "facts/id_search.hpp"
#include "model/admission.hpp"
#include "system/large_pages.hpp"

namespace entente {

namespace {

/// Lets the columns of entities, which are the same, view those of the graph before. What ties them
/// is left out.
void share_entities(const Graph::Store& before, Graph::Store& next) {
  const auto& b = before.entities;
  auto& n = next.entities;
  n.ids = b.ids.view();
  n.kind = b.kind.view();
  n.when = b.when.view();
  n.names = b.names.view();
  n.name_language = b.name_language.view();
  n.name = b.name.view();
  n.codes = b.codes.view();
  n.code_key = b.code_key.view();
  n.code_value = b.code_value.view();
  n.attributes = b.attributes.view();
  n.attribute_bytes = b.attribute_bytes.view();
  const auto& l = before.lifespans;
  next.lifespans = {l.entity.view(),    l.exact.view(),   l.start_min.view(),
                    l.start_max.view(), l.end_min.view(), l.end_max.view()};
  next.names = before.names;
}

bool lineage_is_circular(const Graph::Store& store) {
  std::vector<RowStep> steps;
  for (std::uint32_t i = 0; i < store.relations.type.size(); ++i)
    if (store.type_of(RelationId(i)).succession == Succession::lineage)
      steps.emplace_back(index(store.relations.from[i]), index(store.relations.to[i]));
  return has_circle(steps);
}

class ChangedStore {
 public:
  ChangedStore(const Graph& before, const RelationChanges& changes)
      : before_(before.store()),
        changes_(changes),
        rows_(std::make_shared<AddedRows>(before)),
        next_(std::make_shared<Graph::Store>(before.vocabulary())) {}

  std::shared_ptr<const Graph::Store> run(const Graph::Store& put) {
    if (!rows_->have_room_for(put)) return nullptr;
    add_rows(put);
    order_rows();
    if (rows_->order.empty()) return nullptr;
    next_->titles = before_.titles;
    next_->vocabularies = before_.vocabularies;
    // Of the graph whose columns are kept: `before` may be gone sooner.
    share_entities(rows_->under.store(), *next_);
    rows_->show_in(*next_);
    if (puts_lineage() && lineage_is_circular(*next_)) return nullptr;
    tie_entities();
    close_next(before_, renumbered_, changed_, *next_, *rows_);
    next_->added = rows_;
    return next_;
  }

 private:
  void add_rows(const Graph::Store& put) {
    const std::uint32_t first_text = rows_->add_texts(put);
    for (std::uint32_t row = 0; row < put.relations.type.size(); ++row)
      put_rows_.push_back(rows_->add_row(put, row, first_text));
  }

  /// Gives each relation its row, in the order of ids.
  void order_rows() {
    const std::size_t most = before_.relations.type.size() + put_rows_.size();
    rows_->order.reserve(most);
    use_large_pages(rows_->order.data(), most * sizeof(std::uint32_t));
    std::uint32_t done = 0;  // of the numbers before
    auto put = put_rows_.begin();
    for (const auto& [id, relation] : changes_) {
      const std::uint32_t place = place_of(before_.relations.ids, id);
      const bool known = place < before_.relations.ids.size() && before_.relations.ids[place] == id;
      keep_rows(done, place);
      done = place + (known ? 1 : 0);
      if (known) changed_.gone.emplace_back(place);
      if (relation) {
        changed_.put.emplace_back(rows_->order.size());
        rows_->order.push_back(*put++);
      }
      renumbered_.add(done, static_cast<std::int64_t>(rows_->order.size()) - done);
    }
    keep_rows(done, static_cast<std::uint32_t>(before_.relations.type.size()));
  }

  void keep_rows(std::uint32_t begin, std::uint32_t end) {
    std::vector<std::uint32_t>& order = rows_->order;
    if (before_.added) {
      const std::vector<std::uint32_t>& rows = before_.added->order;
      order.insert(order.end(), rows.begin() + begin, rows.begin() + end);
      return;
    }
    // In pieces that stay in the cache between being made and being numbered.
    constexpr std::uint32_t piece = 4096;
    while (begin < end) {
      const std::uint32_t count = std::min(piece, end - begin);
      const std::size_t first = order.size();
      order.resize(first + count);
      std::iota(order.begin() + static_cast<std::ptrdiff_t>(first), order.end(), begin);
      begin += count;
    }
  }

  [[nodiscard]] bool puts_lineage() const {
    for (const RelationId relation : changed_.put)
      if (next_->type_of(relation).succession == Succession::lineage) return true;
    return false;
  }

  void tie_entities() {
    std::vector<TieEnd> lost;
    std::vector<TieEnd> gained;
    add_ties(before_, changed_.gone, lost);
    add_ties(*next_, changed_.put, gained);
    tie_next(before_, renumbered_, std::move(lost), std::move(gained), *next_);
  }

  /// A loop is one tie.
  static void add_ties(const Graph::Store& store, const std::vector<RelationId>& relations,
                       std::vector<TieEnd>& ties) {
    for (const RelationId relation : relations) {
      const EntityId from = store.relations.from[index(relation)];
      const EntityId to = store.relations.to[index(relation)];
      ties.push_back({from, relation});
      if (to != from) ties.push_back({to, relation});
    }
  }

  const Graph::Store& before_;
  const RelationChanges& changes_;
  std::shared_ptr<AddedRows> rows_;
  std::shared_ptr<Graph::Store> next_;
  std::vector<std::uint32_t> put_rows_;  // of the relations put, by id
  Renumbering renumbered_;
  ChangedTies changed_;
};

}  // namespace

std::shared_ptr<const Graph::Store> changed_store(const Graph& before,
                                                  const RelationChanges& changes,
                                                  const std::vector<Relation>& put) {
  const auto columns = rows_of_put(before, put);
  if (columns == nullptr) return nullptr;
  return ChangedStore(before, changes).run(*columns);
}

}  // namespace entente
