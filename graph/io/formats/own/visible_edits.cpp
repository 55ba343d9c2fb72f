#include "io/formats/own/visible_edits.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include <entente/base/read_number.hpp>

#include "base/ascii.hpp"
#include "io/formats/own/visible_text.hpp"
#include "text/shortened.hpp"

namespace entente {
namespace {

std::string quoted(std::string_view text) {
  return '`' + shortened(text) + '`';
}

/// Of several labels, as Neo4j has them, one is enough; `;` divides them there.
bool is_class(std::string_view shown, std::string kept) {
  std::replace(kept.begin(), kept.end(), ';', '_');
  const std::string_view all = shown;
  while (true) {
    const std::size_t end = shown.find(';');
    if (shown.substr(0, end) == kept) return true;
    if (end == shown.npos) return all == kept;
    shown.remove_prefix(end + 1);
  }
}

std::optional<double> number_in(std::string_view text) {
  double number = 0;
  const char* end = text.data() + text.size();
  const auto read = read_number(text.data(), end, number);
  if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return number;
}

std::optional<double> number_in(const AttributeValue* value) {
  const auto* scalar = value == nullptr ? nullptr : std::get_if<Scalar>(value);
  if (scalar == nullptr) return std::nullopt;
  if (const auto* whole = std::get_if<std::int64_t>(scalar)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(scalar)) return *real;
  return std::nullopt;
}

void set_attribute(Attributes& attributes, std::string_view name, Scalar value) {
  for (auto& [known, old] : attributes)
    if (known == name) {
      old = std::move(value);
      return;
    }
  attributes.emplace_back(std::string(name), std::move(value));
}

/// The names of a language begin with the shown one.
void set_first(std::vector<std::string>& names, const std::string& first) {
  if (names.empty()) {
    names.push_back(first);
    return;
  }
  names.front() = first;
  names.erase(std::remove(names.begin() + 1, names.end(), first), names.end());
}

}  // namespace

void VisibleEdits::entity(const VisibleParts& parts) {
  const std::size_t number = reading_.entities() - 1;
  Entity& entity = reading_.entity(number);
  if (!parts.type.empty() && !is_class(parts.type, entity.kind)) {
    remark(entity.id,
           "the format's own class " + quoted(parts.type) + " is not the `kind`, " +
               quoted(entity.kind) + ": the class counts",
           parts.place);
    entity.kind = parts.type;
  }
  days(entity, parts);
  if (parts.label.empty() || parts.label == parts.file_id) return;
  if (!is_explained(entity, parts.label))
    entity_labels_.push_back({number, parts.label, parts.place});
}

void VisibleEdits::relation(const VisibleParts& parts) {
  const std::size_t number = reading_.relations() - 1;
  Relation& relation = reading_.relation(number);
  const bool had_two_types = type(relation, parts);
  days(relation, parts);
  weight(relation, parts);
  if (had_two_types || parts.label.empty() || parts.label == parts.file_id) return;
  ++shown_of_type_[relation.type];
  if (phrases_.is_of(parts.label, relation.type)) return;
  ++alike_[{relation.type, parts.label}];
  relation_labels_.push_back({number, parts.label, parts.place});
}

/// Where type and class differ, the label says which of them was there before.
bool VisibleEdits::type(Relation& relation, const VisibleParts& parts) {
  if (parts.type.empty() || is_class(parts.type, relation.type)) return false;
  const bool is_before = !parts.label.empty() && phrases_.is_of(parts.label, parts.type) &&
                         !phrases_.is_of(parts.label, relation.type);
  remark(relation.id,
         "the format's own type " + quoted(parts.type) + " is not the property `type`, " +
             quoted(relation.type) + (is_before ? ": the property counts" : ": the former counts"),
         parts.place);
  if (!is_before) relation.type = parts.type;
  return true;
}

template <typename Record>
void VisibleEdits::days(Record& record, const VisibleParts& parts) {
  if (parts.days.empty()) return;
  const auto same = are_days_of(parts.days, record.when);
  if (same == true) return;
  auto edited = same ? edited_when(parts.days, record.when) : std::nullopt;
  if (!edited) {
    Finding finding{"unread-date",
                    "its days " + quoted(to_text(parts.days)) + " are no dates, and `when` counts",
                    "write days as 2014-05-06"};
    finding.record = record.id;
    reading_.remark(parts.place, std::move(finding));
    return;
  }
  const std::string kept = record.when ? quoted(record.when->text()) : "not there";
  remark(record.id,
         "its days are " + quoted(to_text(parts.days)) + ", and `when` is " + kept +
             ": the days count, and the date is " + quoted(edited->text()),
         parts.place);
  record.when = std::move(edited);
}

/// Programs weigh what has no weight by 1.
void VisibleEdits::weight(Relation& relation, const VisibleParts& parts) {
  if (parts.weight.empty()) return;
  const auto shown = number_in(std::string_view(parts.weight));
  const AttributeValue* value = find_attribute(relation.attributes, "weight");
  const auto kept = number_in(value);
  if (!shown || shown == kept || (value == nullptr && *shown == 1)) return;
  std::int64_t whole = 0;
  const char* end = parts.weight.data() + parts.weight.size();
  const auto read = read_number(parts.weight.data(), end, whole);
  const bool is_whole = read.ec == std::errc() && read.ptr == end;
  remark(relation.id,
         "its own weight " + quoted(parts.weight) +
             " is not that among the attributes: the former counts",
         parts.place);
  set_attribute(relation.attributes, "weight", is_whole ? Scalar(whole) : Scalar(*shown));
}

bool VisibleEdits::is_explained(const Entity& entity, const std::string& label) {
  bool named = false;
  bool explained = false;
  for (const LanguageNames& one : entity.names) {
    if (one.names.empty()) continue;
    named = true;
    if (!is_shown_as(label, one.names.front())) continue;
    ++languages_[one.language];
    explained = true;
  }
  return named ? explained : is_shown_as(label, entity.id);
}

void VisibleEdits::finish() {
  for (const Label& one : entity_labels_) rename(reading_.entity(one.record), one);
  for (const Label& one : relation_labels_) label(reading_.relation(one.record), one);
  entity_labels_.clear();
  relation_labels_.clear();
}

/// The label is a name of the language that most labels of the file are in.
void VisibleEdits::rename(Entity& entity, const Label& label) {
  LanguageNames* best = nullptr;
  const auto weight_of = [this](const LanguageNames& one) {
    const auto found = languages_.find(one.language);
    const std::size_t count = found == languages_.end() ? 0 : found->second;
    return std::pair(count, one.language == "en");
  };
  for (LanguageNames& one : entity.names) {
    if (one.names.empty()) continue;
    if (best == nullptr || weight_of(one) > weight_of(*best)) best = &one;
  }
  const std::string kept = best == nullptr ? entity.id : best->names.front();
  remark(entity.id,
         "its label " + quoted(label.text) + " is not the name kept, " + quoted(kept) +
             ": the label is the name now",
         label.place);
  if (best == nullptr)
    entity.names.push_back({"und", {label.text}});
  else
    set_first(best->names, label.text);
}

/// Where all of a type have one label that is no phrase, it was one when the file was written.
void VisibleEdits::label(Relation& relation, const Label& label) {
  const std::size_t alike = alike_[{relation.type, label.text}];
  if (alike > 1 && alike == shown_of_type_[relation.type]) return;
  if (phrases_.is_known(label.text)) {
    remark(relation.id,
           "its label " + quoted(label.text) + " is that of another type than its own, " +
               quoted(relation.type) + ": the type counts",
           label.place);
    return;
  }
  remark(relation.id,
         "its label " + quoted(label.text) + " is no phrase of its type, " + quoted(relation.type) +
             ": the label is kept as an attribute",
         label.place);
  set_attribute(relation.attributes, "label", label.text);
}

void VisibleEdits::remark(std::string_view record, std::string message, ForeignPlace place) {
  Finding finding{"visible-edit", std::move(message),
                  "another program has changed what the file shows; change it back to undo that"};
  finding.record = record;
  reading_.remark(place, std::move(finding));
}

}  // namespace entente
