#include "facts/publication.hpp"

#include <string>
#include <variant>

#include <entente/error.hpp>

#include "facts/attribute_code.hpp"

namespace entente {

namespace {

std::optional<When> said_to_be_published(const Graph::Store& store, std::uint32_t entity) {
  const auto& rows = store.entities.attributes;
  if (rows[entity] == rows[entity + 1]) return std::nullopt;
  const Attributes attributes =
      decode(store.entities.attribute_bytes.part(rows[entity], rows[entity + 1]));
  const AttributeValue* value = find_attribute(attributes, "published");
  const Scalar* scalar = value ? std::get_if<Scalar>(value) : nullptr;
  const std::string* text = scalar ? std::get_if<std::string>(scalar) : nullptr;
  if (text == nullptr) return std::nullopt;
  try {
    return When::parse(*text);
  } catch (const Error&) {
    return std::nullopt;
  }
}

// In days, as far as there are limits.
std::int64_t width(const When& when) {
  const Bounds days = when.bounds(Reading::instant);
  return std::int64_t{days.end_max.count()} - days.start_min.count();
}

}  // namespace

std::optional<When> publication(const Graph::Store& store, EntityId document) {
  const std::uint32_t i = index(document);
  const Vocabulary& vocabulary = store.vocabulary;
  if (!vocabulary.is_a(vocabulary.kinds()[store.entities.kind[i]].id, "document"))
    return std::nullopt;
  auto said = said_to_be_published(store, i);
  auto when = store.when(store.entities.when[i]);
  if (!said || !when) return said ? said : when;
  return width(*when) < width(*said) ? when : said;
}

}  // namespace entente
