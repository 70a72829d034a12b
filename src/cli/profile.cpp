// demarche profile: who somebody is: offices, ties, deeds, topics; two names are compared.
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

struct ProfileFlags : AnswerFlags {
  std::vector<std::string> names;
};

int profile(ProfileFlags flags, const Settings& settings) {
  flags.query.want = flags.names.size() == 2 ? Want::comparison : Want::profile;
  for (const std::string& name : flags.names) flags.query.party.push_back(text::repair_utf8(name));
  return answer_with_report(flags, settings, report);
}

}  // namespace

void set_up_profile(CLI::App& command, const Settings& settings, Run* run) {
  auto flags = std::make_shared<ProfileFlags>();
  add_graph(command, &flags->graph);
  command.add_option("NAME", flags->names, "Whose profile; a second name is compared with it")
      ->type_name("")
      ->required()
      ->expected(1, 2);
  add_conditions(command, flags.get());
  add_answer_flags(command, flags.get());
  command.callback([flags, &settings, run] { *run = [flags, &settings] { return profile(*flags, settings); }; });
}

}  // namespace demarche::cli
