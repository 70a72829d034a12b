// demarche talks: the same questions as `ask`, with flags.
#include <memory>
#include <string>
#include <vector>

#include "cli/answer_json.h"
#include "cli/answer_text.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "cli/output.h"
#include "cli/result_format.h"
#include "cli/rows.h"
#include "text/utf8.h"

namespace demarche::cli {
namespace {

struct TalksFlags {
  std::string graph;
  Query query;
  ResultFormat format = ResultFormat::table;
  bool exit_status = false;
};

std::string in_json(const Graph& graph, const Query& query, const std::vector<const Interaction*>& found) {
  Json out = {{"query", to_json(query)}, {"interactions", Json::array()}};
  for (const Interaction* const interaction : found) out["interactions"].push_back(to_json(graph, *interaction));
  return dump(out);
}

std::string in_format(const Graph& graph, const Query& query, const std::vector<const Interaction*>& found,
                      ResultFormat format, bool color) {
  std::string out;
  switch (format) {
    case ResultFormat::json:
      return in_json(graph, query, found);
    case ResultFormat::csv:
      return csv(rows_of(graph, found));
    case ResultFormat::tsv:
      return tsv(rows_of(graph, found));
    case ResultFormat::jsonl:
      for (const Interaction* const interaction : found) out += dump(to_json(graph, *interaction));
      return out;
    case ResultFormat::table:
      for (const Interaction* const i : found) out += (out.empty() ? "" : "\n") + in_text(graph, *i, color);
      return out;
  }
  return out;
}

int talks(const TalksFlags& flags, const Settings& settings) {
  const auto graph = load_graph(flags.graph);
  if (!graph) return fail(graph.error());
  Query query = flags.query;
  if (query.action.empty() && query.event.empty()) query.action = {"talk"};
  std::erase(query.action, "any");
  const auto answer = run(*graph, query);
  if (!answer) return fail(answer.error());
  if (!answer->candidates.empty()) {
    return fail({Cause::wrong_use,
                 "\"" + answer->ambiguous + "\" may be " + join(answer->candidates, ", ") + "; give the whole name"});
  }
  std::vector<const Interaction*> found;
  for (const std::string& id : answer->interactions) {
    if (const Interaction* const interaction = graph->interaction(id); interaction != nullptr) {
      found.push_back(interaction);
    }
  }
  const std::string page = in_format(*graph, answer->query, found, flags.format, use_color(settings.color));
  if (auto written = write_whole("", page); !written) return fail(written.error());
  if (found.empty()) say("nothing found for " + to_text(answer->query));
  return flags.exit_status && found.empty() ? failure : success;
}

// The conditions of a query, as add_condition() knows them.
constexpr struct {
  const char* name;
  const char* type;
  const char* help;
} conditions[] = {
    {"actor", "NAME", "Who acted (either side of a meeting); repeated: all of them"},
    {"recipient", "NAME", "The other side; repeated: all of them"},
    {"party", "NAME", "On any side; repeated: all of them"},
    {"action", "ACTION", "call, meet, visit, …; talk = all talks (default), any = everything"},
    {"event", "TYPE", "PLOVER type: CONSULT, SUPPORT, …"},
    {"with-country", "COUNTRY", "Someone of this country takes part: TUR, Turkey or Turkish"},
    {"since", "DATE", "Not before this day, month or year"},
    {"until", "DATE", "Not after this day, month or year"},
    {"on", "DATE", "On this day, in this month or year"},
    {"about", "TOPIC", "Topic, context or sentence holds these words"},
    {"in", "PLACE", "Where"},
    {"status", "STATUS", "actual (default), planned, possible, denied or any"},
    {"min-confidence", "X", "Confidence at least this, 0 to 1"},
    {"limit", "N", "At most so many"},
};

// Values are checked while the command line is parsed, so that a wrong one is wrong use.
void add_conditions(CLI::App& command, Query* query) {
  for (const auto& condition : conditions) {
    const auto add = [query, name = condition.name](const std::vector<std::string>& values) {
      for (const std::string& value : values) {
        const auto added = add_condition(query, name, text::repair_utf8(value));
        if (!added) throw CLI::ValidationError(added.error().message);
      }
    };
    command.add_option_function<std::vector<std::string>>(std::string("--") + condition.name, add, condition.help)
        ->type_name(condition.type)
        ->allow_extra_args(false);
  }
}

}  // namespace

void set_up_talks(CLI::App& command, const Settings& settings, Run* run) {
  auto flags = std::make_shared<TalksFlags>();
  add_graph(command, &flags->graph);
  add_conditions(command, &flags->query);
  add_result_format(command, &flags->format);
  command.add_flag("--exit-status", flags->exit_status, "Exit with 1 when nothing is found");
  command.callback([flags, &settings, run] { *run = [flags, &settings] { return talks(*flags, settings); }; });
}

}  // namespace demarche::cli
