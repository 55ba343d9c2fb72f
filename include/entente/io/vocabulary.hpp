#pragma once

/// Vocabularies: the one built in, those that a dossier brings along, and their JSON form.

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/model/record.hpp>
#include <entente/model/vocabulary.hpp>

namespace ENTENTE_API entente {

/// The vocabulary `diplomacy`, compiled into the library.
[[nodiscard]] Vocabulary builtin_vocabulary();

/// One vocabulary out of several, each extending those before it: new kinds may stand below earlier
/// ones and new types run between them. An element is the name of a built-in vocabulary or a file;
/// relative files start from `folder`.
/// @throws DossierError with the places of all problems; IoError `input-missing` (exit 66).
[[nodiscard]] Vocabulary load_vocabulary(const std::vector<std::string>& sources,
                                         const std::string& folder = {});

/// The vocabulary that a dossier names; `diplomacy` if it names none. Errors as `load_vocabulary`.
[[nodiscard]] Vocabulary vocabulary_of(const Dossier& dossier);

/// What a dossier of that vocabulary names so that it stands alone: files are replaced by a
/// vocabulary as JSON text, with all that the built-in ones do not have; other names are kept.
[[nodiscard]] std::vector<std::string> own_vocabularies(const std::vector<std::string>& named,
                                                        const Vocabulary& vocabulary);

/// Writes the JSON form: fixed member order, kinds and types in their own order; reading it back
/// gives the same vocabulary.
void write_vocabulary(std::ostream& out, const Vocabulary& vocabulary);

}  // namespace entente
