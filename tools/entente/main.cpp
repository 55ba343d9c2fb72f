#include <string>
#include <vector>

#include "command_line.hpp"
#include "failure.hpp"
#include "help.hpp"
#include "signals.hpp"
#include "sink.hpp"
#include "verb.hpp"

namespace {

using namespace entente;
using namespace entente::tool;

Exit answer(const Request& request) {
  switch (request.what) {
    case Request::What::overview:
      write({}, overview());
      return Exit::answered;
    case Request::What::version:
      write({}, version());
      return Exit::answered;
    case Request::What::help:
      write({}, request.call.verb == nullptr ? help() : help(*request.call.verb));
      return Exit::answered;
    case Request::What::call:
      break;
  }
  set_timeout(request.call);
  return request.call.verb->run(request.call);
}

}  // namespace

int main(int argc, char** argv) {
  prepare_signals();
  return static_cast<int>(
      guarded([&] { return answer(parse(std::vector<std::string>(argv + 1, argv + argc))); }));
}
