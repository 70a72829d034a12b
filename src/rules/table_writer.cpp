#include "rules/table_writer.h"

#include <cstring>

namespace demarche::rules {

TableWriter::TableWriter() : buffer_(sizeof(TableHeader)) {}

std::uint32_t TableWriter::reserve(std::size_t bytes, std::size_t alignment) {
  const std::size_t at = (buffer_.size() + alignment - 1) / alignment * alignment;
  buffer_.resize(at + bytes);
  return static_cast<std::uint32_t>(at);
}

void TableWriter::put(TableString* member, std::string_view value) {
  member->size_ = static_cast<std::uint32_t>(value.size());
  if (value.empty()) return;
  const auto [it, fresh] = pooled_.try_emplace(std::string(value), static_cast<std::uint32_t>(pool_.size()));
  if (fresh) pool_ += value;
  strings_.push_back({place_of(member), it->second});
}

Rows<TableString> TableWriter::strings(const std::vector<std::string>& values) {
  const Rows<TableString> rows = allocate<TableString>(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) put(&row(rows, i), values[i]);
  return rows;
}

Rows<std::uint32_t> TableWriter::slots(const std::vector<std::string_view>& keys) {
  std::uint32_t count = 2;
  while (count < keys.size() * 2) count *= 2;
  const Rows<std::uint32_t> rows = allocate<std::uint32_t>(count);
  std::uint32_t* slot = &row(rows);
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    std::uint32_t at = table_hash(keys[i]) & (count - 1);
    while (slot[at]) at = (at + 1) & (count - 1);
    slot[at] = i + 1;
  }
  return rows;
}

TableBytes TableWriter::link(std::uint32_t root) {
  for (const PendingString& s : strings_) {
    auto* member = reinterpret_cast<TableString*>(buffer_.data() + s.member);
    member->distance_ = distance(member, buffer_.size() + s.text);
  }
  TableBytes bytes{std::make_unique<char[]>(buffer_.size() + pool_.size()), buffer_.size() + pool_.size()};
  TableHeader header{{}, root, static_cast<std::uint32_t>(bytes.size)};
  std::memcpy(header.magic, table_magic, sizeof table_magic);
  std::memcpy(buffer_.data(), &header, sizeof header);
  std::memcpy(bytes.data.get(), buffer_.data(), buffer_.size());
  std::memcpy(bytes.data.get() + buffer_.size(), pool_.data(), pool_.size());
  return bytes;
}

}  // namespace demarche::rules
