// demarche ask: questions in English.
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
#include "cli/today.h"
#include "text/utf8.h"

namespace demarche::cli {
namespace {

struct AskFlags {
  std::string graph;
  std::vector<std::string> words;
  ResultFormat format = ResultFormat::table;
  std::string today;
  bool exit_status = false;
};

std::string in_format(const Graph& graph, const std::string& question, const Answer& answer, ResultFormat format,
                      bool color) {
  const std::vector<Evidence> evidence = evidence_of(graph, answer.mentions);
  std::string lines;
  switch (format) {
    case ResultFormat::table:
      return in_text(graph, answer, color);
    case ResultFormat::json:
      return dump(to_json(graph, question, answer));
    case ResultFormat::csv:
      return csv(rows_of(evidence));
    case ResultFormat::tsv:
      return tsv(rows_of(evidence));
    case ResultFormat::jsonl:
      for (const Evidence& e : evidence) lines += dump(to_json(e));
      return lines;
  }
  return lines;
}

bool is_answered(const Answer& answer) {
  return !answer.answers.empty() && !(answer.query.want == Want::truth && answer.answers[0] == "unknown");
}

int ask(const AskFlags& flags, const Settings& settings) {
  const std::string question = text::repair_utf8(join(flags.words, " "));
  const auto graph = load_graph(flags.graph);
  if (!graph) return fail(graph.error());
  const auto rules = QuestionRules::builtin();
  if (!rules) return fail(rules.error());
  const auto query = rules->understand(question, flags.today.empty() ? local_day() : flags.today);
  if (!query) return fail(query.error());
  const auto answer = run(*graph, *query);
  if (!answer) return fail(answer.error());
  const std::string page = in_format(*graph, question, *answer, flags.format, use_color(settings.color));
  if (auto written = write_whole("", page); !written) return fail(written.error());
  if (answer->answers.empty() && answer->candidates.empty()) say("nothing found for " + to_text(answer->query));
  return flags.exit_status && !is_answered(*answer) ? failure : success;
}

}  // namespace

void set_up_ask(CLI::App& command, const Settings& settings, Run* run) {
  auto flags = std::make_shared<AskFlags>();
  add_graph(command, &flags->graph);
  command.add_option("QUESTION", flags->words, "\"Who did Clinton call in May 2010?\"")->type_name("")->required();
  add_result_format(command, &flags->format);
  add_day(command, "--today", "The day that \"last week\" counts from (default: today)", &flags->today);
  command.add_flag("--exit-status", flags->exit_status, "Exit with 1 when there is no answer");
  command.callback([flags, &settings, run] { *run = [flags, &settings] { return ask(*flags, settings); }; });
}

}  // namespace demarche::cli
