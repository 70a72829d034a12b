#include "cli/summary.h"

#include <fmt/format.h>

#include <map>

#include "cli/reading.h"

namespace demarche::cli {
namespace {

// " (12 HTML, 8 text)"; empty where there is none.
std::string in_brackets(const std::map<std::string, std::uint64_t>& numbers) {
  std::string out;
  for (const auto& [word, n] : numbers) out += fmt::format("{}{} {}", out.empty() ? " (" : ", ", n, word);
  return out.empty() ? out : out + ")";
}

}  // namespace

std::string in_words(const Work& work, const IngestCounts& counts) {
  std::string out = counted(work.documents, "document") + in_brackets(counts.formats);
  const Work::Known known = work.known.value_or(Work::Known{});
  out += fmt::format(": {} read", work.documents - known.duplicate - known.unchanged);
  if (work.known) out += fmt::format(", {} duplicate, {} unchanged", known.duplicate, known.unchanged);
  out += fmt::format(", {} skipped", counts.lost) + in_brackets(counts.skipped);
  if (counts.undated > 0) out += fmt::format("; {} without a date", counts.undated);
  return out;
}

std::string figures(const Work& work) {
  const double megabytes = static_cast<double>(work.bytes) / 1e6;
  return fmt::format("{}, {}; {:.2f} MB in {:.2f} s, {:.1f} MB/s", counted(work.sentences, "sentence"),
                     counted(work.mentions, "mention"), megabytes, work.seconds,
                     work.seconds > 0 ? megabytes / work.seconds : 0.0);
}

}  // namespace demarche::cli
