// Which of a word's patterns a tape may fit, by the words on it.
//
// A word such as "be" has hundreds of patterns, and nearly all of them want another word that the tape lacks. Each is
// filed under the rarest word that it needs, or under all of a list of which it wants one; the words of the tape say
// which are worth a look. Filed when a word's patterns are first asked for.
//
// Thread safety: one index a thread. Borrows the tables.
#ifndef DEMARCHE_EXTRACT_GATE_INDEX_H
#define DEMARCHE_EXTRACT_GATE_INDEX_H

#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "rules/pack_data.h"
#include "rules/tape_code.h"

namespace demarche::extract {

class GateIndex {
 public:
  // Hands the gates of `lists[word]` that the tape may pass to `enter`, in their order, until it returns true. Whether
  // it did. `lists` is the tables' by_verb or by_noun.
  template <typename Enter>
  bool first_of(const rules::PackTables& tables, const rules::TableList<rules::Gates>& lists, rules::WordId word,
                std::span<const rules::TapeCode> tape, Enter enter) {
    const rules::Gates& gates = lists[word];
    if (gates.size() <= few) {
      for (const rules::Gate& gate : gates) {
        if (enter(gate)) return true;
      }
      return false;
    }
    const Shelf& shelf = shelf_of(tables, lists, word);
    likely_.assign(shelf.always.begin(), shelf.always.end());
    for (const rules::TapeCode& item : tape) {
      if (item.word) shelf.mark(item.word, &likely_);
    }
    for (std::size_t at = 0; at < likely_.size(); ++at) {
      for (std::uint64_t left = likely_[at]; left; left &= left - 1) {
        if (enter(gates[at * 64 + static_cast<std::size_t>(std::countr_zero(left))])) return true;
      }
    }
    return false;
  }

 private:
  static constexpr std::size_t few = 16;  // gates that are sooner looked at than filed

  struct Place {
    rules::WordId word = 0;
    std::uint16_t count = 0;
    std::uint32_t first = 0;  // into Shelf::gates
  };

  struct Shelf {
    std::vector<Place> places;          // by word: open addressing, at most half full
    std::vector<std::uint16_t> gates;   // numbers within the list
    std::vector<std::uint64_t> always;  // bits of those that need no word

    void mark(rules::WordId word, std::vector<std::uint64_t>* bits) const {
      const std::size_t mask = places.size() - 1;
      for (std::size_t at = word & mask; places[at].word; at = (at + 1) & mask) {
        const Place& place = places[at];
        if (place.word != word) continue;
        for (std::uint32_t i = place.first; i < place.first + place.count; ++i)
          (*bits)[gates[i] / 64u] |= std::uint64_t{1} << (gates[i] % 64u);
        return;
      }
    }
  };

  const Shelf& shelf_of(const rules::PackTables& tables, const rules::TableList<rules::Gates>& lists,
                        rules::WordId word) {
    std::vector<std::unique_ptr<Shelf>>& shelves = &lists == &tables.by_verb ? verbs_ : nouns_;
    if (shelves.empty()) shelves.resize(lists.size());
    if (!shelves[word]) shelves[word] = filed(tables, lists[word]);
    return *shelves[word];
  }

  std::unique_ptr<Shelf> filed(const rules::PackTables& tables, const rules::Gates& gates);

  std::vector<std::unique_ptr<Shelf>> verbs_, nouns_;  // by WordId
  std::vector<std::uint64_t> likely_;                  // bits of the list at hand
  std::vector<std::uint32_t> counts_;                  // by WordId, while a list is filed; else 0
};

}  // namespace demarche::extract

#endif
