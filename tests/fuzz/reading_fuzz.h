// What the fuzzers of readers share: a run over bytes, and what must hold of every document that comes out.
#ifndef DEMARCHE_TESTS_FUZZ_READING_FUZZ_H
#define DEMARCHE_TESTS_FUZZ_READING_FUZZ_H

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "ingest/input.h"
#include "ingest/reading.h"
#include "text/date.h"
#include "text/utf8.h"

namespace demarche::ingesting {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline void check_document(const Document& d) {
  require(!d.id.empty() && !d.text.empty() && !d.source.empty());
  for (const std::string* field : {&d.text, &d.title, &d.date, &d.url, &d.publication, &d.language, &d.author, &d.id}) {
    require(text::is_valid_utf8(*field));
  }
  require(d.text.find('\0') == std::string::npos);
  require(d.date.empty() || text::parse_iso(d.date).has_value());
  const std::size_t length = text::count_code_points(d.text);
  for (const GivenMention& m : d.mentions) require(m.start <= m.end && m.end <= length);
}

// Small limits, so that the fuzzer reaches them.
inline IngestOptions fuzz_options() {
  IngestOptions options;
  options.any_language = true;
  options.limits.document_bytes = 1u << 20;
  options.limits.page_bytes = 1u << 20;
  options.limits.archive_members = 100;
  options.limits.expansion_free_bytes = 4u << 20;
  return options;
}

template <typename Read>
void run_reader(const std::uint8_t* data, std::size_t size, const Read& read) {
  static const IngestOptions options = fuzz_options();
  const std::function<bool(Document &&)> on_document = [](Document&& document) {
    check_document(document);
    return true;
  };
  const std::function<void(const Problem&)> on_problem = [](const Problem& problem) {
    require(!problem.where.empty() && !problem.message.empty());
    require(problem.lost == (problem.reason != Skip::none));
  };
  Reading reading(options, on_document, on_problem);
  Origin origin;
  origin.where = "fuzz";
  origin.may_link = false;
  Input input(bytes_in_memory({reinterpret_cast<const char*>(data), size}));
  read(&input, origin, &reading);
}

}  // namespace demarche::ingesting

#endif
