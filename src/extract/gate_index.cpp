#include "extract/gate_index.h"

#include <algorithm>
#include <utility>

namespace demarche::extract {

using namespace rules;

std::unique_ptr<GateIndex::Shelf> GateIndex::filed(const PackTables& tables, const Gates& gates) {
  auto shelf = std::make_unique<Shelf>();
  shelf->always.resize((gates.size() + 63) / 64);
  counts_.resize(std::size_t{1} << 16);
  std::vector<std::pair<WordId, std::uint16_t>> filings;  // of the gates' numbers
  std::vector<WordId> words;
  const auto file = [&](WordId word, std::size_t gate) {
    filings.emplace_back(word, static_cast<std::uint16_t>(gate));
    if (counts_[word]++ == 0) words.push_back(word);
  };
  // The word that the list is found by is needed by most: the rarest one tells patterns apart best.
  for (const Gate& gate : gates) {
    for (const WordId w : tables.patterns[gate.pattern].needs) ++counts_[w];
  }
  std::vector<WordId> rarest(gates.size());
  for (std::size_t i = 0; i < gates.size(); ++i) {
    const auto& needs = tables.patterns[gates[i].pattern].needs;
    const auto rarer = [this](WordId a, WordId b) { return counts_[a] < counts_[b]; };
    if (!needs.empty()) rarest[i] = *std::min_element(needs.begin(), needs.end(), rarer);
  }
  for (const Gate& gate : gates) {
    for (const WordId w : tables.patterns[gate.pattern].needs) counts_[w] = 0;
  }
  for (std::size_t i = 0; i < gates.size(); ++i) {
    const CompiledPattern& p = tables.patterns[gates[i].pattern];
    const TableList<WordId>& any = p.any[0].empty() ? p.any[1] : p.any[0];
    if (rarest[i]) {
      file(rarest[i], i);
    } else if (!any.empty()) {
      for (const WordId w : any) file(w, i);
    } else {
      shelf->always[i / 64] |= std::uint64_t{1} << (i % 64);
    }
  }
  shelf->places.resize(std::bit_ceil(words.size() * 2 + 2));
  const std::size_t mask = shelf->places.size() - 1;
  std::uint32_t first = 0;
  for (const WordId word : words) {
    std::size_t at = word & mask;
    while (shelf->places[at].word) at = (at + 1) & mask;
    const std::uint32_t count = std::exchange(counts_[word], first);  // from here on: where its next gate goes
    shelf->places[at] = {word, static_cast<std::uint16_t>(count), first};
    first += count;
  }
  shelf->gates.resize(first);
  for (const auto& [word, gate] : filings) shelf->gates[counts_[word]++] = gate;
  for (const WordId word : words) counts_[word] = 0;
  return shelf;
}

}  // namespace demarche::extract
