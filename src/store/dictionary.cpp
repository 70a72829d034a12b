#include "store/dictionary.h"

#include <fmt/format.h>

#include <algorithm>

namespace demarche::store {
namespace {

// No store has so many words; a larger number is damage, and must not take all memory.
constexpr std::int64_t kMostWords = std::int64_t{1} << 31;

}  // namespace

std::int64_t Dictionary::key(std::string_view word) {
  if (word.empty()) return 0;
  const auto known = keys_.find(word);
  if (known != keys_.end()) return known->second;
  Statement& row = db_.statement("SELECT key FROM words WHERE word = ?");
  row.start(word);
  std::int64_t key = 0;
  if (row.next()) {
    key = row.integer(0);
    row.next();
  } else {
    db_.statement("INSERT INTO words (word) VALUES (?)").run(word);
    key = db_.last_key();
    if (whole_) remember(key, word);
  }
  keys_.emplace(word, key);
  return key;
}

std::string_view Dictionary::word(std::int64_t key) {
  if (key == 0) return {};
  const auto at = static_cast<std::size_t>(key);
  if (key > 0 && at < words_.size() && !words_[at].empty()) return words_[at];
  if (!whole_ && key > 0 && key < kMostWords) {
    Statement& row = db_.statement("SELECT word FROM words WHERE key = ?");
    row.start(key);
    if (row.next()) {
      remember(key, row.text(0));
      row.next();
      return words_[at];
    }
  }
  throw Failure{
      {Cause::failed, fmt::format("{}: damaged (no word {}); build it again from its documents", db_.path(), key)}};
}

void Dictionary::read_all() {
  if (whole_) return;
  Statement& rows = db_.statement("SELECT key, word FROM words");
  for (rows.start(); rows.next();) {
    if (rows.integer(0) > 0 && rows.integer(0) < kMostWords) remember(rows.integer(0), rows.text(1));
  }
  whole_ = true;
}

void Dictionary::forget() {
  keys_.clear();
  words_.clear();
  whole_ = false;
}

void Dictionary::remember(std::int64_t key, std::string_view word) {
  const auto at = static_cast<std::size_t>(key);
  if (at >= words_.size()) words_.resize(std::max(at + 1, words_.size() * 2));
  words_[at] = word;
}

}  // namespace demarche::store
