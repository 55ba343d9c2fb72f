#pragma once

/// What a call is refused with.

#include <string>

#include <entente/error.hpp>

namespace entente::test {

/// The code of the error that the call throws; empty if it throws none.
template <class Call>
std::string code_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.code();
  }
  return {};
}

}  // namespace entente::test
