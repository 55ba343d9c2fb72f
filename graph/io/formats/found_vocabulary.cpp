#include "io/formats/found_vocabulary.hpp"

#include <algorithm>

#include <entente/base/json_text.hpp>
#include <entente/io/vocabulary.hpp>

namespace entente {
namespace {

std::string spaced(std::string_view id) {
  std::string words(id);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

void add_kind(JsonText& json, const std::string& id, const Vocabulary& builtin) {
  json.open_object().member("id", id);
  const Kind* known = builtin.find_kind(id);
  if (known != nullptr && !known->drawing_class.empty())
    json.member("drawing_class", known->drawing_class);
  json.close_object();
}

/// `words` is what the file calls it, which two types may share.
void add_type(JsonText& json, const std::string& id, std::string_view words, Symmetry symmetry) {
  json.open_object().member("id", id);
  json.key("from").open_list().value("any").close_list();
  json.key("to").open_list().value("any").close_list();
  if (symmetry == Symmetry::symmetric) json.member("symmetric", true);
  json.key("forward").open_object();
  json.member("en", words == any_type ? std::string("is tied to") : spaced(words));
  json.close_object().close_object();
}

}  // namespace

std::string found_vocabulary(const FoundClasses& kinds, const FoundClasses& types) {
  const Vocabulary builtin = builtin_vocabulary();
  JsonText json;
  json.open_object().member("format", "entente-vocabulary/1").member("name", "found");
  json.key("kinds").open_list();
  for (const auto& [kind, found] : kinds.classes()) add_kind(json, kind, builtin);
  json.close_list().key("types").open_list();
  for (const auto& [id, found] : types.classes()) {
    if (found.directed) add_type(json, id, id, Symmetry::directed);
    if (found.undirected)
      add_type(json, id + (found.directed ? "-undirected" : ""), id, Symmetry::symmetric);
  }
  return json.close_list().close_object().str();
}

}  // namespace entente
