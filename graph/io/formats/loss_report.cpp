#include <algorithm>

#include <entente/base/json_text.hpp>
#include <entente/io/loss_report.hpp>
#include <entente/text/safe.hpp>

namespace entente {

void LossReport::add(std::string_view code, std::string_view message, std::string_view record) {
  constexpr std::size_t most_named = 5;
  auto loss = std::find_if(losses_.begin(), losses_.end(),
                           [&](const Loss& one) { return one.code == code; });
  if (loss == losses_.end())
    loss = losses_.insert(losses_.end(), {std::string(code), std::string(message)});
  if (loss->count++ < most_named && !record.empty()) loss->first.emplace_back(record);
}

void add_foreign_members(LossReport& report, const Dossier& dossier) {
  const auto add = [&](const auto& record) {
    if (!record.foreign.empty())
      report.add("foreign-members", "members `x-…` have no place in this format", record.id);
  };
  for (const Entity& entity : dossier.entities) add(entity);
  for (const Relation& relation : dossier.relations) add(relation);
}

std::string describe(const LossReport& report) {
  std::string text;
  for (const Loss& loss : report.losses()) {
    text += std::to_string(loss.count) + " × " + loss.message;
    if (loss.first.empty()) {
      text += '\n';
      continue;
    }
    text += " (";
    for (const std::string& id : loss.first)
      text += (&id == loss.first.data() ? "" : ", ") + terminal_safe(id);
    text += loss.count > loss.first.size() ? ", …)\n" : ")\n";
  }
  return text;
}

std::string to_json(const LossReport& report) {
  JsonText json;
  json.open_object().key("losses").open_list();
  for (const Loss& loss : report.losses()) {
    json.open_object().member("code", loss.code).member("message", loss.message);
    json.member("count", loss.count).key("first").open_list();
    for (const std::string& id : loss.first) json.value(id);
    json.close_list().close_object();
  }
  return json.close_list().close_object().str();
}

}  // namespace entente
