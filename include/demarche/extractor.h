// The cascade: a document in, mention records out.
//
// Thread safety: an Extractor belongs to one thread. It borrows the Pack, which must outlive it.
#ifndef DEMARCHE_EXTRACTOR_H
#define DEMARCHE_EXTRACTOR_H

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "demarche/document.h"
#include "demarche/mention.h"
#include "demarche/pack.h"

namespace demarche {

struct ExtractorOptions {
  // Also statements without an actor on the other side: "rebels burned the village", "the minister resigned". PLOVER
  // counts them as events; an edge of the graph needs two ends.
  bool lone_actors = false;

  // Also who takes or leaves which office ("was named ambassador to Oman"): no interactions, records without an event,
  // from which a graph makes affiliations (Graph::affiliations). Their actions are "take office" and "leave office".
  bool offices = false;
};

class Extractor {
 public:
  explicit Extractor(const Pack& pack, ExtractorOptions options = {});
  explicit Extractor(Pack&&, ExtractorOptions = {}) = delete;  // it would dangle
  Extractor(Extractor&&) noexcept;
  Extractor& operator=(Extractor&&) noexcept;
  ~Extractor();

  // The mentions of a document, in order of the text; best first within a sentence. Never fails: a text without
  // interactions gives none. Linear in the length of the text.
  std::vector<Mention> extract(const Document& document);

  // Sentences of all documents so far.
  std::uint64_t sentences() const;

  // The stages of the cascade for a text, as a page of plain text.
  std::string explain(const Document& document);

 private:
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

}  // namespace demarche

#endif
