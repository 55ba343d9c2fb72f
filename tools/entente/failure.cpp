#include "failure.hpp"

#include <exception>
#include <new>
#include <string_view>
#include <system_error>

#include <entente/model/problem.hpp>
#include <entente/text/safe.hpp>

#include "terminal/standard_output.hpp"

namespace entente::tool {
namespace {

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

/// As many as somebody reads: `validate` lists them all.
void say_errors(const std::vector<Problem>& problems) {
  constexpr std::size_t most_listed = 100;
  std::string text;
  std::size_t errors = 0;
  for (const Problem& problem : problems)
    if (problem.severity == Severity::error && ++errors <= most_listed)
      text += describe(problem) + '\n';
  if (errors > most_listed)
    text += "… and " + std::to_string(errors - most_listed) +
            " more; `entente validate --limit N` shows N of them\n";
  write_to_stderr(text);
}

Exit exit_of(const Error& error) noexcept {
  return static_cast<Exit>(error.exit_code());
}

Exit say_out_of_memory() noexcept {
  write_to_stderr("entente: error: memory ran out; select less, or give the process more\n");
  return Exit::out_of_memory;
}

Exit say_bug(const std::exception& error) {
  write_to_stderr("entente: a bug of ours: " + safe_lines(error.what()) +
                  "please report it with the call that led here\n");
  return Exit::internal;
}

/// Without memory for its stack, a thread does not start.
bool is_shortage(const std::system_error& error) noexcept {
  return error.code() == std::errc::not_enough_memory ||
         error.code() == std::errc::resource_unavailable_try_again;
}

Exit say_what(const std::exception_ptr& thrown) {
  try {
    std::rethrow_exception(thrown);
  } catch (const DossierError& error) {
    say_errors(error.problems());
    return exit_of(error);
  } catch (const Error& error) {
    write_to_stderr("entente: error: " + safe_lines(error.what()));
    return exit_of(error);
  } catch (const std::bad_alloc&) {
    return say_out_of_memory();
  } catch (const std::system_error& error) {
    return is_shortage(error) ? say_out_of_memory() : say_bug(error);
  } catch (const std::exception& error) {
    return say_bug(error);
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
      write_to_stderr("entente: error: memory ran out\n");
      return Exit::out_of_memory;
    }
  }
}

}  // namespace entente::tool
