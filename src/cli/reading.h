// Reading documents and extracting from them, as build and extract both do.
#ifndef DEMARCHE_CLI_READING_H
#define DEMARCHE_CLI_READING_H

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "cli/flags.h"
#include "demarche/extractor.h"
#include "demarche/ingest.h"
#include "demarche/pack.h"

namespace demarche::cli {

// An extractor for one thread: with its own copy of the pack where other threads work beside it. Without a copy it
// borrows `pack`, which must outlive it.
std::shared_ptr<Extractor> make_extractor(const Pack& pack, bool own_copy, ExtractorOptions options = {});

// One line on standard error: "demarche: feed.jsonl:17: broken JSON …; line skipped".
void say_problem(const Problem& problem);

// "1 document", "2 documents"; the plural is the singular with "s".
std::string counted(std::uint64_t n, std::string_view one);

// "2 problems in the input, 1 document skipped"; empty when there was none.
std::string in_words(const IngestCounts& counts);

// The exit code of a run that was read to its end.
int exit_code_of(const IngestCounts& counts, bool strict);

}  // namespace demarche::cli

#endif
