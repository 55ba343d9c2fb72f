// Popolo (https://www.popoloproject.com/specs/): persons, organizations, memberships, posts, areas
// and events.

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/formats/foreign_records.hpp"
#include "io/formats/json_shape.hpp"
#include "io/formats/records/json_fields.hpp"
#include "io/formats/records/popolo_members.hpp"
#include "io/formats/records/record_formats.hpp"

namespace entente {
namespace {

struct PopoloList {
  std::string_view name;
  std::string_view kind;  // empty: memberships
};
constexpr std::array<PopoloList, 7> popolo_lists = {{{"persons", "person"},
                                                     {"people", "person"},
                                                     {"organizations", "organisation"},
                                                     {"posts", "post"},
                                                     {"areas", "place"},
                                                     {"events", "event"},
                                                     {"memberships", ""}}};

const PopoloList* find_popolo_list(std::string_view name) {
  for (const PopoloList& one : popolo_lists)
    if (one.name == name) return &one;
  return nullptr;
}

constexpr NeededType popolo_part = {"part_of", "is part of"};
constexpr NeededType popolo_post = {"holds_post", "holds the post of"};
constexpr NeededType popolo_member = {"member_of", "is a member of"};

class PopoloReader : public JsonVisitor {
 public:
  explicit PopoloReader(ForeignReading& reading) : reading_(reading), records_(reading, "popolo") {}

  bool opens(const JsonPath& path) override {
    return path.empty() || (path.size() == 1 && find_popolo_list(path[0]) != nullptr);
  }

  bool value(const JsonPath& path, JsonValue value) override {
    if (path.size() == 1 && find_popolo_list(path[0]) == nullptr && !is_technical(path[0]))
      lose({0, value.at()}, "popolo-list",
           "lists such as motions, votes and speeches are left out");
    if (path.size() != 2 || value.kind() != JsonKind::object) return true;
    const PopoloList* list = find_popolo_list(path[0]);
    if (list->kind.empty())
      membership(value, {});
    else
      entity(value, list->kind, {});
    return true;
  }

  void finish() { records_.add_all({"organisation", "", "", ""}); }

 private:
  /// What describes the file, and none of its records.
  static bool is_technical(std::string_view name) {
    constexpr std::array<std::string_view, 3> names = {"$schema", "@context", "meta"};
    return is_among(name, names);
  }

  void lose(ForeignPlace place, std::string_view code, std::string_view message) {
    reading_.lose(place, {std::string(code), std::string(message), ""});
  }

  struct Owner {
    std::string id = {};
    std::string_view kind = {};
  };

  /// A record, and those that stand in it; `owner` is what it stands in.
  void entity(JsonValue object, std::string_view kind, const Owner& owner) {
    const std::string id = text_id(object, "id");
    const ForeignPlace place{0, object.at()};
    if (id.empty()) {
      reading_.leave_out(place, {"popolo-id", "a record has no id", R"(add "id": …)", "",
                                 Severity::error, Concerns::record});
      return;
    }
    Entity& record = records_.entity(id, kind, place);
    add_names(record, object);
    add_popolo_codes(record, object);
    PopoloState life = popolo_lifespan(object);
    if (life.when) record.when = std::move(life.when);
    if (!life.all_read) reading_.note_unread_dates(place);
    for (const JsonValue member : object)
      if (!is_said(member.key(), kind, life.said)) add_rest(record.attributes, member);
    const std::string_view whole_kind = kind == "post" ? "organisation" : kind;
    std::string whole = reference(object, kind == "post" ? "organization" : "parent", whole_kind);
    if (whole.empty() && owner.kind == whole_kind) whole = owner.id;
    if (!whole.empty()) part_of(id, whole, whole_kind, place);
    if (const std::string area = embedded(object, "area", "place"); !area.empty())
      add_attribute(record.attributes, "area_id", Scalar(area));
    take_lists(object, {id, kind});
  }

  void part_of(const std::string& part, const std::string& whole, std::string_view kind,
               ForeignPlace place) {
    hint(whole, kind);
    if (parts_.insert(part + '\n' + whole).second)
      records_.relate(part + "-part", popolo_part, part, whole, place);
  }

  /// Records in lists of others.
  void take_lists(JsonValue object, const Owner& owner) {
    const auto each = [&](std::string_view name, const auto& take) {
      const auto list = member_of(object, name);
      if (!list || list->kind() != JsonKind::list) return;
      for (const JsonValue one : *list)
        if (one.kind() == JsonKind::object)
          take(one);
        else
          lose({0, one.at()}, "popolo-part",
               "what is no object in `" + std::string(name) + "` is left out");
    };
    each("memberships", [&](JsonValue one) { membership(one, owner); });
    each("posts", [&](JsonValue one) { entity(one, "post", owner); });
    each("children", [&](JsonValue one) { entity(one, owner.kind, owner); });
  }

  /// The id of a record that stands in another as `name`; empty if none does.
  std::string embedded(JsonValue object, const std::string& name, std::string_view kind) {
    const auto inner = member_of(object, name);
    if (!inner || inner->kind() != JsonKind::object) return {};
    entity(*inner, kind, {});
    return text_id(*inner, "id");
  }

  /// The id of the record that another names, by its id or whole.
  std::string reference(JsonValue object, const std::string& name, std::string_view kind) {
    std::string id = text_id(object, name + "_id");
    std::string inner = embedded(object, name, kind);
    return id.empty() ? inner : id;
  }

  /// Whether a member of an entity is said elsewhere in its record.
  static bool is_said(std::string_view member, std::string_view kind,
                      const std::vector<std::string_view>& dates) {
    return is_among(member, dates) ||
           (kind == "post" && (member == "organization_id" || member == "organization"));
  }

  /// Names of entities that the file only mentions.
  void hint(const std::string& id, std::string_view kind) {
    static_cast<void>(records_.entity(id, kind, {}));
  }

  void add_names(Entity& record, JsonValue object) {
    std::string name;
    for (const std::string_view member : {"name", "label", "role"})
      if (name.empty()) name = text_member(object, member);
    add_name(record.names, "und", name);
    if (const auto others = member_of(object, "other_names"); others)
      if (others->kind() == JsonKind::list)
        for (const JsonValue one : *others) {
          const std::string language = text_member(one, "lang");
          add_name(record.names, language.empty() ? "und" : language, text_member(one, "name"));
          lose_other_members(one, {"name", "lang"}, "other_names");
        }
  }

  /// Reports what an object in a list says beside what is taken.
  void lose_other_members(JsonValue object, const std::vector<std::string_view>& taken,
                          std::string_view list) {
    if (object.kind() != JsonKind::object) return;
    for (const JsonValue member : object)
      if (member.kind() != JsonKind::null && !is_among(member.key(), taken))
        lose({0, member.at()}, "popolo-part",
             "`" + std::string(member.key()) + "` of `" + std::string(list) + "` is left out");
  }

  /// What has no place of its own: scalars, and addresses of lists of objects.
  void add_rest(Attributes& attributes, JsonValue member) {
    constexpr std::array<std::string_view, 11> taken = {
        "id",     "name",        "label", "other_names", "identifiers", "parent_id",
        "parent", "memberships", "posts", "children",    "area"};
    if (is_among(member.key(), taken) || member.kind() == JsonKind::null) return;
    if (member.kind() == JsonKind::object)
      return lose({0, member.at()}, "popolo-part",
                  "`" + std::string(member.key()) + "`, which is an object, is left out");
    if (member.kind() != JsonKind::list)
      return add_json_attribute(attributes, member.key(), member);
    for (const JsonValue one : member) {
      std::string text = text_of(one);
      std::vector<std::string_view> taken_here;
      for (const std::string_view name : {"url", "value", "content"})
        if (text.empty() && !(text = text_member(one, name)).empty()) taken_here.push_back(name);
      lose_other_members(one, taken_here, member.key());
      if (!text.empty()) add_attribute(attributes, member.key(), Scalar(std::move(text)));
    }
  }

  void membership(JsonValue object, const Owner& owner) {
    const ForeignPlace place{0, object.at()};
    std::string holder = reference(object, "person", "person");
    if (holder.empty()) holder = reference(object, "member", "person");
    if (holder.empty() && owner.kind == "person") holder = owner.id;
    std::string organization = reference(object, "organization", "organisation");
    if (organization.empty() && owner.kind == "organisation") organization = owner.id;
    std::string post = reference(object, "post", "post");
    if (post.empty() && owner.kind == "post") post = owner.id;
    if (holder.empty() || (organization.empty() && post.empty())) {
      reading_.leave_out(place, {"popolo-membership",
                                 "a membership names no person, or neither organization nor post",
                                 R"(it has "person_id" and "organization_id" or "post_id")",
                                 text_id(object, "id"), Severity::error, Concerns::record});
      return;
    }
    hint(holder, "person");
    std::string id = text_id(object, "id");
    if (id.empty()) id = holder + "-" + (post.empty() ? organization : post);
    if (!organization.empty()) {
      hint(organization, "organisation");
      relate(object, id, popolo_member, holder, organization);
    }
    if (!post.empty()) {
      hint(post, "post");
      relate(object, organization.empty() ? id : id + "-post", popolo_post, holder, post);
    }
  }

  void relate(JsonValue object, const std::string& id, const NeededType& type,
              const std::string& from, const std::string& to) {
    const ForeignPlace place{0, object.at()};
    Relation& relation = records_.relate(id, type, from, to, place);
    PopoloState state = popolo_state(object, "start_date", "end_date");
    relation.when = std::move(state.when);
    if (!state.all_read) reading_.note_unread_dates(place);
    for (const auto& [name, kind] : {std::pair("area", "place"), {"on_behalf_of", "organisation"}})
      if (const std::string other = embedded(object, name, kind); !other.empty())
        add_attribute(relation.attributes, std::string(name) + "_id", Scalar(other));
    constexpr std::array<std::string_view, 12> taken = {
        "id",      "person_id", "member_id", "organization_id",
        "post_id", "sources",   "person",    "organization",
        "member",  "post",      "area",      "on_behalf_of"};
    for (const JsonValue member : object) {
      const bool is_date = is_among(member.key(), state.said);
      if (!is_date && !is_among(member.key(), taken) && member.kind() != JsonKind::null)
        add_rest(relation.attributes, member);
    }
    if (const auto sources = member_of(object, "sources"); sources)
      if (sources->kind() == JsonKind::list)
        for (const JsonValue one : *sources)
          if (const std::string url = text_member(one, "url"); !url.empty())
            relation.evidence.push_back(
                {records_.document_at(url, place), text_member(one, "note"), "", std::nullopt});
  }

  ForeignReading& reading_;
  ForeignRecords records_;
  std::set<std::string> parts_;  // part and whole, which both may say
};

}  // namespace

bool is_popolo(std::string_view text) {
  const auto names = outer_members(text, {"persons", "organizations", "memberships", "entities",
                                          "relations", "nodes", "format"});
  return !names.empty() && (names.back() == "persons" || names.back() == "organizations" ||
                            names.back() == "memberships");
}

void read_popolo(ForeignReading& reading) {
  PopoloReader reader(reading);
  visit_exactly(reading, reader);
  reader.finish();
}

}  // namespace entente
