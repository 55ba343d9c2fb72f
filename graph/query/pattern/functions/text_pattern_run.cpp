// A text is read once, with all states at a time that it may have led to.

#include "query/pattern/functions/text_pattern.hpp"
#include "text/utf8.hpp"

namespace entente::query {
namespace {

/// The states that a text so far may have led to.
class RegexRun {
 public:
  RegexRun(const std::vector<TextPattern::State>& states, bool folds_case, std::size_t length)
      : states_(states), folds_case_(folds_case), length_(length), seen_(states.size(), 0) {}

  /// In how many states it is.
  [[nodiscard]] std::size_t width() const { return now_.size() + 1; }
  void begin() {
    enter(0, 0);
    swap();
  }
  void step(char32_t c, std::size_t behind) {
    const char32_t fold = folds_case_ ? folded_letter(c) : c;
    for (const std::uint32_t index : now_) {
      const TextPattern::State& state = states_[index];
      if (state.kind != TextPattern::State::Kind::range_set) continue;
      bool inside = false;
      for (const auto& [first, last] : state.ranges) inside |= fold >= first && fold <= last;
      if (inside != state.negated) enter(after(index, state.next), behind);
    }
    swap();
  }
  [[nodiscard]] bool accepts() const {
    for (const std::uint32_t index : now_)
      if (states_[index].kind == TextPattern::State::Kind::accept) return true;
    return false;
  }

 private:
  static std::uint32_t after(std::uint32_t index, std::int32_t distance) {
    return static_cast<std::uint32_t>(static_cast<std::int32_t>(index) + distance);
  }
  void swap() {
    now_ = std::move(next_);
    next_.clear();
    ++round_;
  }
  void enter(std::uint32_t first, std::size_t position) {
    std::vector<std::uint32_t> stack = {first};
    while (!stack.empty()) {
      const std::uint32_t index = stack.back();
      stack.pop_back();
      if (seen_[index] == round_ + 1) continue;
      seen_[index] = round_ + 1;
      const TextPattern::State& state = states_[index];
      if (state.kind == TextPattern::State::Kind::split) {
        stack.push_back(after(index, state.next));
        stack.push_back(after(index, state.other));
      } else if (state.kind == TextPattern::State::Kind::jump) {
        stack.push_back(after(index, state.next));
      } else if (state.kind == TextPattern::State::Kind::line_begin) {
        if (position == 0) stack.push_back(index + 1);
      } else if (state.kind == TextPattern::State::Kind::line_end) {
        if (position == length_) stack.push_back(index + 1);
      } else {
        next_.push_back(index);
      }
    }
  }

  const std::vector<TextPattern::State>& states_;
  bool folds_case_;
  std::size_t length_;
  std::vector<std::size_t> seen_;
  std::size_t round_ = 0;
  std::vector<std::uint32_t> now_;
  std::vector<std::uint32_t> next_;
};

}  // namespace

bool TextPattern::matches(std::string_view text,
                          const std::function<void(std::size_t states)>& look) const {
  const std::u32string characters = to_utf32(text);
  RegexRun run(states_, folds_case_, characters.size());
  run.begin();
  for (std::size_t i = 0; i < characters.size(); ++i) {
    if (look) look(run.width());
    run.step(characters[i], i + 1);
  }
  return run.accepts();
}

}  // namespace entente::query
