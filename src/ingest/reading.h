// What all readers share while they run: the options, where documents and problems go, and the counts.
#ifndef DEMARCHE_INGEST_READING_H
#define DEMARCHE_INGEST_READING_H

#include <functional>
#include <string>

#include "demarche/ingest.h"

namespace demarche::ingesting {

class Reading {
 public:
  // Borrows everything that it is given.
  Reading(const IngestOptions& given, const std::function<bool(Document&&)>& on_document,
          const std::function<void(const Problem&)>& on_problem)
      : options(given), on_document_(on_document), on_problem_(on_problem) {}

  const IngestOptions& options;
  IngestCounts counts;

  // True when the user has enough: readers return at once.
  bool stopped() const { return stopped_ || (options.stop != nullptr && options.stop->load()); }

  // The document was read all the same.
  void notice(const std::string& where, const std::string& message) { report({where, message, false}); }
  // The document was not read.
  void lost(const std::string& where, const std::string& message) { report({where, message, true}); }

  // REQUIRES a settled document (see metadata.h). Does nothing when stopped.
  void hand_over(Document&& document);

 private:
  void report(const Problem& problem);

  const std::function<bool(Document&&)>& on_document_;
  const std::function<void(const Problem&)>& on_problem_;
  bool stopped_ = false;
};

}  // namespace demarche::ingesting

#endif
