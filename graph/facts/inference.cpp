#include "facts/inference.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <variant>

#include "facts/attribute_code.hpp"

namespace entente {

namespace {

constexpr std::string_view party_type = "party_to";

bool closes_others(const Graph::Store& store, RelationId relation) {
  const Modality modality = store.relations.modality[index(relation)];
  return store.has(relation, Trait::dated) &&
         (modality == Modality::fact || modality == Modality::derived);
}

bool has_unknown_end(const Graph::Store& store, RelationId relation) {
  const auto when = store.when(store.relations.when[index(relation)]);
  return when && when->end_state(store.type_of(relation).reading) == EndState::unknown;
}

bool is_one(const AttributeValue* value) {
  const Scalar* scalar = value ? std::get_if<Scalar>(value) : nullptr;
  if (scalar == nullptr) return false;
  if (const auto* integer = std::get_if<std::int64_t>(scalar)) return *integer == 1;
  if (const auto* natural = std::get_if<std::uint64_t>(scalar)) return *natural == 1;
  const auto* number = std::get_if<double>(scalar);
  return number != nullptr && *number == 1.0;
}

bool has_one_seat(const Graph::Store& store, EntityId post) {
  const auto& rows = store.entities.attributes;
  const std::uint32_t i = index(post);
  return is_one(
      find_attribute(decode(store.entities.attribute_bytes.part(rows[i], rows[i + 1])), "seats"));
}

/// The relations that end at an entity.
std::vector<RelationId> ties_to(const Graph::Store& store, EntityId entity) {
  const auto& rows = store.entities.incident;
  std::vector<RelationId> ties;
  for (const RelationId tie :
       store.entities.relations.part(rows[index(entity)], rows[index(entity) + 1]))
    if (store.relations.to[index(tie)] == entity) ties.push_back(tie);
  return ties;
}

/// What may close: by the last day, then by id.
struct Closer {
  Day last = 0;
  RelationId by = {};
  Day start = 0;         ///< first possible day of the successor's tenure
  EntityId holder = {};  ///< and who holds the post then
  friend bool operator<(const Closer& a, const Closer& b) {
    return std::tie(a.last, a.by) < std::tie(b.last, b.by);
  }
};

/// The best closer, and the best by another holder.
struct Leaders {
  Closer best;
  std::optional<Closer> other = std::nullopt;

  [[nodiscard]] Leaders with(const Closer& closer) const {
    if (closer < best) return {closer, closer.holder == best.holder ? other : best};
    if (closer.holder == best.holder || (other && *other < closer)) return *this;
    return {best, closer};
  }
  [[nodiscard]] std::optional<Closer> besides(EntityId holder) const {
    return best.holder == holder ? other : best;
  }
};

/// The closings at one entity: an agreement that others supersede, or a post.
class Inferring {
 public:
  explicit Inferring(const Graph::Store& store) : store_(store) {}

  std::vector<Closing> run() {
    for (const EntityId entity : ends_of_closing()) {
      const std::vector<RelationId> ties = ties_to(store_, entity);
      close_parties(ties);
      if (std::any_of(ties.begin(), ties.end(), [&](RelationId t) { return is_tenure(t); }) &&
          has_one_seat(store_, entity))
        close_tenures(ties);
    }
    std::sort(closings_.begin(), closings_.end(),
              [](const Closing& a, const Closing& b) { return a.relation < b.relation; });
    return std::move(closings_);
  }

 private:
  /// Where relations end that may close others, ascending.
  [[nodiscard]] std::vector<EntityId> ends_of_closing() const {
    std::vector<EntityId> ends;
    for (std::size_t i = 0; i < store_.relations.type.size(); ++i)
      if (store_.vocabulary.types()[store_.relations.type[i]].closes != Closes::nothing)
        ends.push_back(store_.relations.to[i]);
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    return ends;
  }

  [[nodiscard]] bool is_tenure(RelationId tie) const {
    return store_.type_of(tie).closes == Closes::previous_holder;
  }

  void close_parties(const std::vector<RelationId>& ties) {
    std::vector<Closer> closers;
    for (const RelationId tie : ties)
      if (store_.type_of(tie).closes == Closes::parties_of_object && closes_others(store_, tie))
        closers.push_back({store_.bounds(tie).end_max, tie});
    if (closers.empty()) return;
    std::sort(closers.begin(), closers.end());
    for (const RelationId tie : ties) {
      if (store_.type_of(tie).id != party_type) continue;
      // The earliest that does not contradict what is known.
      const Bounds bounds = store_.bounds(tie);
      const Closer least{std::max(bounds.start_min, bounds.end_min)};
      const auto closer = std::lower_bound(closers.begin(), closers.end(), least);
      if (closer != closers.end()) close(tie, *closer);
    }
  }

  // A tenure's successor is who, beginning after it certainly had, began first.
  void close_tenures(const std::vector<RelationId>& ties) {
    const std::vector<Closer> starts = starts_of_tenures(ties);
    std::vector<Leaders> from_here;  // reversed: the leaders among starts[i] and later
    for (auto start = starts.rbegin(); start != starts.rend(); ++start)
      from_here.push_back(from_here.empty() ? Leaders{*start} : from_here.back().with(*start));
    for (const RelationId tie : ties) {
      if (!is_tenure(tie)) continue;
      const auto later =
          std::upper_bound(starts.begin(), starts.end(), store_.bounds(tie).start_max,
                           [](Day day, const Closer& closer) { return day < closer.start; });
      if (later == starts.end()) continue;
      const Leaders& leaders = from_here[static_cast<std::size_t>(starts.end() - later - 1)];
      if (const auto closer = leaders.besides(store_.relations.from[index(tie)]))
        close(tie, *closer);
    }
  }

  // Those that begin on a known date, by its first day.
  [[nodiscard]] std::vector<Closer> starts_of_tenures(const std::vector<RelationId>& ties) const {
    std::vector<Closer> starts;
    for (const RelationId tie : ties) {
      const Bounds bounds = store_.bounds(tie);
      if (is_tenure(tie) && closes_others(store_, tie) && bounds.start_min != day_min)
        starts.push_back(
            {bounds.start_max, tie, bounds.start_min, store_.relations.from[index(tie)]});
    }
    std::sort(starts.begin(), starts.end(), [](const Closer& a, const Closer& b) {
      return std::tie(a.start, a) < std::tie(b.start, b);
    });
    return starts;
  }

  void close(RelationId relation, const Closer& closer) {
    const Bounds bounds = store_.bounds(relation);
    if (closed_by(bounds, closer.last) == bounds || !has_unknown_end(store_, relation)) return;
    closings_.push_back({relation, closer.by, closer.last});
  }

  const Graph::Store& store_;
  std::vector<Closing> closings_;
};

}  // namespace

std::vector<Closing> infer_closings(const Graph::Store& store) {
  return Inferring(store).run();
}

}  // namespace entente
