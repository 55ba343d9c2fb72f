#include "io/formats/json_shape.hpp"

#include <algorithm>

#include "io/json/json_scanner.hpp"

namespace entente {
namespace {

/// Collects whole values where a visitor does not want to look inside.
class VisitingSink : public JsonSink {
 public:
  VisitingSink(std::string_view text, JsonVisitor& visitor, std::size_t most)
      : tape_(text), visitor_(visitor), most_(most) {}

  bool open(JsonKind kind, std::size_t at) override {
    if (depth_ == 0) {
      name();
      if (visitor_.opens(path_)) {
        open_.push_back(kind);
        return true;
      }
    }
    ++depth_;
    tape_.open(kind, at);
    return within_limit(at);
  }

  bool close() override {
    if (depth_ == 0) {
      open_.pop_back();
      unname();
      return true;
    }
    tape_.close();
    return --depth_ > 0 || hand_over();
  }

  bool key(std::string_view name, std::size_t at) override {
    if (depth_ > 0)
      tape_.key(name, at);
    else
      key_ = name;
    return true;
  }

  bool value(const JsonScalar& scalar, std::size_t at) override {
    if (depth_ == 0) name();
    tape_.value(scalar, at);
    return depth_ > 0 ? within_limit(at) : hand_over();
  }

  /// Where a value has more parts than the limit.
  [[nodiscard]] std::optional<std::size_t> too_large_at() const { return too_large_at_; }

 private:
  void name() {
    if (open_.empty()) return;
    path_.push_back(open_.back() == JsonKind::list ? std::string("[]") : key_);
  }
  void unname() {
    if (!path_.empty()) path_.pop_back();
  }
  bool within_limit(std::size_t at) {
    if (tape_.size() <= most_) return true;
    too_large_at_ = at;
    return false;
  }
  bool hand_over() {
    const bool goes_on = visitor_.value(path_, tape_.root());
    tape_.clear();
    unname();
    return goes_on;
  }

  JsonTape tape_;
  JsonVisitor& visitor_;
  std::size_t most_;
  JsonPath path_;
  std::vector<JsonKind> open_;
  std::string key_;
  std::size_t depth_ = 0;  // inside the value that is collected
  std::optional<std::size_t> too_large_at_;
};

/// Notes the names of the outermost members.
class MembersSink : public JsonSink {
 public:
  explicit MembersSink(const std::vector<std::string_view>& decisive) : decisive_(decisive) {}

  bool open(JsonKind kind, std::size_t) override {
    return ++depth_ > 1 || kind == JsonKind::object;
  }
  bool close() override {
    --depth_;
    return true;
  }
  bool key(std::string_view name, std::size_t) override {
    if (depth_ > 1) return true;
    names_.emplace_back(name);
    return std::find(decisive_.begin(), decisive_.end(), name) == decisive_.end();
  }
  bool value(const JsonScalar&, std::size_t) override { return depth_ > 0; }

  [[nodiscard]] std::vector<std::string> take() && { return std::move(names_); }

 private:
  const std::vector<std::string_view>& decisive_;
  std::vector<std::string> names_;
  std::size_t depth_ = 0;
};

}  // namespace

Visit visit_quickly(std::string_view text, JsonVisitor& visitor, const ReadLimits& limits) {
  VisitingSink sink(text, visitor, limits.values);
  const Scan scan = scan_json(text, 0, text.size(), sink, limits.depth);
  return scan == Scan::refused || sink.too_large_at() ? Visit::refused : Visit::done;
}

void visit_exactly(ForeignReading& reading, JsonVisitor& visitor) {
  const std::string_view text = reading.text();
  const ReadLimits& limits = reading.limits();
  VisitingSink sink(text, visitor, limits.values);
  if (const auto fault = parse_json(text, 0, text.size(), sink, limits.depth))
    reading.stop({0, fault->at}, {fault->code, fault->message, fault->hint});
  if (const auto at = sink.too_large_at())
    reading.stop({0, *at}, {"limit-values",
                            "one record has more than " + std::to_string(limits.values) + " values",
                            "--max-values raises the limit"});
}

std::vector<std::string> outer_members(std::string_view text,
                                       const std::vector<std::string_view>& decisive) {
  constexpr std::size_t depth = 512;
  if (text.find_first_not_of(" \t\r\n") == text.npos ||
      text[text.find_first_not_of(" \t\r\n")] != '{')
    return {};
  MembersSink sink(decisive);
  static_cast<void>(scan_json(text, 0, text.size(), sink, depth));
  return std::move(sink).take();
}

}  // namespace entente
