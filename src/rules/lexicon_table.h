// Layout of the compiled lexicon: header, slots (open addressing, entry number + 1), entries, string pool.
#ifndef DEMARCHE_RULES_LEXICON_TABLE_H
#define DEMARCHE_RULES_LEXICON_TABLE_H

#include <cstdint>
#include <string_view>

namespace demarche::rules {

struct LexiconHeader {
  char magic[8];        // "DMLEX01\n"
  std::uint32_t slots;  // a power of two
  std::uint32_t entries;
  std::uint32_t pool;  // bytes
  std::uint32_t unused;
};

inline std::uint32_t lexicon_hash(std::string_view word) {
  std::uint32_t h = 2166136261u;
  for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  return h ^ (h >> 15);
}

}  // namespace demarche::rules

#endif
