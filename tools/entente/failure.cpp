#include "failure.hpp"

#include <exception>
#include <new>
#include <string_view>

#include <unistd.h>

#include <entente/model/problem.hpp>
#include <entente/text/safe.hpp>

namespace entente::tool {
namespace {

/// Straight to the descriptor: this must work when memory has run out.
void say(std::string_view text) noexcept {
  while (!text.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// Each line made safe on its own; what follows the first is indented no further than it is.
std::string safe_lines(std::string_view text) {
  std::string safe;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    safe += terminal_safe(text.substr(0, end)) + '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return safe;
}

Exit exit_of(const Error& error) noexcept {
  return static_cast<Exit>(error.exit_code());
}

Exit say_what(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const DossierError& error) {
    for (const Problem& problem : error.problems())
      if (problem.severity == Severity::error) say(describe(problem) + '\n');
    return exit_of(error);
  } catch (const Error& error) {
    say("entente: error: " + safe_lines(error.what()));
    return exit_of(error);
  } catch (const std::bad_alloc&) {
    say("entente: error: memory ran out; select less, or give the process more\n");
    return Exit::out_of_memory;
  } catch (const std::exception& error) {
    say("entente: a bug of ours: " + safe_lines(error.what()) +
        "please report it with the call that led here\n");
    return Exit::internal;
  }
}

}  // namespace

Exit guarded(const std::function<Exit()>& action) noexcept {
  try {
    return action();
  } catch (...) {
    try {
      return say_what(std::current_exception());
    } catch (...) {
      say("entente: error: memory ran out\n");
      return Exit::out_of_memory;
    }
  }
}

}  // namespace entente::tool
