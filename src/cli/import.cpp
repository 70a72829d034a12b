// demarche import: event data of other projects as a graph of its own.
#include "demarche/import.h"

#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/build_target.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/output.h"
#include "cli/reading.h"
#include "cli/terminal.h"
#include "query/countries.h"

namespace demarche::cli {
namespace {

constexpr std::uint64_t most_problems_shown = 20;

struct ImportFlags {
  std::vector<std::string> paths;
  std::string output;
  RowFormat format = RowFormat::automatic;
  bool strict = false;
};

Result<RowCounts> read_file(const std::string& path, const RowOptions& options, GraphBuilder* builder) {
  if (path == "-") return import_rows(std::cin, path, options, builder);
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{Cause::failed, path + ": cannot be opened; check name and permissions"};
  return import_rows(file, path, options, builder);
}

int import_all(const ImportFlags& flags) {
  if (auto checked = check_paths(flags.paths); !checked) return fail(checked.error());
  if (auto checked = check_output_path(flags.output); !checked) return fail(checked.error());
  RowCounts all;
  RowOptions options;
  options.format = flags.format;
  options.country_code = [](std::string_view name) { return query::Countries::builtin().code(name); };
  std::uint64_t problems = 0;
  options.on_problem = [&problems](const std::string& problem) {
    if (++problems <= most_problems_shown) say(problem);
  };
  GraphBuilder builder;
  for (const std::string& path : flags.paths) {
    const auto counts = read_file(path, options, &builder);
    if (!counts) return fail(counts.error());
    all.rows += counts->rows;
    all.taken += counts->taken;
    all.skipped += counts->skipped;
  }
  if (problems > most_problems_shown) say(fmt::format("{} more rows skipped", problems - most_problems_shown));
  const auto target = open_build_target(flags.output, "imported", true);
  if (!target) return fail(target.error());
  const auto added = each_document(std::move(builder).finish(),
                                   [&](StoredDocument&& document) { return (*target)->add(std::move(document)); });
  if (!added) return fail(added.error());
  const auto totals = (*target)->finish();
  if (!totals) return fail(totals.error());
  say(fmt::format("{} read, {} skipped", counted(all.rows, "row"), all.skipped));
  say(fmt::format("{}: {}, {}, {}, {}", flags.output, counted(totals->documents, "document"),
                  counted(totals->mentions, "mention"), counted(totals->interactions, "interaction"),
                  counted(totals->actors, "actor")));
  return flags.strict && all.skipped > 0 ? failure : success;
}

}  // namespace

void set_up_import(CLI::App& command, const Settings&, Run* run) {
  auto flags = std::make_shared<ImportFlags>();
  command.add_option("FILE", flags->paths, "Tables of events: GDELT 2, ICEWS or POLECAT; - is standard input")
      ->type_name("")
      ->required();
  add_choice(command, "--from", "Whose rows they are (default: by header and number of columns)", &flags->format,
             {{"gdelt", RowFormat::gdelt}, {"icews", RowFormat::icews}, {"polecat", RowFormat::polecat}});
  add_text(command, "-o,--output", "FILE", "The graph: graph.db or graph.json", &flags->output)->required();
  command.add_flag("--strict", flags->strict, "Exit with 1 when any row was skipped");
  command.callback([flags, run] { *run = [flags] { return import_all(*flags); }; });
}

}  // namespace demarche::cli
