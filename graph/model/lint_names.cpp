/// Names that a reader cannot tell apart: the same but for width, case, composition or characters
/// that do not show.

#include <algorithm>
#include <cstdint>

#include <entente/text/fold.hpp>

#include "base/run_scope.hpp"
#include "model/checks.hpp"
#include "text/name_difference.hpp"

namespace entente {
namespace {

struct NameUse {
  std::string folded;
  const std::string* name = nullptr;
  const Entity* entity = nullptr;
};

std::vector<NameUse> uses_of(const Dossier& dossier) {
  std::vector<NameUse> uses;
  for (const Entity& entity : dossier.entities)
    for (const LanguageNames& names : entity.names)
      for (const std::string& name : names.names) {
        constexpr std::size_t between_looks = 512;
        if (uses.size() % between_looks == 0) check_run();
        uses.push_back({fold(name, HanVariants::keep), &name, &entity});
      }
  std::stable_sort(uses.begin(), uses.end(),
                   [](const NameUse& a, const NameUse& b) { return a.folded < b.folded; });
  return uses;
}

/// Within one entity a name in capitals beside the usual one is how a source prints it.
bool is_print_variant(const NameUse& earlier, const NameUse& later, NameDifference difference) {
  return earlier.entity == later.entity && difference == NameDifference::letter_case;
}

void report(CheckRun& run, const NameUse& earlier, const NameUse& later) {
  const NameDifference difference = name_difference(*earlier.name, *later.name);
  if (difference == NameDifference::none || difference == NameDifference::other) return;
  if (is_print_variant(earlier, later, difference)) return;
  const std::string other = earlier.entity == later.entity
                                ? "another name of the same entity"
                                : "a name of " + quoted(earlier.entity->id);
  run.warning(later.entity->place, later.entity->id,
              {"names-differ-invisibly",
               "the name " + quoted(*later.name) + " and " + quoted(*earlier.name) + ", " + other +
                   ", differ only by " + std::string(to_string(difference)),
               "write both the same way, or keep one"});
}

}  // namespace

void lint_names(CheckRun& run) {
  const std::vector<NameUse> uses = uses_of(run.dossier());
  for (std::size_t i = 1; i < uses.size(); ++i)
    if (uses[i].folded == uses[i - 1].folded) report(run, uses[i - 1], uses[i]);
  for (const Entity& entity : run.dossier().entities)
    for (const LanguageNames& names : entity.names)
      if (std::find(names.names.begin(), names.names.end(), "") != names.names.end())
        run.warning(entity.place, entity.id,
                    {"empty-name", "a name in `" + names.language + "` is empty", "remove it"});
}

}  // namespace entente
