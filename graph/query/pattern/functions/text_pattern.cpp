// Thompson's construction and simulation (K. Thompson, CACM 11(6), 1968): no text makes it slow.

#include "query/pattern/functions/text_pattern.hpp"

#include <stdexcept>

#include "text/utf8.hpp"

namespace entente::query {
namespace {

using RegexState = TextPattern::State;
using Ranges = std::vector<std::pair<char32_t, char32_t>>;

constexpr std::size_t most_states = 20000;
constexpr int most_nesting = 200;

/// Parses by descent and appends states; a piece can be appended several times by parsing it anew.
class RegexBuilder {
 public:
  RegexBuilder(std::u32string pattern, bool folds_case)
      : pattern_(std::move(pattern)), folds_case_(folds_case) {}

  std::vector<RegexState> all() {
    alternatives();
    if (at_ < pattern_.size()) throw std::runtime_error("a ) has no (");
    add({});
    return std::move(states_);
  }

 private:
  [[nodiscard]] bool sees(char32_t c) const { return at_ < pattern_.size() && pattern_[at_] == c; }
  void add(RegexState state) {
    if (states_.size() >= most_states) throw std::runtime_error("it is too long");
    states_.push_back(std::move(state));
  }

  void alternatives() {
    if (++nesting_ > most_nesting) throw std::runtime_error("its brackets nest too deep");
    std::vector<std::size_t> ends;
    for (;;) {
      const std::size_t begin = states_.size();
      sequence();
      if (!sees(U'|')) break;
      ++at_;
      states_.insert(states_.begin() + static_cast<std::ptrdiff_t>(begin),
                     {.kind = RegexState::Kind::split});
      ends.push_back(states_.size());
      add({.kind = RegexState::Kind::jump});
      states_[begin].other = distance(begin);
    }
    for (const std::size_t end : ends) states_[end].next = distance(end);
    --nesting_;
  }
  [[nodiscard]] std::int32_t distance(std::size_t from) const {
    return static_cast<std::int32_t>(states_.size() - from);
  }

  void sequence() {
    while (at_ < pattern_.size() && !sees(U'|') && !sees(U')')) repeated();
  }

  void repeated() {
    const auto first = static_cast<std::ptrdiff_t>(states_.size());
    one();
    std::size_t least = 1;
    std::size_t most = 1;
    if (!quantifier(least, most)) return;
    const std::vector<RegexState> piece(states_.begin() + first, states_.end());
    states_.resize(static_cast<std::size_t>(first));
    const auto again = [&] {
      for (const RegexState& state : piece) add(state);
    };
    for (std::size_t i = 0; i < least; ++i) again();
    std::vector<std::size_t> splits;
    const auto maybe_again = [&] {
      splits.push_back(states_.size());
      add({.kind = RegexState::Kind::split});
      again();
    };
    if (most == std::u32string::npos) {
      maybe_again();
      const std::int32_t length = distance(splits.back());
      add({.kind = RegexState::Kind::jump, .next = -length});
    }
    for (std::size_t i = least; most != std::u32string::npos && i < most; ++i) maybe_again();
    for (const std::size_t split : splits) states_[split].other = distance(split);
  }

  bool quantifier(std::size_t& least, std::size_t& most) {
    if (sees(U'*') || sees(U'+') || sees(U'?')) {
      least = sees(U'+') ? 1 : 0;
      most = sees(U'?') ? 1 : std::u32string::npos;
      ++at_;
    } else if (sees(U'{')) {
      ++at_;
      least = count();
      most = least;
      if (sees(U',')) {
        ++at_;
        most = sees(U'}') ? std::u32string::npos : count();
      }
      if (!sees(U'}') || most < least) throw std::runtime_error("a {n,m} is not right");
      ++at_;
    } else {
      return false;
    }
    if (sees(U'?') || sees(U'+')) ++at_;  // how greedy does not matter to a whole match
    return true;
  }

  std::size_t count() {
    std::size_t number = 0;
    const std::size_t begin = at_;
    for (; at_ < pattern_.size() && pattern_[at_] >= U'0' && pattern_[at_] <= U'9'; ++at_) {
      number = number * 10 + (pattern_[at_] - U'0');
      if (number > 1000) throw std::runtime_error("a repetition is above 1000");
    }
    if (begin == at_) throw std::runtime_error("a {n,m} has no number");
    return number;
  }

  void one() {
    const char32_t c = pattern_[at_++];
    if (c == U'(') {
      if (sees(U'?')) {
        if (at_ + 1 >= pattern_.size() || pattern_[at_ + 1] != U':')
          throw std::runtime_error("of (?…) only (?:…) is known, and (?i) at the beginning");
        at_ += 2;
      }
      alternatives();
      if (!sees(U')')) throw std::runtime_error("a ( has no )");
      ++at_;
      return;
    }
    if (c == U'*' || c == U'+' || c == U'?') throw std::runtime_error("there is nothing to repeat");
    if (c == U'^') return add({.kind = RegexState::Kind::line_begin});
    if (c == U'$') return add({.kind = RegexState::Kind::line_end});
    RegexState state{.kind = RegexState::Kind::range_set};
    if (c == U'.') {
      state.ranges = {{U'\n', U'\n'}};
      state.negated = true;
    } else if (c == U'[') {
      char_class(state);
    } else if (c == U'\\') {
      escaped(state.ranges, state.negated);
    } else {
      state.ranges = {{c, c}};
    }
    if (folds_case_)
      for (auto& [first, last] : Ranges(state.ranges))
        for (char32_t each = first; each <= last && each < 128; ++each)
          state.ranges.emplace_back(folded_letter(each), folded_letter(each));
    add(std::move(state));
  }

  void escaped(Ranges& ranges, bool& negated) {
    if (at_ >= pattern_.size()) throw std::runtime_error("it ends with a backslash");
    const char32_t c = pattern_[at_++];
    const char32_t lower = folded_letter(c);
    Ranges known;
    if (lower == U'd') known = {{U'0', U'9'}};
    if (lower == U'w') known = {{U'0', U'9'}, {U'A', U'Z'}, {U'_', U'_'}, {U'a', U'z'}};
    if (lower == U's') known = {{U'\t', U'\r'}, {U' ', U' '}};
    if (!known.empty()) {
      negated = c != lower;
      ranges.insert(ranges.end(), known.begin(), known.end());
    } else if (c == U'n' || c == U't' || c == U'r') {
      const char32_t means = c == U'n' ? U'\n' : c == U't' ? U'\t' : U'\r';
      ranges.emplace_back(means, means);
    } else if ((lower >= U'a' && lower <= U'z') || (c >= U'0' && c <= U'9')) {
      throw std::runtime_error("an escape of letters or digits is not known");
    } else {
      ranges.emplace_back(c, c);
    }
  }

  void char_class(RegexState& state) {
    if (sees(U'^')) {
      state.negated = true;
      ++at_;
    }
    for (bool is_first = true; is_first || !sees(U']'); is_first = false) {
      if (at_ >= pattern_.size()) throw std::runtime_error("a [ has no ]");
      char32_t first = pattern_[at_++];
      if (first == U'\\') {
        bool negated = false;
        const std::size_t before = state.ranges.size();
        escaped(state.ranges, negated);
        if (negated) throw std::runtime_error("inside […] no \\D, \\W or \\S");
        if (state.ranges.size() != before + 1 ||
            state.ranges.back().first != state.ranges.back().second)
          continue;
        first = state.ranges.back().first;
        state.ranges.pop_back();
      }
      char32_t last = first;
      if (sees(U'-') && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != U']') {
        last = pattern_[at_ + 1];
        at_ += 2;
        if (last < first) throw std::runtime_error("a range ends before it begins");
      }
      state.ranges.emplace_back(first, last);
    }
    ++at_;
  }

  std::u32string pattern_;
  bool folds_case_;
  std::size_t at_ = 0;
  int nesting_ = 0;
  std::vector<RegexState> states_;
};

}  // namespace

TextPattern::TextPattern(std::string_view pattern) {
  if (pattern.substr(0, 4) == "(?i)") {
    folds_case_ = true;
    pattern.remove_prefix(4);
  }
  states_ = RegexBuilder(to_utf32(pattern), folds_case_).all();
}

}  // namespace entente::query
