// demarche communities: groups of actors that deal with each other more than with others.
#include <memory>

#include "cli/command.h"
#include "cli/conditions.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "demarche/report.h"

namespace demarche::cli {
namespace {

using CommunityFlags = AnswerFlags;

int find_communities(CommunityFlags flags, const Settings& settings) {
  flags.query.want = Want::ranking;
  if (is_bare(flags)) return answer_from_dealings(flags, settings, demarche::communities);
  return answer_with_report(flags, settings, demarche::communities);
}

}  // namespace

void set_up_communities(CLI::App& command, const Settings& settings, Run* run) {
  auto flags = std::make_shared<CommunityFlags>();
  add_graph(command, &flags->graph);
  add_conditions(command, flags.get());
  add_answer_flags(command, flags.get());
  command.callback(
      [flags, &settings, run] { *run = [flags, &settings] { return find_communities(*flags, settings); }; });
}

}  // namespace demarche::cli
