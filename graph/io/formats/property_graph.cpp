#include "io/formats/property_graph.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <unordered_set>
#include <utility>

#include "io/formats/flat_record.hpp"
#include "io/formats/found_graph.hpp"
#include "io/formats/own/own_records.hpp"

namespace entente {

Property property_of(JsonValue member) {
  if (member.kind() == JsonKind::text)
    return {std::string(member.key()), std::string(member.text()), Property::Form::text};
  return {std::string(member.key()), to_json(member), Property::Form::json};
}

bool is_reserved_property(std::string_view name) {
  constexpr std::array<std::string_view, 30> reserved = {
      "id",        "kind",    "type",    "label",    "labels", "names",    "name",       "when",
      "start",     "end",     "codes",   "modality", "source", "evidence", "attributes", "key",
      "target",    "from",    "to",      "src",      "dst",    "relation", "entity",     "directed",
      "symmetric", "timeset", "classes", "dir",      "title",  "format"};
  std::string lower(name);
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return lower.empty() || lower.starts_with("entente") ||
         std::find(reserved.begin(), reserved.end(), lower) != reserved.end() ||
         std::find(selection_marks.begin(), selection_marks.end(), lower) != selection_marks.end();
}

PropertyRecords::PropertyRecords(ForeignReading& reading) : reading_(reading) {
  nodes_.push_back(std::make_unique<FoundElements>());
  edges_.push_back(std::make_unique<FoundElements>());
}

void PropertyRecords::header(std::string json, ForeignPlace place) {
  header_ = std::move(json);
  header_place_ = place;
  const bool may_be_ours = header_.find("entente/1") != std::string::npos;
  if (reading_.makes_columns() && may_be_ours) reading_.refuse_columns();
}

void PropertyRecords::title(std::string title) {
  title_ = std::move(title);
}

bool PropertyRecords::takes_copy(ForeignPlace place) {
  constexpr std::size_t records = 10;  // of the largest size
  const std::size_t most = reading_.limits().values * records;
  if (reading_.stopped() || ++copies_ <= most) return !reading_.stopped();
  reading_.stop(place, {"limit-values",
                        "defaults and spells make more than " + std::to_string(most) + " values",
                        "--max-values raises the limit, which is a tenth of that"});
  return false;
}

void PropertyRecords::finish(Nodes nodes) && {
  if (reading_.makes_columns() && reading_.stopped()) return;
  if (!header_.empty() && reading_.own_header(header_, header_place_)) {
    if (!title_.empty()) reading_.shown_title(std::move(title_));
    return add_own_records(reading_, nodes_, edges_);
  }
  if (!title_.empty()) reading_.titles({{"und", std::move(title_)}});
  add_found_graph(reading_, std::move(nodes_), std::move(edges_), nodes);
}

}  // namespace entente
