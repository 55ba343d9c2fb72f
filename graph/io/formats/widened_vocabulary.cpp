#include "io/formats/widened_vocabulary.hpp"

#include <utility>

#include <entente/base/json_text.hpp>
#include <entente/io/vocabulary.hpp>

namespace entente {
namespace {

void write_ends(JsonText& json, std::string_view name,
                const std::set<std::string, std::less<>>& kinds) {
  if (kinds.empty()) return;
  json.key(name).open_list();
  for (const std::string& kind : kinds) json.value(kind);
  json.close_list();
}

}  // namespace

WidenedVocabulary::WidenedVocabulary(std::string name)
    : name_(std::move(name)), builtin_(builtin_vocabulary()) {}

void WidenedVocabulary::need(const NeededKind& kind) {
  if (!builtin_.find_kind(kind.id)) kinds_.emplace(kind.id, kind);
}

void WidenedVocabulary::need(const NeededType& type, std::string_view from, std::string_view to) {
  const RelationType* known = builtin_.find_type(type.id);
  if (known && builtin_.admits(*known, from, to)) return;
  Ends& ends = types_[std::string(type.id)];
  ends.known = known != nullptr;
  ends.phrase = type.phrase;
  ends.symmetry = type.symmetry;
  ends.reading = type.reading;
  ends.from.emplace(from);
  ends.to.emplace(to);
}

std::string WidenedVocabulary::json() const {
  if (kinds_.empty() && types_.empty()) return {};
  JsonText json;
  json.open_object().member("format", "entente-vocabulary/1").member("name", name_);
  if (!kinds_.empty()) {
    json.key("kinds").open_list();
    for (const auto& [id, kind] : kinds_) {
      json.open_object().member("id", id);
      if (!kind.parent.empty()) json.member("parent", kind.parent);
      json.member("drawing_class", kind.drawing_class.empty() ? "other" : kind.drawing_class);
      json.key("labels").open_object().member("en", kind.label).close_object();
      json.close_object();
    }
    json.close_list();
  }
  if (!types_.empty()) {
    json.key("types").open_list();
    for (const auto& [id, ends] : types_) {
      json.open_object().member("id", id);
      write_ends(json, "from", ends.from);
      write_ends(json, "to", ends.to);
      if (!ends.known) {
        if (ends.symmetry == Symmetry::symmetric) json.member("symmetric", true);
        json.member("reading", to_string(ends.reading)).member("drawing_class", "other");
        json.key("forward").open_object().member("en", ends.phrase).close_object();
      }
      json.close_object();
    }
    json.close_list();
  }
  return json.close_object().str();
}

}  // namespace entente
