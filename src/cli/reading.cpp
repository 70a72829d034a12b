#include "cli/reading.h"

#include <fmt/format.h>

#include <utility>

#include "cli/exit_code.h"
#include "cli/interrupt.h"
#include "cli/terminal.h"
#include "text/utf8.h"

namespace demarche::cli {
namespace {

struct Own {
  Own(Pack copy, ExtractorOptions options) : pack(std::move(copy)), extractor(pack, options) {}
  Pack pack;
  Extractor extractor;
};

}  // namespace

std::shared_ptr<Extractor> make_extractor(const Pack& pack, bool own_copy, ExtractorOptions options) {
  if (!own_copy) return std::make_shared<Extractor>(pack, options);
  const auto own = std::make_shared<Own>(pack.clone(), options);
  return {own, &own->extractor};
}

// File names may be any bytes.
void say_problem(const Problem& problem) { say(one_line(text::repair_utf8(problem.where + ": " + problem.message))); }

std::string counted(std::uint64_t n, std::string_view one) { return fmt::format("{} {}{}", n, one, n == 1 ? "" : "s"); }

std::string in_words(const IngestCounts& counts) {
  if (counts.problems == 0) return "";
  return counted(counts.problems, "problem") + " in the input, " + counted(counts.lost, "document") + " skipped";
}

int exit_code_of(const IngestCounts& counts, bool strict) {
  if (interrupted()) return interrupted_code;
  return strict && counts.problems > 0 ? failure : success;
}

}  // namespace demarche::cli
