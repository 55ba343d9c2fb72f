#include "story.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <variant>

#include <entente/io/settings.hpp>
#include <entente/model/problem.hpp>
#include <entente/text/edit_distance.hpp>
#include <entente/text/language.hpp>
#include <entente/time/date_error.hpp>
#include <entente/time/window.hpp>

namespace entente::tool {
namespace {

constexpr std::string_view form =
    R"(a view is written "name": {"show": "as-of=2014&focus=japan", "text": "…" or {"en": "…"}})";
constexpr std::array<std::string_view, 4> date_keys = {"as-of", "during", "throughout", "known-at"};

/// What may stand in the address of a page, as docs/page.md lists it.
const std::vector<std::string>& address_keys() {
  static const std::vector<std::string> keys = {
      "as-of",   "during",   "throughout",   "known-at",  "type", "kind",  "modality", "source",
      "focus",   "depth",    "path",         "fold",      "show", "tie",   "view",     "certain",
      "undated", "isolated", "no-inference", "direction", "lang", "theme", "story",    "embed"};
  return keys;
}

/// A value of an address without `%2F` and the like.
std::string plain(std::string_view coded) {
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  };
  std::string text;
  for (std::size_t i = 0; i < coded.size(); ++i) {
    const bool has_two = coded[i] == '%' && i + 2 < coded.size();
    const int high = has_two ? digit(coded[i + 1]) : -1;
    const int low = has_two ? digit(coded[i + 2]) : -1;
    if (high < 0 || low < 0) {
      text += coded[i] == '+' ? ' ' : coded[i];
      continue;
    }
    text += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return text;
}

class StoryReader {
 public:
  explicit StoryReader(const std::string& file) {
    for (const Setting& setting : read_settings(file)) take(setting);
    close();
    if (!problems_.empty()) throw DossierError(std::move(problems_));
  }
  [[nodiscard]] std::vector<StoryView> take_story() { return std::move(story_); }

 private:
  void take(const Setting& setting) {
    const auto& path = setting.path;
    if (story_.empty() || path[0] != begun_.path[0]) {
      close();
      begun_ = setting;
      story_.emplace_back();
      has_show_ = false;
    }
    StoryView& view = story_.back();
    const auto* text = std::get_if<std::string>(&setting.value);
    if (path.size() == 1 || (path[1] == "show" && !is_show(setting)) ||
        (path[1] == "text" && !text)) {
      is_faulty_ = true;
      problems_.push_back(
          setting.problem_with_value("bad-story", "this is no view of a story", std::string(form)));
    } else if (path[1] == "show") {
      has_show_ = true;
      view.state = *text;
      check_address(setting, *text);
    } else if (path[1] == "text") {
      view.text.emplace_back(path.size() == 2 ? "" : path[2], *text);
      if (path.size() > 2 && !is_language_tag(path[2]))
        problems_.push_back(
            setting.problem_with_name(2, "bad-language", "`" + path[2] + "` is not a language tag",
                                      "tags follow BCP 47: en, ja, zh-Hans, zh-Hant"));
    } else {
      unknown(
          setting.problem_with_name(1, "unknown-member", "unknown member `" + path[1] + "`", {}),
          path[1], {"show", "text"});
    }
  }

  static bool is_show(const Setting& setting) {
    return setting.path.size() == 2 && std::holds_alternative<std::string>(setting.value);
  }

  /// A view that is over must have had both members.
  void close() {
    if (story_.empty() || std::exchange(is_faulty_, false)) return;
    const char* missing = !has_show_ ? "show" : story_.back().text.empty() ? "text" : nullptr;
    if (missing)
      problems_.push_back(begun_.problem_with_name(0, "missing-member",
                                                   std::string("the view has no `") + missing + "`",
                                                   std::string(form)));
  }

  void unknown(Problem problem, const std::string& name, const std::vector<std::string>& known) {
    const auto meant = nearest(name, known);
    problem.hint = meant ? "did you mean `" + *meant + "`?" : std::string(form);
    problems_.push_back(std::move(problem));
  }

  void check_address(const Setting& setting, std::string_view address) {
    if (address.starts_with("#")) address.remove_prefix(1);
    while (!address.empty()) {
      const std::string_view part = address.substr(0, address.find('&'));
      address.remove_prefix(std::min(part.size() + 1, address.size()));
      if (part.empty()) continue;
      const std::string key(part.substr(0, part.find('=')));
      const std::string value = plain(part.substr(std::min(key.size() + 1, part.size())));
      const auto& keys = address_keys();
      if (std::ranges::find(keys, key) == keys.end())
        unknown(setting.problem_with_value("unknown-member",
                                           "no address of a page holds `" + key + "`", {}),
                key, keys);
      else if (std::ranges::find(date_keys, key) != date_keys.end())
        check_date(setting, key, value);
    }
  }

  void check_date(const Setting& setting, const std::string& key, const std::string& value) {
    if (value.empty()) return;
    try {
      static_cast<void>(Window::parse(value));
    } catch (const DateError& error) {
      problems_.push_back(setting.problem_with_value(
          "bad-date", "`" + key + "=" + value + "`: " + error.reason(), error.advice()));
    }
  }

  std::vector<StoryView> story_;
  std::vector<Problem> problems_;
  Setting begun_;  // the first of the view that is read
  bool has_show_ = false;
  bool is_faulty_ = false;
};

}  // namespace

std::vector<StoryView> read_story(const std::string& file) {
  return StoryReader(file).take_story();
}

}  // namespace entente::tool
