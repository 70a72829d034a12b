// demarche changes: what is new in the graph since a day.
#include <memory>

#include "cli/command.h"
#include "cli/conditions.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "demarche/report.h"

namespace demarche::cli {
namespace {

using ChangeFlags = AnswerFlags;

int changes(ChangeFlags flags, const Settings& settings) {
  flags.query.want = Want::changes;
  return answer_with_report(flags, settings, report);
}

}  // namespace

void set_up_changes(CLI::App& command, const Settings& settings, Run* run) {
  auto flags = std::make_shared<ChangeFlags>();
  add_graph(command, &flags->graph);
  add_conditions(command, flags.get());
  command.get_option("--since")->required();
  add_answer_flags(command, flags.get());
  command.callback([flags, &settings, run] { *run = [flags, &settings] { return changes(*flags, settings); }; });
}

}  // namespace demarche::cli
