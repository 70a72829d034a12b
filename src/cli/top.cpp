// demarche top: the actors that count for most in the network.
#include <memory>

#include "cli/command.h"
#include "cli/conditions.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "demarche/report.h"

namespace demarche::cli {
namespace {

using TopFlags = AnswerFlags;

int top(TopFlags flags, const Settings& settings) {
  flags.query.want = Want::ranking;
  if (is_bare(flags)) return answer_from_dealings(flags, settings, ranking);
  return answer_with_report(flags, settings, report);
}

}  // namespace

void set_up_top(CLI::App& command, const Settings& settings, Run* run) {
  auto flags = std::make_shared<TopFlags>();
  add_graph(command, &flags->graph);
  add_choice(command, "--by", "What counts (default: contacts); betweenness of more than 2,000 actors is a sample's",
             &flags->query.rank,
             {{"contacts", RankBy::contacts},
              {"interactions", RankBy::interactions},
              {"betweenness", RankBy::betweenness},
              {"pagerank", RankBy::pagerank},
              {"core", RankBy::core},
              {"clustering", RankBy::clustering}});
  add_conditions(command, flags.get());
  add_answer_flags(command, flags.get());
  command.callback([flags, &settings, run] { *run = [flags, &settings] { return top(*flags, settings); }; });
}

}  // namespace demarche::cli
