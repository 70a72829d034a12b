#include "export/sketch.h"

#include <cstdint>
#include <cstring>

namespace demarche::exporting {
namespace {

void append(std::uint32_t number, std::string* out) {
  char bytes[sizeof number];
  std::memcpy(bytes, &number, sizeof number);
  out->append(bytes, sizeof number);
}

void append(const std::string& text, std::string* out) {
  append(static_cast<std::uint32_t>(text.size()), out);
  out->append(text);
}

void append(const std::vector<std::string>& list, std::string* out) {
  append(static_cast<std::uint32_t>(list.size()), out);
  for (const std::string& text : list) append(text, out);
}

std::uint32_t take_number(std::string_view* bytes) {
  std::uint32_t number = 0;
  std::memcpy(&number, bytes->data(), sizeof number);
  bytes->remove_prefix(sizeof number);
  return number;
}

std::string take_text(std::string_view* bytes) {
  const std::uint32_t size = take_number(bytes);
  std::string text(bytes->substr(0, size));
  bytes->remove_prefix(size);
  return text;
}

std::vector<std::string> take_list(std::string_view* bytes) {
  std::vector<std::string> list(take_number(bytes));
  for (std::string& text : list) text = take_text(bytes);
  return list;
}

}  // namespace

void pack(const Interaction& interaction, std::string* out) {
  out->clear();
  append(interaction.id, out);
  append(interaction.action, out);
  append(interaction.event, out);
  append(interaction.date, out);
  append(interaction.enddate, out);
  append(interaction.actor, out);
  append(interaction.recipient, out);
  append(static_cast<std::uint32_t>(interaction.date_precision), out);
  append(static_cast<std::uint32_t>(interaction.status), out);
  append(static_cast<std::uint32_t>(interaction.reciprocal), out);
  append(static_cast<std::uint32_t>(interaction.quad_code), out);
  append(interaction.independent, out);
}

Interaction unpack(std::string_view bytes) {
  Interaction interaction;
  interaction.id = take_text(&bytes);
  interaction.action = take_text(&bytes);
  interaction.event = take_text(&bytes);
  interaction.date = take_text(&bytes);
  interaction.enddate = take_text(&bytes);
  interaction.actor = take_list(&bytes);
  interaction.recipient = take_list(&bytes);
  interaction.date_precision = static_cast<DatePrecision>(take_number(&bytes));
  interaction.status = static_cast<Status>(take_number(&bytes));
  interaction.reciprocal = take_number(&bytes) != 0;
  interaction.quad_code = static_cast<int>(take_number(&bytes));
  interaction.independent = take_number(&bytes);
  return interaction;
}

}  // namespace demarche::exporting
