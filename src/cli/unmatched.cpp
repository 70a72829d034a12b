// demarche unmatched: what a corpus says that the rules cannot read.
#include <fmt/format.h>

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "cli/answer_json.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "cli/rows.h"
#include "demarche/gaps.h"

namespace demarche::cli {
namespace {

enum class GapFormat { table, jsonl, csv, toml };

struct UnmatchedFlags {
  InputFlags input;
  std::size_t top = 20;
  GapFormat format = GapFormat::table;
};

constexpr std::size_t longest_example = 100;  // bytes, in the table

// Cut before a character that does not fit whole.
std::string shortened(const std::string& text) {
  if (text.size() <= longest_example) return text;
  std::size_t end = longest_example;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

std::string in_table(const std::vector<Gap>& gaps) {
  std::string out;
  for (const Gap& g : gaps)
    out += fmt::format("{:>7}  {:<5}  {:<24}  {}\n", g.count, to_string(g.kind), g.words, shortened(g.example));
  return out;
}

std::string in_json_lines(const std::vector<Gap>& gaps) {
  std::string out;
  for (const Gap& g : gaps) {
    out += dump({{"kind", to_string(g.kind)},
                 {"words", g.words},
                 {"count", g.count},
                 {"example", g.example},
                 {"stub", g.stub}});
  }
  return out;
}

std::string in_csv(const std::vector<Gap>& gaps) {
  std::vector<Row> rows = {{"kind", "words", "count", "example"}};
  for (const Gap& g : gaps)
    rows.push_back({std::string(to_string(g.kind)), g.words, std::to_string(g.count), g.example});
  return csv(rows);
}

// Rules as they are; what belongs into other files as comments.
std::string in_toml(const std::vector<Gap>& gaps) {
  std::string out;
  for (const Gap& g : gaps) {
    out += fmt::format("# {} {}\n", counted(g.count, "sentence"),
                       g.kind == GapKind::verb ? "without a rule" : "with this " + std::string(to_string(g.kind)));
    if (g.kind == GapKind::verb) {
      out += g.stub + '\n';
      continue;
    }
    for (std::size_t at = 0; at < g.stub.size();) {
      const std::size_t end = g.stub.find('\n', at);
      out += "# " + g.stub.substr(at, end - at) + '\n';
      at = end == std::string::npos ? g.stub.size() : end + 1;
    }
    out += '\n';
  }
  return out;
}

std::string in_format(const std::vector<Gap>& gaps, GapFormat format) {
  switch (format) {
    case GapFormat::table:
      return in_table(gaps);
    case GapFormat::jsonl:
      return in_json_lines(gaps);
    case GapFormat::csv:
      return in_csv(gaps);
    case GapFormat::toml:
      return in_toml(gaps);
  }
  return {};
}

int unmatched(const UnmatchedFlags& flags) {
  watch_interrupts();
  if (auto checked = check_paths(flags.input.paths); !checked) return fail(checked.error());
  const auto pack = Pack::load(flags.input.rules);
  if (!pack) return fail(pack.error());
  GapFinder finder(*pack);
  IngestOptions options = flags.input.ingest;
  options.stop = &interrupted();
  const auto on_document = [&](Document&& document) {
    finder.add(document);
    return true;
  };
  const std::vector<std::string> paths = flags.input.paths.empty() ? std::vector<std::string>{"-"} : flags.input.paths;
  const auto counts = ingest(paths, options, on_document, say_problem);
  if (!counts) return fail(counts.error());
  if (interrupted()) return exit_code_of(*counts, flags.input.strict);
  const auto written = write_whole("", in_format(finder.most_frequent(flags.top), flags.format));
  if (!written) return fail(written.error());
  if (const std::string problems = in_words(*counts); !problems.empty()) say(problems);
  return exit_code_of(*counts, flags.input.strict);
}

}  // namespace

void set_up_unmatched(CLI::App& command, const Settings&, Run* run) {
  auto flags = std::make_shared<UnmatchedFlags>();
  add_input_flags(command, &flags->input);
  command.add_option("--top", flags->top, "How many verbs, titles and names each (default: 20)")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  add_choice(
      command, "--format", "A table; one object a line; or TOML: rule stubs, ready for rules/actions", &flags->format,
      {{"table", GapFormat::table}, {"jsonl", GapFormat::jsonl}, {"csv", GapFormat::csv}, {"toml", GapFormat::toml}});
  command.callback([flags, run] { *run = [flags] { return unmatched(*flags); }; });
}

}  // namespace demarche::cli
