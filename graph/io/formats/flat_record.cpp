#include "io/formats/flat_record.hpp"

#include <algorithm>

#include "model/json_append.hpp"
#include "model/record_json.hpp"

namespace entente {
namespace {

class FlatMembers {
 public:
  void text(std::string_view name, std::string_view value) {
    if (!value.empty()) members_.emplace_back(name, value);
  }
  template <typename List, typename Append>
  void json(std::string_view name, const List& list, Append append) {
    if (list.empty()) return;
    std::string value;
    append(value, list);
    members_.emplace_back(name, std::move(value));
  }
  void when(const std::optional<When>& when) {
    if (when) members_.emplace_back("when", when->text());
  }
  [[nodiscard]] std::vector<FlatMember> take() && { return std::move(members_); }

 private:
  std::vector<FlatMember> members_;
};

}  // namespace

std::vector<FlatMember> flat_members(const Entity& entity, const Labeller& labels,
                                     const FlatColumns& columns) {
  FlatMembers members;
  members.text("kind", entity.kind);
  members.text("label", labels.name(entity));
  members.json("names", entity.names, json::append_names);
  members.when(entity.when);
  members.json("codes", entity.codes, json::append_pairs);
  members.text("attributes", columns.rest(entity.attributes));
  return std::move(members).take();
}

std::vector<FlatMember> flat_members(const Relation& relation, const Labeller& labels,
                                     const FlatColumns& columns, const Attributes& marks) {
  FlatMembers members;
  members.text("type", relation.type);
  members.text("label", labels.phrase(relation));
  members.when(relation.when);
  members.text("modality", to_string(relation.modality));
  members.text("attributes", columns.rest(relation.attributes));
  members.json("evidence", relation.evidence, json::append_evidence);
  for (const std::string_view name : selection_marks) {
    const AttributeValue* value = find_attribute(marks, name);
    if (value != nullptr) members.text(name, std::get<std::string>(std::get<Scalar>(*value)));
  }
  return std::move(members).take();
}

}  // namespace entente
