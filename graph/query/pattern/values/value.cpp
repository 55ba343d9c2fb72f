// Values, and the memory that each counts for in a run.

#include <algorithm>
#include <string>

#include <entente/error.hpp>
#include <entente/query/value.hpp>

#include "query/pattern/meter.hpp"

namespace entente::query {
namespace {

// Small vectors take what they have room for; of large ones only what they use is touched.
constexpr std::size_t large = 128 * 1024;

template <typename Item>
std::int64_t bytes_of_items(const std::vector<Item>& items) {
  const std::size_t room = items.capacity() * sizeof(Item);
  return chunk_of(room < large ? room : items.size() * sizeof(Item));
}

std::int64_t bytes_in(const List& list) {
  std::int64_t bytes = bytes_of_items(list);
  for (const Value& item : list) bytes += bytes_of_text(item);
  return bytes;
}

std::int64_t bytes_in(const Map& map) {
  constexpr std::size_t inside = 15;
  std::int64_t bytes = bytes_of_items(map);
  for (const auto& [name, member] : map)
    bytes += bytes_of_text(member) + (name.size() > inside ? chunk_of(name.size() + 1) : 0);
  return bytes;
}

std::int64_t bytes_in(const Walk& walk) {
  return bytes_of_items(walk.nodes) + bytes_of_items(walk.edges);
}

std::int64_t bytes_in(const When& when) {
  return chunk_of(when.text().size() + 1);
}

std::int64_t bytes_in(const std::string& text) {
  return chunk_of(text.size() + 1);
}

/// What copies share, and which run it counts for, if any.
template <typename Shared>
class Payload : public Shared {
 public:
  Payload(Shared&& shared, std::size_t depth) : Shared(std::move(shared)), depth_(depth) {
    Meter* const meter = Meter::here();
    if (!meter) return;
    bytes_ = bytes_in(*this) + chunk_of(sizeof(Payload) + 2 * sizeof(void*));
    run_ = meter->number();
    meter->hold(bytes_);
  }
  ~Payload() {
    if (run_ == 0) return;
    Meter* const meter = Meter::here();
    if (meter && meter->number() == run_) meter->let_go(bytes_);
  }
  Payload(const Payload&) = delete;
  Payload& operator=(const Payload&) = delete;

  /// How many lists and maps lie in each other, itself counted.
  [[nodiscard]] std::size_t depth() const { return depth_; }

 private:
  std::size_t depth_ = 0;
  std::uint64_t run_ = 0;
  std::int64_t bytes_ = 0;
};

template <typename Shared>
std::shared_ptr<const Shared> shared(Shared&& what, std::size_t depth = 0) {
  return std::make_shared<const Payload<Shared>>(std::move(what), depth);
}

std::size_t depth_of(const Value& value) {
  if (const List* list = value.list()) return static_cast<const Payload<List>*>(list)->depth();
  if (const Map* map = value.map()) return static_cast<const Payload<Map>*>(map)->depth();
  return 0;
}

/// Of a list or map around something as deep as that.
std::size_t depth_around(std::size_t inside) {
  if (inside >= Value::greatest_depth)
    throw LimitReached("value-depth", "lists and maps lie in each other more than " +
                                          std::to_string(Value::greatest_depth) + " deep");
  return inside + 1;
}

std::size_t depth_with(const List& list) {
  std::size_t inside = 0;
  for (const Value& item : list) inside = std::max(inside, depth_of(item));
  return depth_around(inside);
}

std::size_t depth_with(const Map& map) {
  std::size_t inside = 0;
  for (const auto& [name, member] : map) inside = std::max(inside, depth_of(member));
  return depth_around(inside);
}

}  // namespace

Value::Value(List value) {
  const std::size_t depth = depth_with(value);
  is_ = shared(std::move(value), depth);
}
Value::Value(Map value) {
  const std::size_t depth = depth_with(value);
  is_ = shared(std::move(value), depth);
}
Value::Value(Walk value) : is_(shared(std::move(value))) {}
Value::Value(When value) : is_(shared(std::move(value))) {}

void Value::share_text() {
  is_ = shared(std::move(std::get<std::string>(is_)));
}

ValueKind Value::kind() const noexcept {
  static constexpr ValueKind kinds[] = {ValueKind::null, ValueKind::boolean, ValueKind::integer,
                                        ValueKind::real, ValueKind::text,    ValueKind::node,
                                        ValueKind::edge, ValueKind::list,    ValueKind::map,
                                        ValueKind::path, ValueKind::date,    ValueKind::text};
  return kinds[is_.index()];
}

const List* Value::list() const noexcept {
  const auto* held = std::get_if<std::shared_ptr<const List>>(&is_);
  return held ? held->get() : nullptr;
}
const Map* Value::map() const noexcept {
  const auto* held = std::get_if<std::shared_ptr<const Map>>(&is_);
  return held ? held->get() : nullptr;
}
const Walk* Value::path() const noexcept {
  const auto* held = std::get_if<std::shared_ptr<const Walk>>(&is_);
  return held ? held->get() : nullptr;
}
const When* Value::date() const noexcept {
  const auto* held = std::get_if<std::shared_ptr<const When>>(&is_);
  return held ? held->get() : nullptr;
}

double Value::number() const noexcept {
  if (const std::int64_t* whole = integer()) return static_cast<double>(*whole);
  return real() ? *real() : 0;
}

}  // namespace entente::query
