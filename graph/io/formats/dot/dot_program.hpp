#pragma once

/// What the reader of DOT and the program `entente-dot` agree on.
///
/// The program reads DOT from standard input and writes one JSON object: `directed`, `graph` (the
/// graph's attributes), `nodes` (`id`, `cluster`, `attributes`) and `edges` (`from`, `to`, `key`,
/// `attributes`), texts as Graphviz keeps them. Text between < and > is marked by a member `html`
/// that lists the attributes' names with commas between; a cluster of that kind is `html_cluster`.

#include <string_view>

namespace entente {

inline constexpr std::string_view dot_program_name = "entente-dot";

/// How it ends; what is wrong is on standard error.
enum class DotExit : int { read = 0, usage = 64, bad_source = 65, out_of_memory = 71 };

}  // namespace entente
