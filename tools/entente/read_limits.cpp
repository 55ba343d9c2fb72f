#include "read_limits.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

#include <entente/error.hpp>
#include <entente/model/problem.hpp>
#include <entente/text/safe.hpp>

#include "command_line.hpp"
#include "options/applicability.hpp"
#include "terminal/progress.hpp"

namespace entente::tool {

namespace {

/// What `--map from=A,to=B` names.
std::vector<std::pair<std::string, std::string>> mapped_columns(const Call& call) {
  constexpr std::array<std::string_view, 11> members = {
      "from", "to", "id", "kind", "type", "label", "when", "start", "end", "weight", "timeset"};
  std::vector<std::pair<std::string, std::string>> columns;
  for (const std::string& item : call.list("--map")) {
    const std::size_t sign = item.find('=');
    const std::string member = item.substr(0, sign);
    if (sign == item.npos || sign + 1 == item.size())
      throw InvalidArgument("usage", "--map takes from=COLUMN,to=COLUMN and the like, not '" +
                                         terminal_safe(item) + "'");
    if (std::ranges::find(members, member) == members.end())
      throw InvalidArgument("usage", "--map knows no '" + terminal_safe(member) + "'" +
                                         did_you_mean(member, {members.begin(), members.end()}) +
                                         "\nit takes " + listed_in_words(members));
    columns.emplace_back(member, item.substr(sign + 1));
  }
  return columns;
}

/// One character, or how a tab is typed.
std::optional<char> delimiter_of(const Call& call) {
  if (!call.has("--delimiter")) return std::nullopt;
  const std::string text = call.text("--delimiter");
  if (text == "tab" || text == "\\t") return '\t';
  if (text.size() == 1 && text != "\"" && text != "\n" && text != "\r") return text.front();
  throw InvalidArgument("usage", "--delimiter takes one character, or tab");
}

}  // namespace

ReadLimits read_limits(const Call& call) {
  ReadLimits limits;
  limits.depth = call.count("--max-depth", 1).value_or(limits.depth);
  limits.identifier = call.count("--max-identifier", 1).value_or(limits.identifier);
  limits.string = call.count("--max-string", 1).value_or(limits.string);
  limits.input = call.count("--max-input", 1).value_or(limits.input);
  limits.edges = call.count("--max-edges", 1).value_or(limits.edges);
  limits.values = call.count("--max-values", 1).value_or(limits.values);
  limits.threads = thread_limit(call);
  limits.format = call.text("--from");
  limits.columns = mapped_columns(call);
  limits.delimiter = delimiter_of(call);
  return limits;
}

LoadOptions load_options(const Call& call) {
  LoadOptions options;
  options.limits = read_limits(call);
  if (call.has("--lenient")) options.faulty = Faulty::left_out;
  if (call.has("--title")) options.titles = {{"und", call.text("--title")}};
  return options;
}

void say_remarks(const std::vector<Problem>& remarks) {
  constexpr std::size_t most = 10;
  std::string text;
  for (std::size_t i = 0; i < std::min(remarks.size(), most); ++i)
    text += describe(remarks[i]) + '\n';
  if (remarks.size() > most)
    text += "… and " + std::to_string(remarks.size() - most) +
            " more; entente validate lists them all\n";
  std::cerr << text;
}

std::string faulty_text(std::size_t records) {
  return std::to_string(records) +
         (records == 1 ? " record with errors is" : " records with errors are") +
         " left out (--lenient)";
}

void say_faulty(const LeftOut& left_out) {
  constexpr std::size_t most_listed = 100;
  if (left_out.records == 0 && left_out.problems.empty()) return;
  std::string text;
  for (std::size_t i = 0; i < std::min(left_out.problems.size(), most_listed); ++i)
    text += describe(left_out.problems[i]) + '\n';
  if (left_out.problems.size() > most_listed)
    text += "… and " + std::to_string(left_out.problems.size() - most_listed) +
            " more; entente validate lists them all\n";
  if (left_out.records > 0) text += "entente: " + faulty_text(left_out.records) + '\n';
  std::cerr << text;
}

}  // namespace entente::tool
