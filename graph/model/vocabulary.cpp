#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>
#include <set>
#include <utility>

#include <entente/error.hpp>
#include <entente/model/vocabulary.hpp>
#include <entente/text/language.hpp>

#include "text/preference_of.hpp"

namespace entente {
namespace {

template <typename Definition>
const Definition* find_by_id(const std::vector<Definition>& definitions, std::string_view id) {
  const auto found = std::find_if(definitions.begin(), definitions.end(),
                                  [&](const Definition& one) { return one.id == id; });
  return found == definitions.end() ? nullptr : &*found;
}

[[noreturn]] void refuse(const std::string& what) {
  throw InvalidArgument("bad-vocabulary", what);
}

template <typename Definition>
void require_unique_ids(const std::vector<Definition>& definitions, const std::string& what) {
  std::set<std::string_view> ids;
  for (const Definition& one : definitions)
    if (!ids.insert(one.id).second) refuse(what + " '" + one.id + "' is defined twice");
}

void require_ancestors(const std::vector<Kind>& kinds) {
  for (const Kind& kind : kinds) {
    const Kind* at = &kind;
    for (std::size_t steps = 0; !at->parent.empty(); ++steps) {
      if (steps > kinds.size()) refuse("kind '" + kind.id + "' is its own ancestor");
      const Kind* parent = find_by_id(kinds, at->parent);
      if (!parent) refuse("kind '" + at->id + "' has the unknown parent '" + at->parent + "'");
      at = parent;
    }
  }
}

void require_known_ends(const std::vector<Kind>& kinds, const std::vector<RelationType>& types) {
  for (const RelationType& type : types)
    for (const auto* ends : {&type.from, &type.to, &type.timeless})
      for (const std::string& kind : *ends)
        if (kind != "any" && !find_by_id(kinds, kind))
          refuse("type '" + type.id + "' admits the unknown kind '" + kind + "'");
}

/// Puts the names into a template; what they contain is never taken for a place itself.
std::string filled(std::string_view pattern, std::string_view from, std::string_view to) {
  constexpr std::array<std::string_view, 2> places = {"{from}", "{to}"};
  std::string text;
  while (!pattern.empty()) {
    const std::size_t brace = std::min(pattern.find('{'), pattern.size());
    text += pattern.substr(0, brace);
    pattern.remove_prefix(brace);
    if (pattern.starts_with(places[0])) {
      text += from;
      pattern.remove_prefix(places[0].size());
    } else if (pattern.starts_with(places[1])) {
      text += to;
      pattern.remove_prefix(places[1].size());
    } else if (!pattern.empty()) {
      text += pattern.front();
      pattern.remove_prefix(1);
    }
  }
  return text;
}

std::optional<std::size_t> best_label(const Labels& labels,
                                      const std::vector<std::string>& languages) {
  std::vector<std::string_view> tags;
  for (const auto& [language, text] : labels) tags.emplace_back(language);
  return preference_of(languages).best(std::span<const std::string_view>(tags));
}

}  // namespace

Vocabulary::Vocabulary(std::string name, std::vector<Kind> kinds, std::vector<RelationType> types)
    : name_(std::move(name)), kinds_(std::move(kinds)), types_(std::move(types)) {
  require_unique_ids(kinds_, "kind");
  require_unique_ids(types_, "relation type");
  require_ancestors(kinds_);
  require_known_ends(kinds_, types_);
}

const Kind* Vocabulary::find_kind(std::string_view id) const {
  return find_by_id(kinds_, id);
}

const RelationType* Vocabulary::find_type(std::string_view id) const {
  return find_by_id(types_, id);
}

bool Vocabulary::is_a(std::string_view kind, std::string_view ancestor) const {
  const Kind* at = find_kind(kind);
  if (at && ancestor == "any") return true;
  while (at && at->id != ancestor) at = find_kind(at->parent);
  return at != nullptr;
}

Seats Vocabulary::seats(std::string_view kind) const {
  for (const Kind* at = find_kind(kind); at; at = find_kind(at->parent))
    if (at->seats != Seats::unstated) return at->seats;
  return is_a(kind, "post") ? Seats::one : Seats::many;
}

std::vector<std::string> Vocabulary::lineage(std::string_view kind) const {
  std::vector<std::string> ids;
  for (const Kind* at = find_kind(kind); at; at = find_kind(at->parent)) ids.push_back(at->id);
  return ids;
}

bool Vocabulary::is_one_of(std::string_view kind, const std::vector<std::string>& kinds) const {
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](const std::string& ancestor) { return is_a(kind, ancestor); });
}

bool Vocabulary::admits(const RelationType& type, std::string_view from,
                        std::string_view to) const {
  if (is_one_of(from, type.from) && is_one_of(to, type.to)) return true;
  return type.symmetry == Symmetry::symmetric && is_one_of(to, type.from) &&
         is_one_of(from, type.to);
}

bool Vocabulary::is_timeless(const RelationType& type, std::string_view from) const {
  return is_one_of(from, type.timeless);
}

// The looks have a row for each; a test compares.
std::span<const std::string_view> kind_drawing_classes() {
  static constexpr std::array<std::string_view, 12> classes = {
      "country", "organisation", "body",  "agreement", "document",  "person",
      "post",    "event",        "place", "topic",     "statement", "other"};
  return classes;
}

std::span<const std::string_view> type_drawing_classes() {
  static constexpr std::array<std::string_view, 18> classes = {
      "treaty",      "membership", "office",  "meeting",   "conflict",   "stance",
      "cooperation", "aid",        "finance", "personnel", "kinship",    "succession",
      "event",       "location",   "topic",   "statement", "provenance", "other"};
  return classes;
}

std::string_view to_string(Closes closes) {
  constexpr std::array<std::string_view, 3> names = {"nothing", "parties_of_object",
                                                     "previous_holder"};
  return names[static_cast<std::size_t>(closes)];
}

std::string_view to_string(Reading reading) {
  return reading == Reading::interval ? "interval" : "instant";
}

std::string_view label(const Labels& labels, const std::vector<std::string>& languages) {
  const auto best = best_label(labels, languages);
  return best ? std::string_view(labels[*best].second) : std::string_view();
}

std::string sentence(const RelationType& type, std::string_view from, std::string_view to,
                     const std::vector<std::string>& languages) {
  const auto phrase = best_label(type.forward, languages);
  if (!phrase) return std::string(from) + " " + type.id + " " + std::string(to);
  const auto& words = type.forward[*phrase];
  const auto pattern = std::find_if(type.sentence.begin(), type.sentence.end(),
                                    [&](const auto& one) { return one.first == words.first; });
  if (pattern != type.sentence.end()) return filled(pattern->second, from, to);
  return std::string(from) + " " + words.second + " " + std::string(to);
}

}  // namespace entente
