#pragma once

/// Reads options one by one, and refuses what nobody asked for.

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/base/read_number.hpp>
#include <entente/error.hpp>
#include <entente/facts/named_selection.hpp>

#include "ask/ask.hpp"
#include "ask/tool_options.hpp"

namespace entente::bindings {

/// What narrows every question is an option of the selection, not of a verb; a list is often named
/// in the plural.
[[nodiscard]] inline std::string advice_on(const std::string& name) {
  for (const std::string_view each : selection_member_names()) {
    std::string member(each);
    std::ranges::replace(member, '-', '_');
    if (name == member || name == member + 's') return ", the selection has '" + member + "'";
  }
  return {};
}

class WordsReader {
 public:
  /// Of the parameters of a verb, beside a selection.
  WordsReader(std::string_view verb, const Words& words, const Words& selection)
      : verb_(verb), words_(words), selection_(selection) {}

  /// Whether the selection has that option.
  [[nodiscard]] bool selects(std::string_view name) const { return selection_.contains(name); }

  [[nodiscard]] bool has(const std::string& name) {
    known_.insert(name);
    return words_.count(name) > 0;
  }
  [[nodiscard]] std::vector<std::string> list(const std::string& name) {
    return has(name) ? words_.find(name)->second : std::vector<std::string>();
  }
  [[nodiscard]] std::string text(const std::string& name, std::string otherwise = {}) {
    const std::vector<std::string> given = list(name);
    if (given.empty()) return otherwise;
    if (given.size() > 1)
      throw InvalidArgument("bad-option-value", name + " takes one value, not several");
    return given.front();
  }
  [[nodiscard]] std::string required(const std::string& name) {
    if (!has(name)) throw InvalidArgument("missing-option", name + " is missing");
    return text(name);
  }
  [[nodiscard]] bool flag(const std::string& name) {
    const std::string value = text(name, "false");
    if (value == "true") return true;
    if (value == "false") return false;
    throw InvalidArgument("bad-option-value", name + " is true or false, not '" + value + "'");
  }
  template <class Number>
  [[nodiscard]] std::optional<Number> number(const std::string& name) {
    if (!has(name)) return std::nullopt;
    const std::string value = text(name);
    Number number{};
    const auto [end, fault] = read_number(value.data(), value.data() + value.size(), number);
    if (fault != std::errc() || end != value.data() + value.size())
      throw InvalidArgument("bad-option-value", name + " takes a number, not '" + value + "'");
    return number;
  }
  /// A whole number of at least `least`.
  template <class Number>
  [[nodiscard]] std::optional<Number> count(const std::string& name, Number least) {
    const auto number = this->number<Number>(name);
    if (number && *number < least)
      throw InvalidArgument("bad-option-value",
                            name + " is " + std::to_string(least) + " or more, not " + text(name));
    return number;
  }
  /// @throws InvalidArgument `usage` if more than one of these is given; switches that are "false"
  /// are not.
  void one_of(std::initializer_list<std::string_view> names) const {
    std::string_view before;
    for (const std::string_view name : names) {
      const auto found = words_.find(name);
      if (found == words_.end() || found->second == std::vector<std::string>{"false"}) continue;
      if (!before.empty())
        throw InvalidArgument(
            "usage", std::string(before) + " and " + std::string(name) + " exclude each other");
      before = name;
    }
  }
  /// One of these words, by its place in the list.
  template <class Choice>
  [[nodiscard]] Choice choice(const std::string& name,
                              std::initializer_list<std::pair<std::string_view, Choice>> choices) {
    const std::string value = text(name);
    std::string all;
    for (const auto& [word, chosen] : choices) {
      if (value == word || (value.empty() && all.empty())) return chosen;
      all += (all.empty() ? "" : ", ") + std::string(word);
    }
    throw InvalidArgument("bad-option-value", name + " is one of " + all + ", not '" + value + "'");
  }

  /// @throws InvalidArgument `unknown-option` for what has not been read, `no-effect` for what the
  /// verb would ignore.
  void end() const {
    for (const auto& [name, values] : words_) {
      if (known_.count(name) > 0) continue;
      std::string all;
      for (const std::string& one : known_) all += (all.empty() ? "" : ", ") + one;
      throw InvalidArgument("unknown-option", std::string(verb_) + " has no option '" + name + "'" +
                                                  advice_on(name) +
                                                  (all.empty() ? "" : "; it has: " + all));
    }
    refuse_ignored(verb_, words_);
  }

 private:
  std::string_view verb_;
  const Words& words_;
  const Words& selection_;
  std::set<std::string> known_;
};

}  // namespace entente::bindings
