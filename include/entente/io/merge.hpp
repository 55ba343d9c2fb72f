#pragma once

/// Two dossiers as one.

#include <entente/export.hpp>
#include <entente/model/record.hpp>

namespace ENTENTE_API entente {

/// Both dossiers' records, as reading their files together gives them: records of one id become one
/// if they say the same or complete each other. Titles are those of the first that has any;
/// vocabularies are those of both. What only a vocabulary can show is checked by `validate`.
/// Paths of the second's vocabularies are taken from the first's folder, if it has one.
/// Cost: linear.
/// @throws DossierError `contradiction` where two records of one id differ; and as
/// `vocabulary_of` for vocabularies that cannot be had.
[[nodiscard]] Dossier merge(Dossier first, Dossier second);

}  // namespace entente
