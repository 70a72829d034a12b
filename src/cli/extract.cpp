// demarche extract: documents in, records out.
#include <algorithm>
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

Result<IngestCounts> extract_all(const ExtractFlags& flags, const Pack& pack, Output* output) {
  const auto make_worker = [&](bool own_thread) {
    return [extractor = make_extractor(pack, own_thread, {.lone_actors = flags.format == RecordFormat::plover}), format = flags.format](Document&& document) {
      return in_lines(extractor->extract(document), format);
    };
  };
  OrderedPipeline<Document, std::string> pipeline(flags.input.thread_count(), make_worker,
                                                  [&](std::string&& lines) { return output->write(lines); });
  IngestOptions options = flags.input.ingest;
  options.stop = &interrupted();
  const auto on_document = [&](Document&& document) {
    const std::size_t weight = document.text.size();
    return pipeline.push(std::move(document), weight);
  };
  const std::vector<std::string> paths = flags.input.paths.empty() ? std::vector<std::string>{"-"} : flags.input.paths;
  auto counts = ingest(paths, options, on_document, say_problem);
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
