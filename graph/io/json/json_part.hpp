#pragma once

#include "io/json/part_reader.hpp"

namespace entente {

/// What became of an input.
enum class PartKind : std::uint8_t { dossier, vocabulary };

/// Reads a part that is one JSON value.
PartKind read_json_part(const PartText& part, DossierDraft& draft, const ReadLimits& limits);

/// Reads a part that is JSON Lines; a large one by several threads, which does not show.
void read_json_lines(const PartText& part, DossierDraft& draft, const ReadLimits& limits);

/// Whether the bytes are JSON Lines: by the ending of the name, else by the first member.
[[nodiscard]] bool is_json_lines(std::string_view name, std::string_view text);

}  // namespace entente
