// What a corpus says that the rule pack cannot read: the most frequent verbs between known actors that no rule codes,
// and the titles and names that nothing knows, each with a stub to paste into a pack of one's own.
//
// Thread safety: a GapFinder belongs to one thread. It borrows the Pack, which must outlive it.
#ifndef DEMARCHE_GAPS_H
#define DEMARCHE_GAPS_H

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/document.h"
#include "demarche/pack.h"

namespace demarche {

enum class GapKind { verb, title, name };
std::string_view to_string(GapKind kind);

struct Gap {
  GapKind kind = GapKind::verb;
  std::string words;        // "clash with", "commodore", "Thom Brady"
  std::uint64_t count = 0;  // sentences
  std::string example;      // the shortest of them
  std::string stub;         // TOML; a verb's is a whole rule, which loads as it stands
};

class GapFinder {
 public:
  explicit GapFinder(const Pack& pack);
  explicit GapFinder(Pack&&) = delete;  // it would dangle
  GapFinder(GapFinder&&) noexcept;
  ~GapFinder();

  void add(const Document& document);

  // The most frequent ones, at most `top` of each kind: verbs, then titles, then names; the same for any order of the
  // documents.
  std::vector<Gap> most_frequent(std::size_t top) const;

 private:
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

}  // namespace demarche

#endif
