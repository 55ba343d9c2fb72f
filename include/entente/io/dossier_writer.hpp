#pragma once

/// Writing dossiers in canonical form: the same records give the same bytes, and small changes give
/// small differences.

#include <iosfwd>
#include <string>

#include <entente/export.hpp>
#include <entente/model/record.hpp>

namespace ENTENTE_API entente {

/// Writes a dossier as one JSON value.
///
/// Members stand in a fixed order; entities and relations are sorted by id; languages, codes and
/// attributes by name; lists keep their order. A record takes one line where it fits 100 characters
/// and is wrapped otherwise. Texts keep their characters, unescaped where JSON allows; numbers are
/// the shortest that read back the same. Reading what was written gives the same dossier, and
/// writing that the same bytes.
/// @throws DossierError, before the first byte, for what no reader would take back: an empty id, a
/// control character in one, more than 65,536 bytes of it, U+0000, text that is not UTF-8, a wrong
/// language tag, a name twice, members of others that are no JSON, an attribute that is infinite or
/// not a number.
void write_json(std::ostream& out, const Dossier& dossier);

/// Writes a dossier as JSON Lines: first `{"dossier": …}`, then one record a line; order and
/// guarantees as `write_json`.
void write_json_lines(std::ostream& out, const Dossier& dossier);

/// One record as a JSON object on one line. In JSON Lines it stands as `{"entity": …}` or
/// `{"relation": …}`.
[[nodiscard]] std::string to_json(const Entity& entity);
/// The same for a relation.
[[nodiscard]] std::string to_json(const Relation& relation);

}  // namespace entente
