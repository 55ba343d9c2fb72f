#include <algorithm>

#include <entente/base/json_text.hpp>
#include <entente/io/loss_report.hpp>
#include <entente/text/safe.hpp>

namespace entente {
namespace {

constexpr std::size_t most_named = 5;

Loss& loss_of(std::vector<Loss>& losses, std::string_view code, std::string_view message) {
  auto loss =
      std::find_if(losses.begin(), losses.end(), [&](const Loss& one) { return one.code == code; });
  if (loss == losses.end())
    loss = losses.insert(losses.end(), {std::string(code), std::string(message)});
  return *loss;
}

}  // namespace

void LossReport::add(std::string_view code, std::string_view message, std::string_view record) {
  Loss& loss = loss_of(losses_, code, message);
  if (loss.count++ < most_named && !record.empty()) loss.first.emplace_back(record);
}

void LossReport::add(const LossReport& later) {
  for (const Loss& more : later.losses_) {
    Loss& loss = loss_of(losses_, more.code, more.message);
    const std::size_t room = loss.count < most_named ? most_named - loss.count : 0;
    loss.count += more.count;
    for (std::size_t i = 0; i < std::min(room, more.first.size()); ++i)
      loss.first.push_back(more.first[i]);
  }
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
