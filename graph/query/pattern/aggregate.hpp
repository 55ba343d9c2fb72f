#pragma once

/// Aggregates over the rows of a group.

#include <memory>
#include <unordered_set>
#include <vector>

#include "query/pattern/evaluator.hpp"
#include "query/pattern/functions/functions.hpp"

namespace entente::query {

struct ValueHash {
  std::size_t operator()(const Value& value) const { return hash_of(value); }
  std::size_t operator()(const std::vector<Value>& values) const;
};
struct ValueSame {
  bool operator()(const Value& a, const Value& b) const { return same(a, b); }
  bool operator()(const std::vector<Value>& a, const std::vector<Value>& b) const;
};

/// One aggregate of one group under way.
class Aggregate {
 public:
  virtual ~Aggregate() = default;
  /// Takes the arguments of a further row, of which the first is not null.
  virtual void add(Arguments arguments) = 0;
  [[nodiscard]] virtual Value result() = 0;
  /// The same of so many rows alike. Only of those to which that makes no other difference.
  virtual void add_many(Arguments arguments, std::int64_t) { add(arguments); }
  /// The same, of the same rows.
  [[nodiscard]] virtual std::unique_ptr<Aggregate> copy() const = 0;
};

/// `call` is the call of an aggregate. With DISTINCT each value counts once.
[[nodiscard]] std::unique_ptr<Aggregate> make_aggregate(const Evaluator& evaluator,
                                                        const Expr& call);

}  // namespace entente::query
