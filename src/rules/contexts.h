// PLOVER contexts of a sentence, by trigger words.
#ifndef DEMARCHE_RULES_CONTEXTS_H
#define DEMARCHE_RULES_CONTEXTS_H

#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/rule_file.h"
#include "rules/table_writer.h"

namespace demarche::rules {

// A table (table.h): constant data.
class ContextIndex {
 public:
  // Sets the bits of the contexts whose triggers stand in `words`. REQUIRES folded words; an empty one stands for
  // punctuation.
  void find(const std::vector<std::string_view>& words, std::uint64_t* out) const;

  std::string_view name(std::size_t number) const { return names_[number]; }
  std::size_t size() const { return names_.size(); }

 private:
  friend void write_contexts(const std::vector<ContextSource>&, TableWriter*, Rows<ContextIndex>);

  struct Trigger {
    TableList<TableString> words;  // a trailing "*" ends a stem
    std::uint32_t context;
  };
  struct Triggers {
    TableString key;  // the first three letters of their first words
    TableList<Trigger> triggers;
  };
  static bool fits(std::string_view pattern, std::string_view word);

  TableList<TableString> names_;
  TableMap<Triggers> by_prefix_;
};

// Fills `to`. A trigger whose first word has fewer than three letters is left out. REQUIRES at most 64 contexts.
void write_contexts(const std::vector<ContextSource>& contexts, TableWriter* writer, Rows<ContextIndex> to);

}  // namespace demarche::rules

#endif
