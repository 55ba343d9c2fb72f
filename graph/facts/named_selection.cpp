#include <algorithm>
#include <array>
#include <optional>

#include <entente/error.hpp>
#include <entente/facts/named_selection.hpp>
#include <entente/text/safe.hpp>

namespace entente {
namespace {

using Values = std::span<const std::string>;

/// A name, and how its values are written into a selection.
struct Member {
  std::string_view name;
  void (*set)(Selection&, std::string_view name, Values);
};

[[noreturn]] void refuse(std::string_view name, std::string_view value, const std::string& takes) {
  throw InvalidArgument("bad-option-value", std::string(name) + " is " + takes + ", not '" +
                                                terminal_safe(value) + "'");
}

template <std::string Selection::*member>
void set_text(Selection& selection, std::string_view name, Values values) {
  if (values.size() != 1)
    throw InvalidArgument("bad-option-value",
                          std::string(name) + " takes one value, not " +
                              (values.empty() ? "none" : std::to_string(values.size())));
  selection.*member = values.front();
}

template <std::vector<std::string> Selection::*member>
void set_list(Selection& selection, std::string_view, Values values) {
  (selection.*member).assign(values.begin(), values.end());
}

/// What a flag stands for, and what holds without it.
template <auto member, auto given, auto otherwise>
void set_flag(Selection& selection, std::string_view name, Values values) {
  if (values.size() > 1 ||
      (values.size() == 1 && values.front() != "true" && values.front() != "false"))
    refuse(name, values.front(), "true or false");
  selection.*member = values.empty() || values.front() == "true" ? given : otherwise;
}

void set_modalities(Selection& selection, std::string_view name, Values values) {
  selection.modalities.clear();
  for (const std::string& value : values) {
    const std::optional<Modality> modality = modality_from(value);
    if (!modality) refuse(name, value, "fact, plan, expectation, claim or derived");
    selection.modalities.push_back(*modality);
  }
}

void set_direction(Selection& selection, std::string_view name, Values values) {
  const std::string value = values.size() == 1 ? values.front() : "";
  if (value == "both")
    selection.direction = Direction::both;
  else if (value == "out")
    selection.direction = Direction::out;
  else if (value == "in")
    selection.direction = Direction::in;
  else
    refuse(name, value, "both, out or in");
}

constexpr std::array selection_members{
    Member{"as-of", set_text<&Selection::as_of>},
    Member{"during", set_text<&Selection::during>},
    Member{"throughout", set_text<&Selection::throughout>},
    Member{"known-at", set_text<&Selection::known_at>},
    Member{"observed-through", set_text<&Selection::observed_through>},
    Member{"attested-within", set_text<&Selection::attested_within>},
    Member{"type", set_list<&Selection::types>},
    Member{"kind", set_list<&Selection::kinds>},
    Member{"modality", set_modalities},
    Member{"source", set_list<&Selection::sources>},
    Member{"direction", set_direction},
    Member{"certain", set_flag<&Selection::keep, Keep::certain_only, Keep::certain_and_possible>},
    Member{"undated", set_flag<&Selection::undated, Undated::listed, Undated::counted>},
    Member{"isolated", set_flag<&Selection::isolated, Isolated::always, Isolated::when_unnarrowed>},
    Member{"presume-lasting",
           set_flag<&Selection::presume_lasting, Lasting::presumed, Lasting::as_reported>},
    Member{"no-inference", set_flag<&Selection::inference, Inference::off, Inference::on>},
};

constexpr auto selection_names = [] {
  std::array<std::string_view, selection_members.size()> list{};
  std::ranges::transform(selection_members, list.begin(), &Member::name);
  return list;
}();

bool same_name(std::string_view given, std::string_view name) {
  return std::ranges::equal(given, name, {}, [](char c) { return c == '_' ? '-' : c; });
}

}  // namespace

std::span<const std::string_view> selection_member_names() noexcept {
  return selection_names;
}

bool set_member(Selection& selection, std::string_view name, std::span<const std::string> values) {
  const auto* member = std::ranges::find_if(
      selection_members, [name](const Member& row) { return same_name(name, row.name); });
  if (member == selection_members.end()) return false;
  member->set(selection, name, values);
  return true;
}

}  // namespace entente
