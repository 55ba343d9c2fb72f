#include "render/diagram/dates.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/time/date_set.hpp>

namespace entente {
namespace {

/// The year of a written date, with its sign and the doubts that stand behind any part of it.
std::string year_of(std::string_view date) {
  const std::size_t sign = date.substr(0, 1) == "-" ? 1 : 0;
  const std::string_view year = date.substr(0, date.find('-', sign));
  std::string text(year.substr(0, year.find_first_of("?~%")));
  if (date.find('%') != std::string_view::npos) return text + "?~";
  if (date.find('?') != std::string_view::npos) text += '?';
  if (date.find('~') != std::string_view::npos) text += '~';
  return text;
}

/// The date up to its first part of which nothing is known, with its doubts: "2018?" of
/// `2018-XX-23?`.
std::string up_to_unknown(std::string_view date) {
  const std::size_t end = date.find("-XX");
  std::string text(date.substr(0, end));
  if (end != std::string_view::npos)
    for (const char doubt : {'?', '~', '%'})
      if (date.find(doubt, end) != std::string_view::npos) text += doubt;
  return text;
}

/// The members of a set in the order of time, each once; a range as it is written.
std::vector<std::string> members_of(const DateSet& set, DateDetail detail) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < set.elements().size(); ++i) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return set.elements()[a].lo() < set.elements()[b].lo();
  });
  const auto one = [&](std::string_view date) {
    return detail == DateDetail::years ? year_of(date) : up_to_unknown(date);
  };
  std::vector<std::string> members;
  for (const std::size_t i : order) {
    const std::string_view text = set.element_text(i);
    const std::size_t dots = text.find("..");
    std::string member = one(text.substr(0, dots));
    if (dots == 0) member = "\u2264" + one(text.substr(2));
    if (dots != 0 && dots + 2 == text.size()) member = "\u2265" + member;
    if (dots != 0 && dots != std::string_view::npos && dots + 2 < text.size())
      if (const std::string last = one(text.substr(dots + 2)); last != member)
        member += "\u2013" + last;
    if (members.empty() || members.back() != member) members.push_back(std::move(member));
  }
  return members;
}

/// All of several with commas; one of several with strokes and a mark of doubt. Of many the first
/// and the last.
std::string shown_set(std::string_view text, DateDetail detail) {
  constexpr std::size_t most = 3;
  const DateSet set = DateSet::parse(text);
  const bool one_of = set.kind() == DateSet::Kind::one_of;
  std::vector<std::string> members = members_of(set, detail);
  if (members.size() > most) members = {members.front(), "\u2026", members.back()};
  std::string shown = members.front();
  for (std::size_t i = 1; i < members.size(); ++i)
    shown.append(one_of ? " / " : ", ").append(members[i]);
  const bool is_bound = members.size() == 1 && set.elements().size() == 1 &&
                        (text.find("..") == 1 || text.find("..") + 3 == text.size());
  const bool is_plain = members.size() == 1 && shown.find("\u2013") == std::string::npos;
  if (one_of && !is_bound && !is_plain && !shown.ends_with('?')) shown += '?';
  return shown;
}

std::string shown_date(std::string_view date, DateDetail detail) {
  if (date.find_first_of("[{") == 0) return shown_set(date, detail);
  if (year_of(date) == "XXXX") return {};
  if (detail == DateDetail::years) return year_of(date);
  std::string text = up_to_unknown(date.substr(0, date.find('T')));
  if (const std::size_t both = text.find('%'); both != std::string::npos)
    text.replace(both, 1, "?~");
  return text;
}

std::string shown_end(std::string_view end, DateDetail detail) {
  if (end.empty()) return "?";
  if (end == "..") return "";
  const std::string date = shown_date(end, detail);
  return date.empty() ? "?" : date;
}

}  // namespace

std::string shown(const When& when, DateDetail detail) {
  if (!when.is_interval() && !when.is_object_form()) return shown_date(when.text(), detail);
  const std::string start = shown_end(when.start_text(), detail);
  const std::string end = shown_end(when.end_text(), detail);
  return start == end && start != "?" ? start : start + "\u2013" + end;
}

std::string shown_beside_name(const When& when) {
  std::string text = shown(when, DateDetail::years);
  constexpr std::string_view unknown_end = "\u2013?";
  if (text.ends_with(unknown_end)) text.resize(text.size() - unknown_end.size());
  return text == "?" ? std::string() : text;
}

}  // namespace entente
