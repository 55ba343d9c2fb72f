#pragma once

#include <string>

#include <entente/model/record.hpp>

#include "support/seed.hpp"

namespace entente::testing_support {

/// A text that writers stumble over: quotes, backslashes, controls, markup, directions, emoji.
[[nodiscard]] std::string hostile_text(Chance& chance);

/// A few records with every kind of member; languages, codes and attributes in order, ids unique,
/// entities and relations sorted by id. Nothing in it need make sense.
[[nodiscard]] Dossier random_dossier(Chance& chance);

}  // namespace entente::testing_support
