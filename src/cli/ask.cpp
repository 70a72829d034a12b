// demarche ask: questions in English.
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/answer_json.h"
#include "cli/answer_text.h"
#include "cli/command.h"
#include "cli/conditions.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "cli/output.h"
#include "cli/report_text.h"
#include "cli/rows.h"
#include "cli/today.h"
#include "demarche/report.h"
#include "text/utf8.h"

namespace demarche::cli {
namespace {

struct AskFlags : AnswerFlags {
  std::vector<std::string> words;
  std::string today;
  std::string limit;
  bool explain = false;
  bool forms = false;
};

// Who somebody is: the offices by date, and the closest ties, before the sentences.
std::string offices_and_ties(const Graph& graph, const Query& query) {
  Query asked = query;
  asked.want = Want::profile;
  auto made = report(graph, asked);
  if (!made) return "";
  std::erase_if(made->sections,
                [](const Section& s) { return (s.name != "offices" && s.name != "ties") || s.rows.empty(); });
  for (Section& section : made->sections) {
    // The sentences follow anyway.
    const auto at = std::find(section.columns.begin(), section.columns.end(), "sentence") - section.columns.begin();
    const auto kept = static_cast<std::size_t>(at);
    if (kept >= section.columns.size()) continue;
    section.columns.resize(kept);
    for (auto& row : section.rows) row.resize(kept);
  }
  return made->sections.empty() ? "" : "\n" + in_format(*made, ResultFormat::table, false);
}

std::string in_format(const Graph& graph, const std::string& question, const Answer& answer, ResultFormat format,
                      bool color) {
  const std::vector<Evidence> evidence = evidence_of(graph, answer.mentions);
  std::string lines;
  switch (format) {
    case ResultFormat::table:
      if (answer.query.want == Want::offices) lines = offices_and_ties(graph, answer.query);
      return in_text(graph, answer, color, lines);
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

// "Michelle Oboma" but not "the invasion of Ukraine".
bool opens_with_capital(std::string_view words) {
  for (const std::string_view article : {"the ", "The ", "a ", "an "}) {
    if (words.starts_with(article)) words.remove_prefix(article.size());
  }
  return !words.empty() && words[0] >= 'A' && words[0] <= 'Z';
}

// "Whom X called, met … (Q-who-did-x-action)" and the query: on standard output before a table, else as a message.
// `understood` is the query as it was read, before the events of its order got their days.
std::string explained(const Reading& reading, const std::string& understood, ResultFormat format) {
  const std::string line = "understood as: " + reading.meaning + " (" + reading.rule + ")";
  std::string query = to_text(reading.query);
  if (understood.find("after={") != std::string::npos || understood.find("before={") != std::string::npos) {
    query = understood + "\n" + query;
  }
  if (format == ResultFormat::table) return line + "\n" + query + "\n\n";
  say(line);
  say(query);
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

// understood are: "who did X call", …, 162 forms in all: demarche ask --forms
std::string common_forms(const QuestionRules& rules) {
  const std::vector<Form> forms = rules.forms();
  std::string out = "understood are:";
  for (const Form& form : forms) {
    if (form.common) out += " \"" + form.form + "\",";
  }
  return out + " " + std::to_string(forms.size()) + " forms in all: demarche ask --forms";
}

// With the names in it recognised: the message of a question that fits no form.
Error puzzled(const QuestionRules& rules, const AskFlags& flags, const std::string& question, const Error& error) {
  const auto actors = load_names(flags.graph);
  if (!actors) return error;
  const auto known = [&](std::string_view words) {
    Query query;
    query.want = Want::offices;
    query.party = {std::string(words)};
    const auto answer = run(*actors, query);
    if (!answer) return std::string();
    return answer->candidates.empty() ? answer->query.party[0] : join(answer->candidates, " or ");
  };
  return {error.cause,
          rules.puzzle(question, flags.today.empty() ? local_day() : flags.today, known) + "; " + common_forms(rules)};
}

// Every kind of question, with an example.
int list_forms() {
  const auto rules = QuestionRules::builtin();
  if (!rules) return fail(rules.error());
  std::string out;
  for (const Form& form : rules->forms()) out += form.form + "\n  " + form.meaning + "\n  " + form.example + "\n";
  const auto written = write_whole("", out);
  return written ? success : fail(written.error());
}

Result<Done> with_limit(const AskFlags& flags, Query* query) {
  return flags.limit.empty() ? Result<Done>(Done{}) : add_condition(query, "limit", flags.limit);
}

// Events that the question is to be before or after are asked for first, each with the part of the store it needs.
Result<Query> in_order(const std::string& path, const Query& query) {
  return settle_order(query, [&](const Query& event) -> Result<Answer> {
    const auto graph = load_for(path, event);
    return graph ? run(*graph, event) : Result<Answer>(graph.error());
  });
}

int ask(const AskFlags& flags, const Settings& settings) {
  if (flags.forms) return list_forms();
  if (flags.graph.empty() || flags.words.empty()) {
    return fail({Cause::wrong_use, "ask needs a graph and a question; demarche ask --forms lists what can be asked"});
  }
  const std::string question = text::repair_utf8(join(flags.words, " "));
  if (auto checked = check_graph(flags.graph); !checked) return fail(checked.error());
  const auto rules = QuestionRules::builtin();
  if (!rules) return fail(rules.error());
  const std::string today = flags.today.empty() ? local_day() : flags.today;
  auto reading = rules->read(question, today);
  if (!reading) return fail(puzzled(*rules, flags, question, reading.error()));
  if (auto limited = with_limit(flags, &reading->query); !limited) return fail(limited.error());
  const std::string understood = to_text(reading->query);
  if (auto settled = in_order(flags.graph, reading->query); settled) {
    reading->query = std::move(*settled);
  } else {
    return fail(settled.error());
  }
  auto graph = load_for(flags.graph, reading->query);
  if (!graph) return fail(graph.error());
  // Whom no name means may be a topic in another reading; a scope that loads nothing still knows all actors.
  const bool perhaps_unknown = graph->interactions.empty() || is_graph_text(flags.graph);
  auto other = perhaps_unknown ? rules->read(question, today, *graph) : reading;
  std::optional<Error> unknown;
  if (other->rule != reading->rule) {
    if (const auto first = run(*graph, reading->query); !first) unknown = first.error();
    reading = std::move(other);
    if (auto limited = with_limit(flags, &reading->query); !limited) return fail(limited.error());
    auto settled = in_order(flags.graph, reading->query);
    if (!settled) return fail(settled.error());
    reading->query = std::move(*settled);
    graph = load_for(flags.graph, reading->query);
    if (!graph) return fail(graph.error());
  }
  const std::string head = flags.explain ? explained(*reading, understood, flags.format) : "";
  const bool color = use_color(settings.color);
  if (is_report(reading->query)) return ask_for_report(*graph, flags, question, reading->query, head, color);
  const auto answer = run(*graph, reading->query);
  if (!answer) return fail(answer.error());
  // "Who met Michelle Oboma?": nobody, and no topic either; it was a name.
  if (unknown && !is_answered(*answer) && opens_with_capital(answer->query.about)) return fail(*unknown);
  const std::string page = head + in_format(*graph, question, *answer, flags.format, color);
  if (const int code = write_answer(*graph, flags, page, answer->interactions); code != success) return code;
  if (answer->answers.empty() && answer->candidates.empty()) say("nothing found for " + to_text(answer->query));
  return flags.exit_status && !is_answered(*answer) ? failure : success;
}

}  // namespace

void set_up_ask(CLI::App& command, const Settings& settings, Run* run) {
  auto flags = std::make_shared<AskFlags>();
  command.add_option("GRAPH", flags->graph, "A graph that build has written: graph.db or graph.json")->type_name("");
  command.add_option("QUESTION", flags->words, "\"Who did Clinton call in May 2010?\"")->type_name("");
  add_answer_flags(command, flags.get(), &flags->words);
  command.add_option("--limit", flags->limit, "At most so many answers")->type_name("N");
  add_day(command, "--today", "The day that \"last week\" counts from (default: today)", &flags->today);
  command.add_flag("--forms", flags->forms, "List the kinds of questions that are understood");
  command.add_flag("--explain", flags->explain, "Show how the question was understood");
  command.callback([flags, &settings, run] { *run = [flags, &settings] { return ask(*flags, settings); }; });
}

}  // namespace demarche::cli
