// demarche timeline: interactions of an actor, or of two with each other, oldest first.
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/conditions.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "demarche/report.h"
#include "text/utf8.h"

namespace demarche::cli {
namespace {

struct TimelineFlags : AnswerFlags {
  std::vector<std::string> names;
};

int timeline(TimelineFlags flags, const Settings& settings) {
  flags.query.want = Want::timeline;
  for (const std::string& name : flags.names) flags.query.party.push_back(text::repair_utf8(name));
  return answer_with_report(flags, settings, report);
}

}  // namespace

void set_up_timeline(CLI::App& command, const Settings& settings, Run* run) {
  auto flags = std::make_shared<TimelineFlags>();
  add_graph(command, &flags->graph);
  command.add_option("NAME", flags->names, "Whose timeline; with a second name only what both took part in")
      ->type_name("")
      ->required()
      ->expected(1, 2);
  add_conditions(command, flags.get());
  add_answer_flags(command, flags.get());
  command.callback([flags, &settings, run] { *run = [flags, &settings] { return timeline(*flags, settings); }; });
}

}  // namespace demarche::cli
