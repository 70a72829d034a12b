// demarche disputes: where sources do not agree: whether, when, where, who whom.
#include <memory>

#include "cli/command.h"
#include "cli/conditions.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "demarche/report.h"

namespace demarche::cli {
namespace {

using DisputeFlags = AnswerFlags;

int disputes(DisputeFlags flags, const Settings& settings) {
  flags.query.want = Want::disputes;
  return answer_with_report(flags, settings, report);
}

}  // namespace

void set_up_disputes(CLI::App& command, const Settings& settings, Run* run) {
  auto flags = std::make_shared<DisputeFlags>();
  add_graph(command, &flags->graph);
  add_conditions(command, flags.get());
  add_answer_flags(command, flags.get());
  command.callback([flags, &settings, run] { *run = [flags, &settings] { return disputes(*flags, settings); }; });
}

}  // namespace demarche::cli
