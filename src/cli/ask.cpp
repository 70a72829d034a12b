// demarche ask: questions in English.
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
#include "cli/report_text.h"
#include "cli/rows.h"
#include "demarche/report.h"
#include "cli/today.h"
#include "text/utf8.h"

namespace demarche::cli {
namespace {

struct AskFlags : AnswerFlags {
  std::vector<std::string> words;
  std::string today;
  bool explain = false;
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
    case ResultFormat::markdown:
      for (const std::string& line : answer.answers) lines += "- " + in_markdown(line) + "\n";
      return lines + (evidence.empty() ? "" : "\n" + markdown(rows_of(evidence)));
    case ResultFormat::jsonl:
      for (const Evidence& e : evidence) lines += dump(to_json(e));
      return lines;
  }
  return lines;
}

bool is_answered(const Answer& answer) {
  return !answer.answers.empty() && !(answer.query.want == Want::truth && answer.answers[0] == "unknown");
}

// "Whom X called, met … (Q-who-did-x-action)" and the query: on standard output before a table, else as a message.
std::string explained(const Reading& reading, ResultFormat format) {
  const std::string line = "understood as: " + reading.meaning + " (" + reading.rule + ")";
  if (format == ResultFormat::table) return line + "\n" + to_text(reading.query) + "\n\n";
  say(line);
  say(to_text(reading.query));
  return "";
}

std::string report_page(const Graph& graph, const std::string& question, const Report& made, ResultFormat format,
                        bool color) {
  if (format != ResultFormat::json) return in_format(made, format, color);
  return dump(report_json(graph, question, made));
}

int ask_for_report(const Graph& graph, const AskFlags& flags, const std::string& question, const Query& query,
                   const std::string& head, bool color) {
  const auto made = report(graph, query);
  if (!made) return fail(made.error());
  const std::string page = head + report_page(graph, question, *made, flags.format, color);
  if (const int code = write_answer(graph, flags, page, made->interactions); code != success) return code;
  const bool found = !made->sections.empty() && !made->sections[0].rows.empty();
  if (!found) say("nothing found for " + to_text(made->query));
  return flags.exit_status && !found ? failure : success;
}

int ask(const AskFlags& flags, const Settings& settings) {
  const std::string question = text::repair_utf8(join(flags.words, " "));
  if (auto checked = check_graph(flags.graph); !checked) return fail(checked.error());
  const auto rules = QuestionRules::builtin();
  if (!rules) return fail(rules.error());
  const auto reading = rules->read(question, flags.today.empty() ? local_day() : flags.today);
  if (!reading) return fail(reading.error());
  const auto graph = load_for(flags.graph, reading->query);
  if (!graph) return fail(graph.error());
  const std::string head = flags.explain ? explained(*reading, flags.format) : "";
  const bool color = use_color(settings.color);
  if (is_report(reading->query)) return ask_for_report(*graph, flags, question, reading->query, head, color);
  const auto answer = run(*graph, reading->query);
  if (!answer) return fail(answer.error());
  const std::string page = head + in_format(*graph, question, *answer, flags.format, color);
  if (const int code = write_answer(*graph, flags, page, answer->interactions); code != success) return code;
  if (answer->answers.empty() && answer->candidates.empty()) say("nothing found for " + to_text(answer->query));
  return flags.exit_status && !is_answered(*answer) ? failure : success;
}

}  // namespace

void set_up_ask(CLI::App& command, const Settings& settings, Run* run) {
  auto flags = std::make_shared<AskFlags>();
  add_graph(command, &flags->graph);
  command.add_option("QUESTION", flags->words, "\"Who did Clinton call in May 2010?\"")->type_name("")->required();
  add_answer_flags(command, flags.get(), &flags->words);
  add_day(command, "--today", "The day that \"last week\" counts from (default: today)", &flags->today);
  command.add_flag("--explain", flags->explain, "Show how the question was understood");
  command.callback([flags, &settings, run] { *run = [flags, &settings] { return ask(*flags, settings); }; });
}

}  // namespace demarche::cli
