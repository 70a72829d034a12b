// What all readers share while they run: the options, where documents and problems go, and the counts.
#ifndef DEMARCHE_INGEST_READING_H
#define DEMARCHE_INGEST_READING_H

#include <cstdint>
#include <functional>
#include <string>

#include "demarche/ingest.h"
#include "ingest/converter.h"

namespace demarche::ingesting {

// What is known of some bytes before they are read.
struct Origin {
  std::string where;      // for messages: "a.zip: b.html", "news.warc.gz: record 3"
  std::string name;       // the name of the file or member, a hint where content leaves a choice; may be empty
  std::string folder;     // JSON Lines may point to files in here; empty = the current one
  bool may_link = true;   // false within archives: there is no folder
  unsigned depth = 0;     // archives around it
  std::string url;        // where it was fetched
  std::string charset;    // as the sender declared it; empty where unknown
  std::string retrieved;  // ISO day on which it was fetched or sent; empty where unknown
  std::string modified;   // ISO day of the file's last change, when the user wants it as a date
};

// How much came out of how little, over all archives within each other.
struct Expansion {
  std::uint64_t packed = 0;  // bytes of the outermost archive
  std::uint64_t unpacked = 0;
};

class Reading {
 public:
  // Borrows everything that it is given.
  Reading(const IngestOptions& given, const std::function<bool(Document&&)>& on_document,
          const std::function<void(const Problem&)>& on_problem)
      : options(given), on_document_(on_document), on_problem_(on_problem), converter_(given.stop) {}

  const IngestOptions& options;
  IngestCounts counts;
  std::string format;              // of what is being read, for the counts
  Expansion* expansion = nullptr;  // of the archives under way; nullptr outside of them

  Converter& converter() { return converter_; }

  // True when the user has enough: readers return at once.
  bool stopped() const { return stopped_ || (options.stop != nullptr && options.stop->load()); }

  // Neither of these says anything once reading has stopped.

  // The document was read all the same.
  void notice(const std::string& where, const std::string& message) { report({where, message, false, Skip::none}); }
  // The document was not read.
  void lost(const std::string& where, const std::string& message, Skip reason) {
    report({where, message, true, reason});
  }

  // REQUIRES a settled document (see metadata.h). Does nothing when stopped.
  void hand_over(Document&& document);

 private:
  void report(const Problem& problem);

  const std::function<bool(Document&&)>& on_document_;
  const std::function<void(const Problem&)>& on_problem_;
  Converter converter_;
  bool stopped_ = false;
};

}  // namespace demarche::ingesting

#endif
