#include <utility>

#include <entente/error.hpp>

#include "text/utf8.hpp"

namespace entente {
namespace {

/// Messages quote what they were given, which may be any bytes; whoever reads them takes UTF-8.
std::string well_formed(const std::string& message) {
  if (!first_invalid_utf8(message)) return message;
  std::string text;
  for (const CodePoint each : code_points(message))
    text += each.malformed ? "\uFFFD" : message.substr(each.offset, each.size);
  return text;
}

}  // namespace

Error::Error(Exit exit, std::string code, const std::string& message)
    : std::runtime_error(well_formed(message)), exit_(exit), code_(std::move(code)) {}

InvalidArgument::InvalidArgument(std::string code, const std::string& message)
    : Error(Exit::usage, std::move(code), message) {}

IoError::IoError(Exit exit, std::string code, const std::string& message)
    : Error(exit, std::move(code), message) {}

LimitReached::LimitReached(std::string code, const std::string& message)
    : Error(Exit::limit, std::move(code), message) {}

}  // namespace entente
