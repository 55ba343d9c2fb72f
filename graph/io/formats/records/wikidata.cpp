// Items of Wikidata as https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html has
// them. A statement whose value is an item becomes a relation, with its qualifiers, rank and
// references; other values become dates, codes and attributes. "Unknown" and "none" are kept apart.

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text_map.hpp"
#include "io/formats/foreign_records.hpp"
#include "io/formats/json_shape.hpp"
#include "io/formats/records/json_fields.hpp"
#include "io/formats/records/record_formats.hpp"
#include "io/formats/records/wikidata_members.hpp"
#include "io/formats/records/wikidata_snaks.hpp"
#include "io/formats/records/wikidata_terms.hpp"

namespace entente {
namespace {

class WikidataReader : public JsonVisitor {
 public:
  explicit WikidataReader(ForeignReading& reading)
      : reading_(reading), records_(reading, "wikidata") {}

  bool opens(const JsonPath& path) override {
    return path.empty() || (path.size() == 1 && path[0] == "entities");
  }

  bool value(const JsonPath& path, JsonValue value) override {
    const bool is_entity =
        path.empty() || path.back() == "[]" || (path.size() == 2 && path[0] == "entities");
    if (is_entity) entity(value);
    return true;
  }

  void entity(JsonValue object) {
    const std::string id = text_member(object, "id");
    if (id.empty()) return;
    place_ = {0, object.at()};
    if (text_member(object, "type") == "property") return;
    Entity& record = records_.entity(id, "", place_);
    bool coded = false;
    for (const auto& [scheme, code] : record.codes) coded = coded || scheme == "wikidata";
    if (!coded) record.codes.emplace_back("wikidata", id);
    add_wikidata_names(record, object);
    if (const auto claims = member_of(object, "claims"); claims) add_claims(id, *claims);
  }

  void finish() {
    for (const auto& [id, kind] : hints_)
      if (Entity* entity = records_.find(id); entity && entity->kind.empty()) entity->kind = kind;
    records_.add_all({"item", "", "item", ""});
  }

 private:
  void add_claims(const std::string& id, JsonValue claims) {
    if (claims.kind() != JsonKind::object) return;
    add_kind(*records_.find(id), claims);
    const std::vector<std::string_view> dating = add_lifespan(id, claims);
    for (const JsonValue property : claims) {
      if (property.kind() != JsonKind::list) continue;
      const std::string_view name = property.key();
      const bool dates = std::find(dating.begin(), dating.end(), name) != dating.end();
      const std::string_view rank = dates ? best_rank(claims, name) : std::string_view();
      for (const JsonValue claim : property)
        if (!dates || is_no_value(claim))
          add_claim(id, name, claim);
        else if (text_member(claim, "rank") != rank || is_unread_date(claim))
          lose({"lesser-date", "dates of a lower rank than others are left out", ""});
        else
          report_lost_parts(claim);
    }
  }

  void lose(Finding finding) { reading_.lose(place_, std::move(finding)); }

  /// Dates an entity; returns the properties that its date says.
  std::vector<std::string_view> add_lifespan(const std::string& id, JsonValue claims) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> spans = {
        {{"P569", "P570"}, {"P571", "P576"}, {"P580", "P582"}}};
    for (const auto& [begins, ends] : spans) {
      auto when = when_said(best_end(claims, begins), best_end(claims, ends));
      if (!when) continue;
      if (begins == "P569") hint(id, "person");
      records_.find(id)->when = std::move(when);
      return {begins, ends};
    }
    const SaidEnd day = best_end(claims, "P585");
    std::optional<When>& when = records_.find(id)->when;
    if (day.is_date()) when = date_of(day.end);
    return when ? std::vector<std::string_view>{"P585"} : std::vector<std::string_view>();
  }

  void hint(const std::string& id, std::string_view kind) {
    if (!kind.empty()) hints_.try_emplace(id, kind);
  }

  void add_claim(const std::string& id, std::string_view property, JsonValue claim) {
    const auto snak = member_of(claim, "mainsnak");
    if (!snak) return;
    if (is_unread_date(claim) && is_time(*snak)) reading_.note_unread_dates(place_);
    if (text_member(claim, "rank") == "deprecated" && (item_of(*snak).empty() || property == "P31"))
      return lose({"deprecated", "values that Wikidata calls deprecated are left out", ""});
    Entity& record = *records_.find(id);
    const SnakKind kind = kind_of_snak(*snak);
    if (kind != SnakKind::value) {
      add_attribute(record.attributes, kind == SnakKind::unknown ? "unknown" : "none",
                    Scalar(std::string(property)));
      return;
    }
    const std::string item = item_of(*snak);
    if (property == "P31" || item.empty()) report_lost_parts(claim);
    if (property == "P31") {
      add_attribute(record.attributes, "instance_of", Scalar(item));
    } else if (!item.empty()) {
      add_tie(id, property, item, claim);
    } else {
      add_wikidata_value(record, property, *snak);
    }
  }

  /// What an entity is, by the best of the statements that say it.
  void add_kind(Entity& record, JsonValue claims) {
    const auto list = member_of(claims, "P31");
    if (!list || list->kind() != JsonKind::list) return;
    for (const std::string_view rank : {"preferred", "normal", ""})
      for (const JsonValue claim : *list) {
        const auto snak = member_of(claim, "mainsnak");
        if (!record.kind.empty() || !snak || text_member(claim, "rank") != rank) continue;
        record.kind = kind_of_wikidata(item_of(*snak));
      }
  }

  /// Reports what a statement says beside its value, which alone becomes an attribute or a date.
  void report_lost_parts(JsonValue claim) {
    for (const std::string_view part : {"qualifiers", "references"})
      if (const auto said = member_of(claim, part); said && said->begin() != said->end())
        lose({"statement-part",
              std::string(part) + " of what becomes an attribute, a code or a date are left out",
              ""});
  }

  /// The state between two ends; reported if they contradict each other.
  std::optional<When> when_said(const SaidEnd& start, const SaidEnd& end) {
    std::optional<When> when = when_between(start, end);
    if (!when && (start.is_date() || end.is_date())) reading_.note_unread_dates(place_);
    return when;
  }

  void add_tie(const std::string& id, std::string_view property, const std::string& item,
               JsonValue claim) {
    const WikidataTie* known = find_wikidata_tie(property);
    const std::string own(property);
    const WikidataTie tie = known ? *known : WikidataTie{own, {own, own}};
    const std::string& from = tie.reversed ? item : id;
    const std::string& to = tie.reversed ? id : item;
    std::string relation_id = text_member(claim, "id");
    if (relation_id.empty()) relation_id = id + "-" + own + "-" + item;
    Relation& relation = records_.relate(std::move(relation_id), tie.type, from, to, place_);
    hint(from, tie.from_kind);
    hint(to, tie.to_kind);
    if (!tie.relationship.empty())
      add_attribute(relation.attributes, "relationship", Scalar(std::string(tie.relationship)));
    add_qualifiers(relation, member_of(claim, "qualifiers"));
    const std::string rank = text_member(claim, "rank");
    if (!rank.empty() && rank != "normal") add_attribute(relation.attributes, "rank", Scalar(rank));
    if (rank == "deprecated") relation.modality = Modality::claim;
    add_references(relation, member_of(claim, "references"));
  }

  void add_qualifiers(Relation& relation, std::optional<JsonValue> qualifiers) {
    if (!qualifiers || qualifiers->kind() != JsonKind::object) return;
    relation.when = when_said(said_end(member_of(*qualifiers, "P580")),
                              said_end(member_of(*qualifiers, "P582")));
    const SaidEnd day = said_end(member_of(*qualifiers, "P585"));
    const bool dated = !relation.when && day.is_date();
    if (dated) relation.when = date_of(day.end);
    for (const JsonValue property : *qualifiers) {
      const std::string_view name = property.key();
      const bool is_date =
          dated ? name == "P585" : relation.when && (name == "P580" || name == "P582");
      if (is_date || property.kind() != JsonKind::list) continue;
      for (const JsonValue snak : property) {
        const SnakKind kind = kind_of_snak(snak);
        if (kind != SnakKind::value)
          add_attribute(relation.attributes, kind == SnakKind::unknown ? "unknown" : "none",
                        Scalar(std::string(name)));
        else if (std::string words = words_of(snak); !words.empty())
          add_attribute(relation.attributes, name, Scalar(std::move(words)));
      }
    }
  }

  void add_references(Relation& relation, std::optional<JsonValue> references) {
    if (!references || references->kind() != JsonKind::list) return;
    for (const JsonValue reference : *references)
      if (const auto snaks = member_of(reference, "snaks"); snaks) add_reference(relation, *snaks);
  }

  /// A reference as evidence: what it is stated in, else an address, else where it was taken from.
  void add_reference(Relation& relation, JsonValue snaks) {
    const WikidataReference reference = reference_of(snaks);
    std::string source = reference.stated_in;
    if (source.empty() && !reference.address.empty())
      source = records_.document_at(reference.address, place_);
    if (source.empty()) source = reference.taken_from;
    if (source.empty()) return;
    describe_document(source, reference);
    if (reference.others > 0)
      reading_.lose(place_,
                    {"reference-part",
                     "of references, when they were retrieved (P813) and what else is no source "
                     "and no place in it are left out",
                     ""},
                    reference.others);
    std::string at = reference.at;
    if (at.empty() && source.front() == 'Q') at = reference.address;
    Evidence evidence{source, at, "", std::nullopt};
    if (std::find(relation.evidence.begin(), relation.evidence.end(), evidence) ==
        relation.evidence.end())
      relation.evidence.push_back(std::move(evidence));
  }

  void describe_document(const std::string& id, const WikidataReference& reference) {
    Entity& document = records_.entity(id, "", place_);
    hints_.insert_or_assign(id, "document");
    document.kind = "document";
    if (!reference.title.empty() && document.names.empty())
      add_name(document.names, "und", reference.title);
    if (!reference.published.empty() && !find_attribute(document.attributes, "published"))
      add_attribute(document.attributes, "published", Scalar(reference.published));
  }

  ForeignReading& reading_;
  ForeignRecords records_;
  ForeignPlace place_;
  TextMap<std::string_view> hints_;
};

/// Takes a text as one value.
class WholeText : public JsonVisitor {
 public:
  explicit WholeText(WikidataReader& reader) : reader_(reader) {}
  bool opens(const JsonPath&) override { return false; }
  bool value(const JsonPath&, JsonValue value) override {
    reader_.entity(value);
    return true;
  }

 private:
  WikidataReader& reader_;
};

bool names_entity(const std::vector<std::string>& names) {
  return !names.empty() && (names.back() == "labels" || names.back() == "claims");
}

std::vector<std::string> wikidata_members(std::string_view text) {
  return outer_members(text, {"entities", "labels", "claims", "relations", "nodes", "format"});
}

}  // namespace

bool is_wikidata(std::string_view text) {
  const auto names = wikidata_members(text);
  if (names_entity(names)) return true;
  const bool wrapped = !names.empty() && names.back() == "entities";
  const std::string_view head = text.substr(0, 4096);
  if (wrapped) return head.find("\"labels\"") != head.npos || head.find("\"pageid\"") != head.npos;
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  return begin != text.npos && text[begin] == '[' && head.find("\"labels\"") != head.npos &&
         head.find("\"type\"") != head.npos;
}

void read_wikidata(ForeignReading& reading) {
  const bool is_entity = names_entity(wikidata_members(reading.text()));
  WikidataReader reader(reading);
  if (!is_entity) {
    visit_exactly(reading, reader);
  } else if (WholeText whole(reader);
             visit_quickly(reading.text(), whole, reading.limits()) == Visit::refused) {
    JsonTape tape(reading.text());
    for (JsonLines lines(reading.text()); lines.next();) {
      tape.clear();
      if (parse_line(reading, lines.begin(), lines.end(), tape)) reader.entity(tape.root());
    }
  }
  reader.finish();
}

}  // namespace entente
