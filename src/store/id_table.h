// The permanent ids of a table's rows by their keys. A million of them are eight megabytes: what the program makes is a
// prefix and sixteen hexadecimal digits, and only ids that others have made are kept as text.
//
// Thread safety: const use is safe.
#ifndef DEMARCHE_STORE_ID_TABLE_H
#define DEMARCHE_STORE_ID_TABLE_H

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/sqlite.h"

namespace demarche::store {

class IdTable {
 public:
  // `sql` gives key and id, keys from 1, in any order. Throws Failure.
  IdTable(Database* db, std::string_view sql, std::string prefix);

  // Empty for a key that the table does not have.
  std::string id(std::int64_t key) const;

 private:
  std::string prefix_;
  std::vector<std::uint64_t> digits_;  // by key
  std::vector<bool> is_digits_;
  std::unordered_map<std::int64_t, std::string> others_;
};

}  // namespace demarche::store

#endif
