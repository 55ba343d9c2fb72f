#include <utility>

#include <entente/model/setting.hpp>

namespace entente {
namespace {

Problem problem_at(const SettingPlace& place, std::string code, std::string message,
                   std::string hint) {
  return {.code = std::move(code),
          .file = place.file,
          .line = place.line,
          .column = place.column,
          .message = std::move(message),
          .hint = std::move(hint)};
}

}  // namespace

Problem Setting::problem_with_name(std::size_t index, std::string code, std::string message,
                                   std::string hint) const {
  return problem_at(names_at[index], std::move(code), std::move(message), std::move(hint));
}

Problem Setting::problem_with_value(std::string code, std::string message, std::string hint) const {
  return problem_at(value_at, std::move(code), std::move(message), std::move(hint));
}

}  // namespace entente
