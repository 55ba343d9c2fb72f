#include "io/formats/record_members.hpp"

#include <algorithm>

#include "model/json_append.hpp"
#include "model/record_json.hpp"

namespace entente {
namespace {

class MemberList {
 public:
  void text(std::string_view name, std::string_view value) { json::append_text(add(name), value); }
  template <typename List, typename Append>
  void list(std::string_view name, const List& values, Append append) {
    if (!values.empty()) append(add(name), values);
  }
  void when(const std::optional<When>& when) {
    if (when) json::append_when(add("when"), *when);
  }
  void foreign(const ForeignMembers& members) {
    ForeignMembers sorted = members;
    std::sort(sorted.begin(), sorted.end());
    for (auto& [name, value] : sorted) members_.emplace_back(std::move(name), std::move(value));
  }
  [[nodiscard]] Members take() && { return std::move(members_); }

 private:
  std::string& add(std::string_view name) {
    return members_.emplace_back(name, std::string()).second;
  }
  Members members_;
};

}  // namespace

Members members_of(const Entity& entity) {
  MemberList list;
  list.text("kind", entity.kind);
  list.list("names", entity.names, json::append_names);
  list.when(entity.when);
  list.list("codes", entity.codes, json::append_pairs);
  list.list("attributes", entity.attributes, json::append_attributes);
  list.foreign(entity.foreign);
  return std::move(list).take();
}

Members members_of(const Relation& relation) {
  MemberList list;
  list.text("type", relation.type);
  list.text("from", relation.from);
  list.text("to", relation.to);
  list.when(relation.when);
  list.text("modality", to_string(relation.modality));
  list.list("attributes", relation.attributes, json::append_attributes);
  list.list("evidence", relation.evidence, json::append_evidence);
  list.foreign(relation.foreign);
  return std::move(list).take();
}

Members header_members_of(const Dossier& dossier) {
  MemberList list;
  list.list("title", dossier.titles, json::append_pairs);
  list.list("vocabulary", dossier.vocabularies, json::append_vocabularies);
  list.foreign(dossier.foreign);
  return std::move(list).take();
}

std::string record_text(std::string_view id, const Members& members) {
  std::string text = "{";
  json::append_member(text, "id", id);
  for (const auto& [name, value] : members) {
    json::append_key(text, name);
    text += value;
  }
  return text + '}';
}

}  // namespace entente
