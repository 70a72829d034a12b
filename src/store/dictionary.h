// The words of a store: names, topics, verbs and rules stand thousands of times in its records, so each is kept once
// and records hold its number.
//
// Thread safety: belongs to the thread of its Database.
#ifndef DEMARCHE_STORE_DICTIONARY_H
#define DEMARCHE_STORE_DICTIONARY_H

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/sqlite.h"

namespace demarche::store {

// All functions throw Failure.
class Dictionary {
 public:
  explicit Dictionary(Database* db) : db_(*db) {}
  Dictionary(const Dictionary&) = delete;
  Dictionary& operator=(const Dictionary&) = delete;

  // The word's number, which is given to it where it has none. 0 is the empty word. REQUIRES a transaction.
  std::int64_t key(std::string_view word);

  // The view is valid until the next call. A number that no word has is damage.
  std::string_view word(std::int64_t key);

  // Reads all words at once, for callers that will need most of them.
  void read_all();

  // After a rollback, or when another program has written: what is remembered may be wrong.
  void forget();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };

  void remember(std::int64_t key, std::string_view word);

  Database& db_;
  std::unordered_map<std::string, std::int64_t, Hash, std::equal_to<>> keys_;
  std::vector<std::string> words_;  // by number; empty = not read yet
  bool whole_ = false;
};

}  // namespace demarche::store

#endif
