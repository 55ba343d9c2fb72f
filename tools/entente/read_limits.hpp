#pragma once

/// How dossiers are read, from the options of a call.

#include <cstddef>
#include <string>
#include <vector>

#include <entente/io/dossier_reader.hpp>
#include <entente/io/load.hpp>
#include <entente/model/problem.hpp>

#include "call.hpp"
#include "verb.hpp"

namespace entente::tool {

[[nodiscard]] ReadLimits read_limits(const Call& call);
/// The limits, `--lenient` and `--title`.
[[nodiscard]] LoadOptions load_options(const Call& call);
/// "2 records with errors are left out (--lenient)"
[[nodiscard]] std::string faulty_text(std::size_t records);
/// Says on stderr which records were left out for their errors, and why.
void say_faulty(const LeftOut& left_out);

/// Says on stderr what a file of another program holds that records do not.
void say_remarks(const std::vector<Problem>& remarks);

}  // namespace entente::tool
