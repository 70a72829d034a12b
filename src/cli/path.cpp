// demarche path: the best chain of interactions between two actors.
#include <memory>
#include <string>

#include "cli/command.h"
#include "cli/conditions.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "demarche/report.h"
#include "text/utf8.h"

namespace demarche::cli {
namespace {

struct PathFlags : AnswerFlags {
  std::string from, to;
};

int path(PathFlags flags, const Settings& settings) {
  flags.query.want = Want::path;
  flags.query.actor = {text::repair_utf8(flags.from)};
  flags.query.recipient = {text::repair_utf8(flags.to)};
  const bool store = check_graph(flags.graph).ok() && !is_graph_text(flags.graph);
  if (store && needs_only_steps(flags.query)) return answer_from_steps(flags, settings);
  return answer_with_report(flags, settings, report);
}

}  // namespace

void set_up_path(CLI::App& command, const Settings& settings, Run* run) {
  auto flags = std::make_shared<PathFlags>();
  add_graph(command, &flags->graph);
  command.add_option("FROM", flags->from, "An actor")->type_name("")->required();
  command.add_option("TO", flags->to, "Another")->type_name("")->required();
  add_choice(command, "--by",
             "Fewest handshakes (default), most recent contacts, strongest ties; cut = the fewest ties "
             "that hold the two together",
             &flags->query.by,
             {{"fewest", By::fewest}, {"recent", By::recent}, {"strongest", By::strongest}, {"cut", By::cut}});
  add_conditions(command, flags.get());
  add_answer_flags(command, flags.get());
  command.callback([flags, &settings, run] { *run = [flags, &settings] { return path(*flags, settings); }; });
}

}  // namespace demarche::cli
