#pragma once

/// Several pieces of evidence in words, each document called by its name and once.
///
/// Shown by the shared library, because entente::render uses it.

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include <entente/export.hpp>
#include <entente/facts/graph.hpp>
#include <entente/text/language.hpp>

namespace ENTENTE_API entente {

/// "Report on trade p. 3, p. 7 (asserted by Yonhap News Agency, dated 12 Jul 2023); Essay": the
/// documents in the order met, called as `called` says of their ids, each with its places and what
/// is said of them, dates in the reader's language.
[[nodiscard]] std::string sources_in_words(
    const Graph& graph, std::span<const Evidence> evidence,
    const std::function<std::string(std::string_view)>& called,
    const LanguagePreference& languages);

}  // namespace entente
