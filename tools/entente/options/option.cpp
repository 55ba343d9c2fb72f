#include "options/option.hpp"

namespace entente::tool {

Rows& Rows::flag(std::string_view name, std::string_view help) {
  Option& row = rows_.emplace_back();
  row.name = name;
  row.help = help;
  return *this;
}

Rows& Rows::valued(std::string_view name, std::string_view value, std::string_view help,
                   Takes takes) {
  flag(name, help);
  rows_.back().value = value;
  rows_.back().takes = takes;
  return *this;
}

Rows& Rows::listed(std::string_view name, std::string_view value, std::string_view help,
                   Takes takes) {
  valued(name, value, help, takes);
  rows_.back().times = Option::Times::many;
  return *this;
}

Rows& Rows::repeated(std::string_view name, std::string_view value, std::string_view help,
                     Takes takes) {
  valued(name, value, help, takes);
  rows_.back().times = Option::Times::repeated;
  return *this;
}

Rows& Rows::choice(std::string_view name, std::string_view value, std::string_view help,
                   Names choices) {
  return valued(name, value, help, Takes::choice).one_of(choices);
}

Rows& Rows::rows(const std::vector<Option>& more) {
  rows_.insert(rows_.end(), more.begin(), more.end());
  return *this;
}

Rows& Rows::where(const Where& where) {
  rows_.back().where = where;
  return *this;
}

Rows& Rows::formerly(std::string_view alias) {
  rows_.back().alias = alias;
  return *this;
}

Rows& Rows::one_of(Names choices) {
  rows_.back().choices.assign(choices.begin(), choices.end());
  return *this;
}

Rows& Rows::such_as(Names suggestions) {
  rows_.back().suggestions.assign(suggestions.begin(), suggestions.end());
  return *this;
}

}  // namespace entente::tool
