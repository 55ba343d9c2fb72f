#include <utility>

#include <entente/error.hpp>

namespace entente {

Error::Error(Exit exit, std::string code, const std::string& message)
    : std::runtime_error(message), exit_(exit), code_(std::move(code)) {}

InvalidArgument::InvalidArgument(std::string code, const std::string& message)
    : Error(Exit::usage, std::move(code), message) {}

IoError::IoError(Exit exit, std::string code, const std::string& message)
    : Error(exit, std::move(code), message) {}

LimitReached::LimitReached(std::string code, const std::string& message)
    : Error(Exit::limit, std::move(code), message) {}

}  // namespace entente
