#pragma once

/// What the help of a verb lists below its options: the measures, views or formats there are.

#include <string>
#include <vector>

#include "verb.hpp"

namespace entente::tool {

struct Topic {
  struct Row {
    std::string name;
    std::string text;
  };
  std::string title;
  std::vector<Row> rows;
};

/// The topics of a verb, made of the tables of the library and of the options that apply.
[[nodiscard]] std::vector<Topic> topics_of(const Verb& verb);

}  // namespace entente::tool
