// Near copies of texts: a wire story printed by forty papers is one report.
#ifndef DEMARCHE_GRAPH_NEAR_COPY_H
#define DEMARCHE_GRAPH_NEAR_COPY_H

#include <cstdint>
#include <string_view>
#include <vector>

namespace demarche::graph {

// SimHash (Charikar, STOC 2002) over runs of three folded words: similar texts differ in few bits, unrelated ones in
// about 32. 0 for a text without words, which is a copy of nothing.
std::uint64_t fingerprint(std::string_view valid_utf8);

// Two texts count as copies of each other when their fingerprints differ in at most this many bits. Measured in
// src/graph/README.md.
inline constexpr int kCopyBits = 10;

bool near_copies(std::uint64_t a, std::uint64_t b);

// Splits reports into independent ones: result[i] is the number of i's group, groups numbered from 0 in order of first
// appearance. Copies of copies are one group.
std::vector<std::uint32_t> independent_groups(const std::vector<std::uint64_t>& fingerprints);

}  // namespace demarche::graph

#endif
