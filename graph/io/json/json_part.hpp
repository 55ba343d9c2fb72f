#pragma once

#include "io/json/part_reader.hpp"

namespace entente {

/// What became of an input.
enum class PartKind : std::uint8_t {
  dossier,
  vocabulary,
  refused,  ///< by the quick pass, if it was to be the only one; nothing was read
};

/// How a part that is one JSON value is read, in passes over its text.
enum class JsonPasses : std::uint8_t {
  quick_then_exact,  ///< the second only if the first finds that something is wrong
  quick_alone,       ///< many times as fast; does not say what is wrong
  exact_alone,       ///< for parts that a quick pass has refused
};

/// Reads a part that is one JSON value.
PartKind read_json_part(const PartText& part, DossierDraft& draft, const ReadLimits& limits,
                        JsonPasses passes = JsonPasses::quick_then_exact);

/// Reads a part that is JSON Lines; a large one by several threads, which does not show.
void read_json_lines(const PartText& part, DossierDraft& draft, const ReadLimits& limits);

/// Whether the bytes are JSON Lines: by the ending of the name, else by the first member.
[[nodiscard]] bool is_json_lines(std::string_view name, std::string_view text);

}  // namespace entente
