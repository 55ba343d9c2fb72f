#include <optional>
#include <utility>

#include <entente/io/settings.hpp>

#include "io/input.hpp"
#include "io/json/findings.hpp"
#include "io/json/member_reader.hpp"
#include "io/json/whole_json.hpp"

namespace entente {
namespace {

constexpr std::size_t deepest = 3;
constexpr std::size_t most_bytes = std::size_t{16} << 20;

std::optional<double> number_of(JsonValue value) {
  if (const auto* whole = std::get_if<std::int64_t>(&value.scalar().value))
    return static_cast<double>(*whole);
  if (const auto* number = std::get_if<double>(&value.scalar().value)) return *number;
  return std::nullopt;
}

class SettingsReader {
 public:
  SettingsReader(const std::string& name, std::string_view text, std::vector<Problem>& problems)
      : file_(name), findings_(name, text, problems), read_(findings_, limits_) {}

  void fault(const JsonFault& fault) { findings_.add(fault); }

  std::vector<Setting> settings(JsonValue root) {
    if (read_.expect(root, JsonKind::object, "write {\"name\": value, …}")) object(root);
    return std::move(settings_);
  }

 private:
  SettingPlace place(std::size_t at) {
    const Position position = findings_.locator().locate(at);
    return {file_, position.line, position.column};
  }

  /// No deeper than `deepest`, whatever the input.
  void object(JsonValue value) {
    read_.require_unique(value);
    for (const JsonValue member : value) {
      path_.push_back(read_.name(member));
      names_at_.push_back(place(member.key_at()));
      if (member.kind() == JsonKind::object && path_.size() < deepest &&
          member.begin() != member.end())
        object(member);
      else
        add(member);
      path_.pop_back();
      names_at_.pop_back();
    }
  }

  void add(JsonValue member) {
    Setting setting{.path = path_, .names_at = names_at_, .value_at = place(member.at())};
    if (member.kind() == JsonKind::text)
      setting.value = read_.text(member, TextUse::prose);
    else if (const auto number = number_of(member))
      setting.value = *number;
    else if (member.kind() == JsonKind::list)
      if (auto numbers = numbers_of(member)) setting.value = std::move(*numbers);
    settings_.push_back(std::move(setting));
  }

  static std::optional<std::vector<double>> numbers_of(JsonValue list) {
    std::vector<double> numbers;
    for (const JsonValue item : list) {
      const auto number = number_of(item);
      if (!number) return std::nullopt;
      numbers.push_back(*number);
    }
    return numbers;
  }

  const std::string& file_;
  ReadLimits limits_ = {};
  Findings findings_;
  MemberReader read_;
  std::vector<std::string> path_;
  std::vector<SettingPlace> names_at_;
  std::vector<Setting> settings_;
};

}  // namespace

std::vector<Setting> read_settings_from_text(std::string_view bytes, const std::string& name) {
  std::vector<Problem> problems;
  std::vector<Setting> settings;
  if (const auto text = checked_text(bytes, name, problems, "write an object {…}")) {
    SettingsReader reader(name, *text, problems);
    read_whole_json(*text, name, "a file of settings", reader,
                    [&](JsonValue root) { settings = reader.settings(root); });
  }
  if (has_errors(problems)) throw DossierError(std::move(problems));
  return settings;
}

std::vector<Setting> read_settings(const std::string& path) {
  const auto bytes = read_bytes(path, most_bytes);
  if (!bytes) throw LimitReached("input-too-large", path + " is larger than settings can be");
  return read_settings_from_text(bytes->view(), path);
}

}  // namespace entente
