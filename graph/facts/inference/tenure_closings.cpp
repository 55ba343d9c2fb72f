#include "facts/inference/tenure_closings.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

#include "facts/attribute_code.hpp"
#include "model/tenures.hpp"

namespace entente {

namespace {

/// The beginning of a term: by its last day, then by id.
struct Successor {
  Day last = {};
  RelationId by = {};
  Day first = {};
  EntityId holder = {};
  bool qualified = false;
  friend bool operator<(const Successor& a, const Successor& b) {
    return std::tie(a.last, a.by) < std::tie(b.last, b.by);
  }
};

/// The best of some beginnings, and the best by another holder.
struct Leaders {
  Successor best;
  std::optional<Successor> other = std::nullopt;

  [[nodiscard]] Leaders with(const Successor& one) const {
    if (one < best) return {one, one.holder == best.holder ? other : best};
    if (one.holder == best.holder || (other && *other < one)) return *this;
    return {best, one};
  }
  [[nodiscard]] std::optional<Successor> besides(EntityId holder) const {
    return best.holder == holder ? other : best;
  }
};

class Terms {
 public:
  explicit Terms(const InferenceEvidence& evidence) : evidence_(evidence) {}

  std::vector<Closing> run(std::span<const EntityId> posts) {
    for (const EntityId post : posts) close_at(post);
    return std::move(closings_);
  }

 private:
  [[nodiscard]] EntityId holder(RelationId tie) const {
    return evidence_.store().relations.from[index(tie)];
  }

  [[nodiscard]] std::vector<RelationId> terms_at(EntityId post) const {
    std::vector<RelationId> terms = evidence_.ties_to(post);
    std::erase_if(terms, [&](RelationId tie) {
      return evidence_.store().type_of(tie).closes != Closes::previous_holder;
    });
    return terms;
  }

  /// A post that says nothing has one seat, unless what is seen of it shows two holders.
  [[nodiscard]] bool has_one_seat(EntityId post, const std::vector<RelationId>& terms) const {
    const Graph::Store& store = evidence_.store();
    const auto& rows = store.entities.attributes;
    const std::uint32_t i = index(post);
    const Attributes attributes = decode(store.entities.attribute_bytes.part(rows[i], rows[i + 1]));
    const std::string& kind = store.vocabulary.kinds()[store.entities.kind[i]].id;
    if (seats_of(store.vocabulary, kind, attributes) == Seats::many) return false;
    return seats_said(attributes) || clashes(tenures(terms)).empty();
  }

  [[nodiscard]] std::vector<Tenure> tenures(const std::vector<RelationId>& terms) const {
    std::vector<Tenure> tenures;
    for (const RelationId tie : terms)
      for (const Bounds& bounds : evidence_.bounds(tie))
        tenures.push_back({.row = index(tie),
                           .holder = index(holder(tie)),
                           .start_max = bounds.start_max,
                           .end_min = bounds.end_min});
    return tenures;
  }

  // A term's successor is who, beginning after it certainly had, began first.
  void close_at(EntityId post) {
    const std::vector<RelationId> terms = terms_at(post);
    if (terms.size() < 2 || !has_one_seat(post, terms)) return;
    const std::vector<Successor> starts = starts_of(terms);
    std::vector<Leaders> from_here;  // reversed: the leaders among starts[i] and later
    for (auto start = starts.rbegin(); start != starts.rend(); ++start)
      from_here.push_back(from_here.empty() ? Leaders{*start} : from_here.back().with(*start));
    const std::vector<Successor> by_last = sorted_by_last(starts);
    for (const RelationId tie : terms) {
      const auto closable = evidence_.closable(tie);
      if (!closable) continue;
      const auto later =
          std::upper_bound(starts.begin(), starts.end(), closable->last_start,
                           [](Day day, const Successor& one) { return day < one.first; });
      if (later == starts.end()) continue;
      const Leaders& leaders = from_here[static_cast<std::size_t>(starts.end() - later - 1)];
      auto next = leaders.besides(holder(tie));
      if (next && next->last < closable->least) next = first_fitting(tie, *closable, by_last);
      if (next && next->last <= evidence_.last_day_of_ends(tie))
        closings_.push_back({tie, next->by, next->last, next->qualified});
    }
  }

  static std::vector<Successor> sorted_by_last(std::vector<Successor> starts) {
    std::sort(starts.begin(), starts.end());
    return starts;
  }

  /// The earliest that does not contradict what is known of a term that was held on several days.
  [[nodiscard]] std::optional<Successor> first_fitting(
      RelationId tie, const Closable& closable, const std::vector<Successor>& by_last) const {
    auto one = std::lower_bound(by_last.begin(), by_last.end(), closable.least,
                                [](const Successor& s, Day day) { return s.last < day; });
    for (; one != by_last.end(); ++one)
      if (one->first > closable.last_start && one->holder != holder(tie)) return *one;
    return std::nullopt;
  }

  // Those that begin on a known date, by its first day.
  [[nodiscard]] std::vector<Successor> starts_of(const std::vector<RelationId>& terms) const {
    std::vector<Successor> starts;
    for (const RelationId tie : terms)
      if (const auto begun = evidence_.beginning(tie); begun && begun->first != day_min)
        starts.push_back({begun->last, tie, begun->first, holder(tie), begun->qualified});
    std::sort(starts.begin(), starts.end(), [](const Successor& a, const Successor& b) {
      return std::tie(a.first, a) < std::tie(b.first, b);
    });
    return starts;
  }

  const InferenceEvidence& evidence_;
  std::vector<Closing> closings_;
};

}  // namespace

std::vector<Closing> close_tenures(const InferenceEvidence& evidence) {
  const Graph::Store& store = evidence.store();
  std::vector<EntityId> posts;
  for (const RelationId tie : evidence.closers(Closes::previous_holder))
    posts.push_back(store.relations.to[index(tie)]);
  std::sort(posts.begin(), posts.end());
  posts.erase(std::unique(posts.begin(), posts.end()), posts.end());
  return close_tenures(evidence, posts);
}

std::vector<Closing> close_tenures(const InferenceEvidence& evidence,
                                   std::span<const EntityId> posts) {
  return Terms(evidence).run(posts);
}

}  // namespace entente
