#include "query/pattern/aggregate.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "query/pattern/meter.hpp"

namespace entente::query {

std::size_t ValueHash::operator()(const std::vector<Value>& values) const {
  std::size_t hash = values.size();
  for (const Value& value : values) hash = hash * 0x100000001b3ULL ^ hash_of(value);
  return hash;
}

bool ValueSame::operator()(const std::vector<Value>& a, const std::vector<Value>& b) const {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Value& x, const Value& y) { return same(x, y); });
}

namespace {

class CountAggregate : public Aggregate {
 public:
  void add(Arguments) override { ++count_; }
  void add_many(Arguments, std::int64_t times) override { count_ += times; }
  Value result() override { return Value(count_); }
  [[nodiscard]] std::unique_ptr<Aggregate> copy() const override {
    return std::make_unique<CountAggregate>(*this);
  }

 private:
  std::int64_t count_ = 0;
};

/// What computes with numbers refuses other values.
class NumberAggregate : public Aggregate {
 public:
  NumberAggregate(const Evaluator& evaluator, const Expr& call)
      : evaluator_(evaluator), call_(call) {}
  void add(Arguments arguments) override {
    if (!arguments[0].is_number())
      evaluator_.fail("TypeError", "InvalidArgumentType", call_,
                      std::string(call_.function->name) + " takes numbers, not " +
                          std::string(Evaluator::words_for(arguments[0])));
    take(arguments);
  }

 protected:
  virtual void take(Arguments arguments) = 0;
  const Evaluator& evaluator_;
  const Expr& call_;
};

class SumAggregate : public NumberAggregate {
 public:
  using NumberAggregate::NumberAggregate;
  Value result() override {
    return is_real_ ? Value(real_ + static_cast<double>(whole_)) : Value(whole_);
  }
  [[nodiscard]] std::unique_ptr<Aggregate> copy() const override {
    return std::make_unique<SumAggregate>(*this);
  }

 private:
  void take(Arguments arguments) override {
    if (arguments[0].real()) {
      is_real_ = true;
      real_ += *arguments[0].real();
    } else if (__builtin_add_overflow(whole_, *arguments[0].integer(), &whole_)) {
      evaluator_.fail("ArithmeticError", "NumberOutOfRange", call_, "the sum does not fit 64 bits",
                      "write sum(1.0 * …)");
    }
  }
  bool is_real_ = false;
  std::int64_t whole_ = 0;
  double real_ = 0;
};

/// The sum, of whole numbers exact whatever its size, divided once: 5/3 is the double nearest to
/// it.
class MeanAggregate : public NumberAggregate {
 public:
  using NumberAggregate::NumberAggregate;
  Value result() override {
    if (count_ == 0) return {};
    if (!is_real_) return Value(static_cast<double>(whole_) / count_);
    return Value(static_cast<double>((real_ + static_cast<long double>(whole_)) / count_));
  }
  [[nodiscard]] std::unique_ptr<Aggregate> copy() const override {
    return std::make_unique<MeanAggregate>(*this);
  }

 private:
  void take(Arguments arguments) override {
    ++count_;
    if (arguments[0].real()) {
      is_real_ = true;
      real_ += *arguments[0].real();
    } else {
      whole_ += *arguments[0].integer();
    }
  }
  double count_ = 0;
  __extension__ __int128 whole_ = 0;
  bool is_real_ = false;
  long double real_ = 0;  // a sum of doubles may be larger than the largest
};

/// Spread in one pass (B. P. Welford, Technometrics 4(3), 1962).
class SpreadAggregate : public NumberAggregate {
 public:
  enum class Gives : std::uint8_t { sample, population };
  SpreadAggregate(const Evaluator& evaluator, const Expr& call, Gives gives)
      : NumberAggregate(evaluator, call), gives_(gives) {}
  Value result() override {
    const long double divisor = gives_ == Gives::sample ? count_ - 1 : count_;
    return Value(divisor <= 0 ? 0.0 : static_cast<double>(std::sqrt(squares_ / divisor)));
  }
  [[nodiscard]] std::unique_ptr<Aggregate> copy() const override {
    return std::make_unique<SpreadAggregate>(*this);
  }

 private:
  void take(Arguments arguments) override {
    const long double number = arguments[0].number();
    ++count_;
    const long double distance = number - mean_;
    mean_ += distance / count_;
    squares_ += distance * (number - mean_);
  }
  Gives gives_;
  long double count_ = 0;
  long double mean_ = 0;
  long double squares_ = 0;  // of doubles, which may be larger than the largest
};

class BestAggregate : public Aggregate {
 public:
  explicit BestAggregate(int sign) : sign_(sign) {}
  void add(Arguments arguments) override {
    if (best_.is_null() || ordered(arguments[0], best_) * sign_ > 0) best_ = arguments[0];
  }
  Value result() override { return best_; }
  [[nodiscard]] std::unique_ptr<Aggregate> copy() const override {
    return std::make_unique<BestAggregate>(*this);
  }

 private:
  int sign_;
  Value best_;
};

class CollectAggregate : public Aggregate {
 public:
  void add(Arguments arguments) override { items_.push_back(arguments[0]); }
  Value result() override { return items_.finish(); }
  [[nodiscard]] std::unique_ptr<Aggregate> copy() const override {
    return std::make_unique<CollectAggregate>(*this);
  }

 private:
  ListBuilder items_;
};

class PercentileAggregate : public NumberAggregate {
 public:
  PercentileAggregate(const Evaluator& evaluator, const Expr& call, bool interpolates)
      : NumberAggregate(evaluator, call), interpolates_(interpolates) {}
  Value result() override {
    List& items = items_.items();
    if (items.empty()) return {};
    std::sort(items.begin(), items.end(),
              [](const Value& a, const Value& b) { return ordered(a, b) < 0; });
    const double last = static_cast<double>(items.size()) - 1;
    if (!interpolates_) {
      const double rank = std::ceil(share_ * static_cast<double>(items.size())) - 1;
      return items[static_cast<std::size_t>(std::clamp(rank, 0.0, last))];
    }
    const double at = share_ * last;
    const auto below = static_cast<std::size_t>(std::floor(at));
    const auto above = static_cast<std::size_t>(std::ceil(at));
    const double low = items[below].number();
    return Value(low + (items[above].number() - low) * (at - std::floor(at)));
  }
  [[nodiscard]] std::unique_ptr<Aggregate> copy() const override {
    return std::make_unique<PercentileAggregate>(*this);
  }

 private:
  void take(Arguments arguments) override {
    if (!arguments[1].is_number() || !(arguments[1].number() >= 0 && arguments[1].number() <= 1))
      evaluator_.fail("ArgumentError", "NumberOutOfRange", call_,
                      "a percentile is given as a number from 0.0 to 1.0",
                      "write 0.5 for the median");
    share_ = arguments[1].number();
    items_.push_back(arguments[0]);
  }
  bool interpolates_;
  double share_ = 0;
  ListBuilder items_;
};

class DistinctAggregate : public Aggregate {
 public:
  explicit DistinctAggregate(std::unique_ptr<Aggregate> inner) : inner_(std::move(inner)) {}
  void add(Arguments arguments) override {
    if (!seen_.insert(arguments[0]).second) return;
    claim_.add(chunk_of(2 * sizeof(void*) + sizeof(Value)) + 12 + bytes_of_text(arguments[0]));
    inner_->add(arguments);
  }
  Value result() override {
    seen_.clear();
    claim_.release();
    return inner_->result();
  }
  [[nodiscard]] std::unique_ptr<Aggregate> copy() const override {
    auto other = std::make_unique<DistinctAggregate>(inner_->copy());
    other->seen_ = seen_;
    other->claim_.add(claim_.bytes());
    return other;
  }

 private:
  std::unique_ptr<Aggregate> inner_;
  std::unordered_set<Value, ValueHash, ValueSame> seen_;
  Claim claim_;
};

std::unique_ptr<Aggregate> plain_aggregate(const Evaluator& evaluator, const Expr& call) {
  const std::string_view name = call.function->name;
  using Gives = SpreadAggregate::Gives;
  if (name == "count") return std::make_unique<CountAggregate>();
  if (name == "sum") return std::make_unique<SumAggregate>(evaluator, call);
  if (name == "avg") return std::make_unique<MeanAggregate>(evaluator, call);
  if (name == "stDev") return std::make_unique<SpreadAggregate>(evaluator, call, Gives::sample);
  if (name == "stDevP")
    return std::make_unique<SpreadAggregate>(evaluator, call, Gives::population);
  if (name == "min") return std::make_unique<BestAggregate>(-1);
  if (name == "max") return std::make_unique<BestAggregate>(1);
  if (name == "collect") return std::make_unique<CollectAggregate>();
  return std::make_unique<PercentileAggregate>(evaluator, call, name == "percentileCont");
}

}  // namespace

std::unique_ptr<Aggregate> make_aggregate(const Evaluator& evaluator, const Expr& call) {
  if (call.kind == ExprKind::count_all) return std::make_unique<CountAggregate>();
  auto aggregate = plain_aggregate(evaluator, call);
  if (call.distinct) return std::make_unique<DistinctAggregate>(std::move(aggregate));
  return aggregate;
}

}  // namespace entente::query
