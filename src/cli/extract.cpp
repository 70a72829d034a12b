// demarche extract: documents in, records out.
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/interrupt.h"
#include "cli/ordered_pipeline.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/reading.h"
#include "cli/summary.h"
#include "cli/terminal.h"
#include "demarche/export.h"

namespace demarche::cli {
namespace {

enum class RecordFormat { jsonl, plover };

struct ExtractFlags {
  InputFlags input;
  RecordFormat format = RecordFormat::jsonl;
  std::string output;
  bool quiet = false;
  bool offices = false;
};

struct Extracted {
  std::string lines;
  std::uint64_t records = 0, sentences = 0;
};

// PLOVER's readers take the first record of a document as the best one: of those that are more likely right than not,
// the first, which its sentence's strongest rule gave.
Extracted in_lines(std::vector<Mention> mentions, RecordFormat format) {
  Extracted out;
  if (format == RecordFormat::plover) {
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.confidence >= 0.5 && b.confidence < 0.5; });
  }
  for (const Mention& mention : mentions) {
    if (format == RecordFormat::plover) {
      if (!write_plover(mention, &out.lines)) continue;
    } else {
      write_record(mention, &out.lines);
    }
    out.lines += '\n';
    ++out.records;
  }
  return out;
}

// Not between the records on a terminal.
bool shows_progress(const ExtractFlags& flags) {
  if (flags.quiet) return false;
  const bool to_file = !flags.output.empty() && flags.output != "-";
  return ::isatty(STDERR_FILENO) == 0 || to_file || ::isatty(STDOUT_FILENO) == 0;
}

OrderedPipeline<Document, Extracted>::Worker make_worker(const Pack& pack, bool own_thread, const ExtractFlags& flags) {
  const RecordFormat format = flags.format;
  const ExtractorOptions options{.lone_actors = format == RecordFormat::plover,
                                 .offices = flags.offices && format == RecordFormat::jsonl};
  return [extractor = make_extractor(pack, own_thread, options), format](Document&& document) {
    const std::uint64_t before = extractor->sentences();
    Extracted out = in_lines(extractor->extract(document), format);
    out.sentences = extractor->sentences() - before;
    return out;
  };
}

Result<IngestCounts> extract_all(const ExtractFlags& flags, const Pack& pack, Output* output, Work* work) {
  std::uint64_t consumed = 0;
  OrderedPipeline<Document, Extracted> pipeline(
      flags.input.thread_count(), [&](bool own_thread) { return make_worker(pack, own_thread, flags); },
      [&](Extracted&& extracted) {
        work->mentions += extracted.records;
        work->sentences += extracted.sentences;
        return output->write(extracted.lines);
      });
  IngestOptions options = flags.input.ingest;
  options.stop = &interrupted();
  options.bytes_consumed = &consumed;
  const std::vector<std::string> paths = flags.input.paths.empty() ? std::vector<std::string>{"-"} : flags.input.paths;
  Progress progress(size_of_paths(paths));
  const bool shown = shows_progress(flags);
  const auto on_document = [&](Document&& document) {
    const std::size_t weight = document.text.size();
    ++work->documents;
    work->bytes += weight;
    if (shown) progress.show(consumed, work->documents, work->bytes, work->mentions);
    return pipeline.push(std::move(document), weight);
  };
  auto counts = ingest(paths, options, on_document, [&](const Problem& problem) {
    progress.clear();
    say_problem(problem);
  });
  if (counts) pipeline.finish();
  progress.clear();
  work->seconds = progress.seconds();
  return counts;
}

int extract(const ExtractFlags& flags) {
  watch_interrupts();
  if (auto checked = check_paths(flags.input.paths); !checked) return fail(checked.error());
  const auto pack = Pack::load(flags.input.rules);
  if (!pack) return fail(pack.error());
  auto output = Output::open(flags.output);
  if (!output) return fail(output.error());
  Work work;
  const auto counts = extract_all(flags, *pack, &*output, &work);
  if (!counts) return fail(counts.error());
  // A file that is not complete does not appear; what went to standard output is whole lines.
  if (!interrupted() || flags.output.empty() || flags.output == "-") {
    if (auto finished = output->finish(); !finished) return fail(finished.error());
  }
  if (const std::string problems = in_words(*counts); !problems.empty()) say(problems);
  if (!flags.quiet) {
    say(in_words(work, *counts));
    say(figures(work));
  }
  return exit_code_of(*counts, flags.input.strict);
}

}  // namespace

void set_up_extract(CLI::App& command, const Settings&, Run* run) {
  auto flags = std::make_shared<ExtractFlags>();
  add_input_flags(command, &flags->input);
  add_choice(command, "--format", "Native records, or the PLOVER projection", &flags->format,
             {{"jsonl", RecordFormat::jsonl}, {"plover", RecordFormat::plover}});
  command.add_flag(
      "--offices", flags->offices,
      "Also who takes or leaves which office: records without an event, of which build makes affiliations");
  add_text(command, "-o,--output", "FILE", "Write to a file instead of standard output", &flags->output);
  command.add_flag("-q,--quiet", flags->quiet, "Name problems only: no progress, no summary");
  command.callback([flags, run] { *run = [flags] { return extract(*flags); }; });
}

}  // namespace demarche::cli
