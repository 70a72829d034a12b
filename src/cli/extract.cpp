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
#include "demarche/export.h"

namespace demarche::cli {
namespace {

enum class RecordFormat { jsonl, plover };

struct ExtractFlags {
  InputFlags input;
  RecordFormat format = RecordFormat::jsonl;
  std::string output;
};

// PLOVER's readers take the first record of a document as the best one.
std::string in_lines(std::vector<Mention> mentions, RecordFormat format) {
  std::string lines;
  if (format == RecordFormat::plover) {
    std::stable_sort(mentions.begin(), mentions.end(),
                     [](const Mention& a, const Mention& b) { return a.confidence > b.confidence; });
  }
  for (const Mention& mention : mentions) {
    if (format == RecordFormat::plover) {
      if (!write_plover(mention, &lines)) continue;
    } else {
      write_record(mention, &lines);
    }
    lines += '\n';
  }
  return lines;
}

// Not between the records on a terminal, and not within a pipeline, whose other parts may not read what is said.
bool shows_progress(const ExtractFlags& flags, std::uint64_t total) {
  const bool to_file = !flags.output.empty() && flags.output != "-";
  if (::isatty(STDERR_FILENO) != 0) return to_file || ::isatty(STDOUT_FILENO) == 0;
  return total > 0;
}

Result<IngestCounts> extract_all(const ExtractFlags& flags, const Pack& pack, Output* output) {
  const auto make_worker = [&](bool own_thread) {
    return [extractor = make_extractor(pack, own_thread, {.lone_actors = flags.format == RecordFormat::plover}), format = flags.format](Document&& document) {
      return in_lines(extractor->extract(document), format);
    };
  };
  std::uint64_t consumed = 0, documents = 0, bytes = 0, records = 0;
  OrderedPipeline<Document, std::string> pipeline(flags.input.thread_count(), make_worker, [&](std::string&& lines) {
    records += static_cast<std::uint64_t>(std::count(lines.begin(), lines.end(), '\n'));
    return output->write(lines);
  });
  IngestOptions options = flags.input.ingest;
  options.stop = &interrupted();
  options.bytes_consumed = &consumed;
  const std::vector<std::string> paths = flags.input.paths.empty() ? std::vector<std::string>{"-"} : flags.input.paths;
  const std::uint64_t total = size_of_paths(paths);
  Progress progress(total);
  const bool shown = shows_progress(flags, total);
  const auto on_document = [&](Document&& document) {
    const std::size_t weight = document.text.size();
    ++documents, bytes += weight;
    if (shown) progress.show(consumed, documents, bytes, records);
    return pipeline.push(std::move(document), weight);
  };
  auto counts = ingest(paths, options, on_document, [&](const Problem& problem) {
    progress.clear();
    say_problem(problem);
  });
  if (counts && !interrupted()) pipeline.finish();
  return counts;
}

int extract(const ExtractFlags& flags) {
  watch_interrupts();
  if (auto checked = check_paths(flags.input.paths); !checked) return fail(checked.error());
  const auto pack = Pack::load(flags.input.rules);
  if (!pack) return fail(pack.error());
  auto output = Output::open(flags.output);
  if (!output) return fail(output.error());
  const auto counts = extract_all(flags, *pack, &*output);
  if (!counts) return fail(counts.error());
  // A file that is not complete does not appear; what went to standard output is whole lines.
  if (!interrupted() || flags.output.empty() || flags.output == "-") {
    if (auto finished = output->finish(); !finished) return fail(finished.error());
  }
  if (const std::string problems = in_words(*counts); !problems.empty()) say(problems);
  return exit_code_of(*counts, flags.input.strict);
}

}  // namespace

void set_up_extract(CLI::App& command, const Settings&, Run* run) {
  auto flags = std::make_shared<ExtractFlags>();
  add_input_flags(command, &flags->input);
  add_choice(command, "--format", "Native records, or the PLOVER projection", &flags->format,
             {{"jsonl", RecordFormat::jsonl}, {"plover", RecordFormat::plover}});
  add_text(command, "-o,--output", "FILE", "Write to a file instead of standard output", &flags->output);
  command.callback([flags, run] { *run = [flags] { return extract(*flags); }; });
}

}  // namespace demarche::cli
