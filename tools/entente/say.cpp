#include "say.hpp"

#include <iostream>

#include <entente/text/safe.hpp>

namespace entente::tool {

Exit say_nothing(std::string_view why) {
  std::cerr << "entente: " << terminal_safe(why) << '\n';
  return Exit::empty;
}

Exit say_limit(std::string_view what) {
  std::cerr << "entente: " << terminal_safe(what) << '\n';
  return Exit::limit;
}

void say_remark(std::string_view what) {
  std::cerr << "entente: " << terminal_safe(what) << '\n';
}

}  // namespace entente::tool
