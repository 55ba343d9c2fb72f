#pragma once

/// Records with their texts in composed characters (NFC): two that are equal then say the same, to
/// a reader and to the graph, however a keyboard or a file system encoded their accents.

#include <entente/model/record.hpp>

namespace entente {

[[nodiscard]] Names with_composed_texts(Names names);
[[nodiscard]] AttributeValue with_composed_texts(AttributeValue value);
[[nodiscard]] Attributes with_composed_texts(Attributes attributes);
[[nodiscard]] Evidence with_composed_texts(Evidence piece);
/// Names, attributes and evidence; ids and what others added stay as they are.
[[nodiscard]] Entity with_composed_texts(Entity entity);
[[nodiscard]] Relation with_composed_texts(Relation relation);

}  // namespace entente
