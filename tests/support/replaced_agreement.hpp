#pragma once

namespace entente::test {

/// c leaves `old` as `new` supersedes it: an end that no record gives.
inline constexpr const char* replaced_agreement = R"(
  country c
  agreement old
  agreement new
  p1: c party_to old when=1990/
  p2: c party_to new when=2000/..
  s: new supersedes old when=2000
)";

}  // namespace entente::test
