#include "ask/tool_options.hpp"

#include <algorithm>
#include <vector>

#include <entente/error.hpp>

#include "options/hindrance.hpp"
#include "options/row_groups.hpp"
#include "options/rows.hpp"

namespace entente::bindings {
namespace {

using tool::Option;
using tool::Takes;

/// "--max-hops" for "max_hops".
std::string tool_name(std::string_view name) {
  std::string dashed = "--" + std::string(name);
  std::ranges::replace(dashed, '_', '-');
  return dashed;
}

const Option* option_named(const std::vector<Option>& options, std::string_view name) {
  const std::string dashed = tool_name(name);
  const auto found =
      std::ranges::find_if(options, [&](const Option& option) { return option.name == dashed; });
  return found == options.end() ? nullptr : &*found;
}

bool has_words(const Option& option) {
  return option.times == Option::Times::many &&
         (option.takes == Takes::type || option.takes == Takes::kind ||
          option.takes == Takes::choice);
}

std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t end = list.find(','); end != std::string::npos; end = list.find(',', begin)) {
    parts.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  parts.push_back(list.substr(begin));
  return parts;
}

Words taken_apart(const std::vector<Option>& options, const Words& words) {
  Words result;
  for (const auto& [name, values] : words) {
    const Option* option = option_named(options, name);
    std::vector<std::string>& all = result[name];
    for (const std::string& value : values) {
      if (option == nullptr || !has_words(*option)) {
        all.push_back(value);
        continue;
      }
      for (std::string& part : parts_of(value)) all.push_back(std::move(part));
    }
  }
  return result;
}

/// The measure that options depend on; none for a verb without one, and for one that there is not.
std::vector<std::string> measure_in(std::string_view verb, const Words& parameters) {
  if (verb != "rank" && verb != "series") return {};
  const auto by = parameters.find("by");
  const std::string name = by != parameters.end() && !by->second.empty() ? by->second.front()
                           : verb == "rank"                              ? "degree"
                                                                         : "relations";
  const bool is_known =
      tool::is_one_of(name, verb == "rank" ? tool::all_measures() : tool::series_measure_names());
  return is_known ? std::vector{name} : std::vector<std::string>();
}

}  // namespace

std::string respelled(std::string_view message) {
  std::string text;
  for (std::size_t at = 0; at < message.size();) {
    if (!message.substr(at).starts_with("--")) {
      text += message[at++];
      continue;
    }
    const std::size_t end =
        std::min(message.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at), message.size());
    std::string name(message.substr(at + 2, end - at - 2));
    std::ranges::replace(name, '-', '_');
    text += name;
    at = end;
  }
  return text;
}

Words selection_taken_apart(const Words& selection) {
  return taken_apart(tool::selection_options(), selection);
}

Words parameters_taken_apart(std::string_view verb, const Words& parameters) {
  return taken_apart(tool::own_options(verb), parameters);
}

void refuse_ignored(std::string_view verb, const Words& parameters) {
  const std::vector<Option> options = tool::own_options(verb);
  const tool::Aspects aspects{.measures = measure_in(verb, parameters), .formats = {"json"}};
  // A switch that is "false" is not given.
  const auto given = [&](std::string_view dashed) {
    return std::ranges::any_of(parameters, [&](const auto& one) {
      if (tool_name(one.first) != dashed) return false;
      const Option* option = option_named(options, one.first);
      const bool is_switch = option != nullptr && option->value.empty();
      return !is_switch || one.second != std::vector<std::string>{"false"};
    });
  };
  for (const auto& [name, values] : parameters) {
    const std::string dashed = tool_name(name);
    if (!given(dashed)) continue;
    if (const auto reason = tool::hindrance(dashed, options, aspects, given))
      throw InvalidArgument("no-effect", name + " " + respelled(*reason));
  }
}

}  // namespace entente::bindings
