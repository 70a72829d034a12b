#include "rules/lexicon.h"

#include <cstring>

#include "rules/lexicon_table.h"

extern "C" const char demarche_lexicon_data[];

namespace demarche::rules {
namespace {

struct Table {
  const LexiconHeader* header;
  const std::uint32_t* slots;
  const LexiconEntry* entries;
  const char* pool;
};

const Table& table() {
  static const Table t = [] {
    const auto* header = reinterpret_cast<const LexiconHeader*>(demarche_lexicon_data);
    const auto* slots = reinterpret_cast<const std::uint32_t*>(header + 1);
    const auto* entries = reinterpret_cast<const LexiconEntry*>(slots + header->slots);
    return Table{header, slots, entries, reinterpret_cast<const char*>(entries + header->entries)};
  }();
  return t;
}

}  // namespace

std::string_view text_of(const LexiconEntry& entry) { return {table().pool + entry.text, entry.length}; }

const LexiconEntry* find_word(std::string_view word) {
  const Table& t = table();
  const std::uint32_t mask = t.header->slots - 1;
  for (std::uint32_t slot = lexicon_hash(word) & mask;; slot = (slot + 1) & mask) {
    const std::uint32_t number = t.slots[slot];
    if (number == 0) return nullptr;
    const LexiconEntry& entry = t.entries[number - 1];
    if (text_of(entry) == word) return &entry;
  }
}

const LexiconEntry* verb_lemma_of(const LexiconEntry& entry) {
  return entry.verb_lemma ? &table().entries[entry.verb_lemma - 1] : nullptr;
}

const LexiconEntry* noun_lemma_of(const LexiconEntry& entry) {
  return entry.noun_lemma ? &table().entries[entry.noun_lemma - 1] : nullptr;
}

}  // namespace demarche::rules
