#pragma once

/// Records as JSON text, appended to one growing string: the pieces that the dossier's own formats
/// share with those of others.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/model/record.hpp>

namespace entente::json {

/// A whole record as an object.
void append_record(std::string& out, const Entity& entity);
void append_record(std::string& out, const Relation& relation);

/// The members behind `kind`: names, when, codes, attributes.
void append_details(std::string& out, const Entity& entity);
/// The members behind `to`: when, modality, attributes, evidence.
void append_details(std::string& out, const Relation& relation);

/// `"format": …`, `"title": …`, `"vocabulary": …` and members `x-…` of a dossier.
[[nodiscard]] std::vector<std::string> header_members(const Dossier& dossier);
/// The same as an object.
[[nodiscard]] std::string header(const Dossier& dossier, std::string_view selection = {});

/// What stands behind `"vocabulary": `: a name, a vocabulary itself, or a list of both.
void append_vocabularies(std::string& out, const std::vector<std::string>& vocabularies);
/// A list of texts.
void append_texts(std::string& out, const std::vector<std::string>& texts);
/// An object of texts, sorted by name.
void append_pairs(std::string& out, const std::vector<std::pair<std::string, std::string>>& pairs);
/// An object of lists of names, sorted by language.
void append_names(std::string& out, const Names& names);
void append_evidence(std::string& out, const std::vector<Evidence>& list);
/// The members `x-…`, sorted by name.
void append_foreign(std::string& out, const ForeignMembers& foreign);

}  // namespace entente::json
