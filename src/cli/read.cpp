// demarche read: documents in, the same documents as JSON Lines out; nothing is extracted.
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "export/json_text.h"

namespace demarche::cli {
namespace {

struct ReadFlags {
  InputFlags input;
  std::string output;
};

std::string in_json(const Document& document) {
  std::string line;
  {
    exporting::ObjectText object(&line);
    object.text("id", document.id);
    object.optional_text("date", document.date);
    object.optional_text("title", document.title);
    object.optional_text("author", document.author);
    object.optional_text("publication", document.publication);
    object.optional_text("url", document.url);
    object.optional_text("language", document.language);
    object.text("text", document.text);
  }
  return line + "\n";
}

int read(const ReadFlags& flags) {
  watch_interrupts();
  const std::vector<std::string> paths = flags.input.paths.empty() ? std::vector<std::string>{"-"} : flags.input.paths;
  if (auto checked = check_paths(paths); !checked) return fail(checked.error());
  auto output = Output::open(flags.output);
  if (!output) return fail(output.error());
  IngestOptions options = flags.input.ingest;
  options.stop = &interrupted();
  const auto counts = ingest(
      paths, options, [&](Document&& document) { return output->write(in_json(document)); }, say_problem);
  if (!counts) return fail(counts.error());
  if (!interrupted() || flags.output.empty() || flags.output == "-") {
    if (auto finished = output->finish(); !finished) return fail(finished.error());
  }
  if (const std::string problems = in_words(*counts); !problems.empty()) say(problems);
  return exit_code_of(*counts, flags.input.strict);
}

}  // namespace

void set_up_read(CLI::App& command, const Settings&, Run* run) {
  auto flags = std::make_shared<ReadFlags>();
  add_document_flags(command, &flags->input);
  add_text(command, "-o,--output", "FILE", "Write to a file instead of standard output", &flags->output);
  command.callback([flags, run] { *run = [flags] { return read(*flags); }; });
}

}  // namespace demarche::cli
