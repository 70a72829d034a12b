// demarche talks: the same questions as `ask`, with flags.
#include <memory>
#include <string>
#include <vector>

#include "cli/answer_json.h"
#include "cli/answer_text.h"
#include "cli/command.h"
#include "cli/conditions.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "cli/rows.h"
#include "demarche/report.h"

namespace demarche::cli {
namespace {

using TalksFlags = AnswerFlags;

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
    case ResultFormat::markdown:
      return markdown(rows_of(graph, found));
    case ResultFormat::table:
      for (const Interaction* const i : found) out += (out.empty() ? "" : "\n") + in_text(graph, *i, color);
      return out;
  }
  return out;
}

int talks(const TalksFlags& flags, const Settings& settings) {
  Query query = flags.query;
  if (query.action.empty() && query.event.empty() && !flags.any) query.action = {"talk"};
  if (is_report(query)) {
    TalksFlags ties = flags;
    ties.query = query;
    return answer_with_report(ties, settings, report);
  }
  const auto graph = load_for(flags.graph, query);
  if (!graph) return fail(graph.error());
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
  if (const int code = write_answer(*graph, flags, page, answer->interactions); code != success) return code;
  if (found.empty()) say("nothing found for " + to_text(answer->query));
  return flags.exit_status && found.empty() ? failure : success;
}

}  // namespace

void set_up_talks(CLI::App& command, const Settings& settings, Run* run) {
  auto flags = std::make_shared<TalksFlags>();
  add_graph(command, &flags->graph);
  add_conditions(command, flags.get());
  add_answer_flags(command, flags.get());
  command.callback([flags, &settings, run] { *run = [flags, &settings] { return talks(*flags, settings); }; });
}

}  // namespace demarche::cli
