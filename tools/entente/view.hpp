#pragma once

/// Which view a call of `render` asks for, and the pictures of the views.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/render/diagram.hpp>

#include "call.hpp"
#include "question.hpp"

namespace entente::tool {

/// The arguments that stand behind the dossiers: what `--view` takes, or the name of a view and
/// what that takes (`render DOSSIER ego E`).
[[nodiscard]] Arguments view_arguments(const Call& call,
                                       const std::vector<std::string>& positionals);

struct AskedView {
  std::string name = {};  ///< "" if the call names none
  std::vector<std::string> arguments = {};
};

/// The view that a call names. @throws InvalidArgument where `--view` names another, or the
/// arguments are not those of the view.
[[nodiscard]] AskedView named_view(const Call& call);

/// The view for what is selected, where none is named: an overview up to 5,000 entities; beyond
/// that cards if agreements, bodies and events are what it is about, else a matrix.
[[nodiscard]] std::string suitable_view(const Question& question);

/// Whether a view shows entities and ties, so that DOT can be written of it.
[[nodiscard]] bool is_diagram(std::string_view view);

/// How the call wants the diagram of a view.
[[nodiscard]] DiagramOptions view_options(const Call& call, const Question& question,
                                          const AskedView& view);

/// The diagram of such a view for the page asked for: where `--size` is given and `--max-entities`
/// is not, an overview holds as many of the most important entities as can be read there.
[[nodiscard]] Diagram legible_diagram(const Call& call, const Question& question,
                                      const AskedView& view);

/// The diagram of such a view, drawn as the options say; without nodes if there is nothing to show.
[[nodiscard]] Diagram view_diagram(const Call& call, const Question& question,
                                   const AskedView& view, const DiagramOptions& options);

/// The picture of another view.
struct Chart {
  std::string svg = {};
  std::vector<std::string> further_pages = {};
  std::string nothing = {};  ///< why there is none
  std::size_t left_out = 0;
  std::string what = {};  ///< is left out: "cards"
};
[[nodiscard]] Chart view_chart(const Call& call, const Question& question, const AskedView& view);

}  // namespace entente::tool
