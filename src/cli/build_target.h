// What `build` fills: a store, or a graph that is written as JSON at the end.
#ifndef DEMARCHE_CLI_BUILD_TARGET_H
#define DEMARCHE_CLI_BUILD_TARGET_H

#include <memory>
#include <string>
#include <vector>

#include "demarche/document.h"
#include "demarche/error.h"
#include "demarche/mention.h"
#include "demarche/store.h"

namespace demarche::cli {

// Not thread-safe.
class BuildTarget {
 public:
  virtual ~BuildTarget() = default;

  // True when nothing is to be done: an earlier run has put this very document.
  virtual Result<bool> has(const Document& document) = 0;
  // `copy_of` as in Store::put(): the document was not read, because that one says the same.
  virtual Result<Done> put(const Document& document, std::vector<Mention> mentions, const std::string& copy_of) = 0;

  // The same for a document that was read before: from a graph or from records.
  virtual Result<Done> add(StoredDocument document) = 0;

  // Whether finish() may be called before all documents were read, and a later run goes on from there.
  virtual bool keeps_part() const = 0;

  // Documents that were put as copies and are none, because what they repeat is gone or has changed: to be read and
  // put. Called once, after the last document was read; merges.
  virtual Result<std::vector<Document>> unread() = 0;

  // Merges and writes. Called once, after the last put().
  virtual Result<Store::Counts> finish() = 0;
};

// By the name: ".json" is a JSON graph, anything else a store. A store is opened at once, so that a wrong path fails
// before the work. Without `texts` neither texts nor sentences are kept, only offsets into them.
Result<std::unique_ptr<BuildTarget>> open_build_target(const std::string& path, const std::string& pack_hash,
                                                       bool texts);

}  // namespace demarche::cli

#endif
