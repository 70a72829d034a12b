#include "store/id_table.h"

#include <algorithm>
#include <charconv>

namespace demarche::store {
namespace {

constexpr std::size_t kDigits = 16;

// Lower case only: the digits must give the very same text again.
bool parse_digits(std::string_view text, std::uint64_t* value) {
  const auto is_digit = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
  if (text.size() != kDigits || !std::all_of(text.begin(), text.end(), is_digit)) return false;
  std::from_chars(text.data(), text.data() + text.size(), *value, 16);
  return true;
}

}  // namespace

IdTable::IdTable(Database* db, std::string_view sql, std::string prefix) : prefix_(std::move(prefix)) {
  Statement& rows = db->statement(sql);
  for (rows.start(); rows.next();) {
    const std::int64_t key = rows.integer(0);
    const std::string_view id = rows.text(1);
    const auto at = static_cast<std::size_t>(key);
    std::uint64_t value = 0;
    if (key < 0 || !id.starts_with(prefix_) || !parse_digits(id.substr(prefix_.size()), &value)) {
      others_.emplace(key, id);
      continue;
    }
    if (at >= digits_.size()) {
      digits_.resize(at + 1);
      is_digits_.resize(at + 1);
    }
    digits_[at] = value;
    is_digits_[at] = true;
  }
}

std::string IdTable::id(std::int64_t key) const {
  const auto at = static_cast<std::size_t>(key);
  if (key < 0 || at >= digits_.size() || !is_digits_[at]) {
    const auto other = others_.find(key);
    return other == others_.end() ? std::string() : other->second;
  }
  static constexpr char hexadecimal[] = "0123456789abcdef";
  std::string out = prefix_;
  for (int shift = 60; shift >= 0; shift -= 4) out.push_back(hexadecimal[(digits_[at] >> shift) & 0xF]);
  return out;
}

}  // namespace demarche::store
