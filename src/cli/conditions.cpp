#include "cli/conditions.h"

#include <algorithm>
#include <functional>
#include <set>

#include "cli/evidence.h"
#include "cli/exit_code.h"
#include "cli/flags.h"
#include "cli/graph_file.h"
#include "cli/output.h"
#include "cli/report_text.h"
#include "demarche/export.h"
#include "demarche/render.h"
#include "demarche/report.h"
#include "demarche/store.h"
#include "text/utf8.h"

namespace demarche::cli {
namespace {

// The conditions of a query, as add_condition() knows them.
constexpr struct {
  const char* name;
  const char* type;
  const char* help;
} conditions[] = {
    {"actor", "NAME", "Who acted (either side of a meeting); repeated: all of them"},
    {"recipient", "NAME", "The other side; repeated: all of them"},
    {"with", "NAME", "On any side; repeated: all of them"},
    {"party", "NAME", "The same as --with"},
    {"action", "ACTION", "call, meet, visit, …; talk = all talks, any = everything"},
    {"event", "TYPE", "PLOVER type: CONSULT, SUPPORT, …"},
    {"with-country", "COUNTRY", "Someone of this country takes part: TUR, Turkey or Turkish"},
    {"kind", "KIND", "Answers of this kind: person, state, government, organisation, group"},
    {"office", "OFFICE", "Answers who hold this office: \"foreign minister\""},
    {"since", "DATE", "Not before this day, month or year"},
    {"until", "DATE", "Not after this day, month or year"},
    {"on", "DATE", "On this day, in this month or year"},
    {"about", "TOPIC", "Topic, context or sentence holds these words"},
    {"context", "CONTEXT", "PLOVER context: diplomatic, military, economic, …"},
    {"in", "PLACE", "Where"},
    {"at-least", "N", "Answers that rest on at least so many interactions"},
    {"status", "STATUS",
     "actual, planned, possible, denied or any (default: actual, or all where status is the question)"},
    {"min-confidence", "X", "Confidence at least this, 0 to 1"},
    {"rollup", "LEVEL", "country, organisation, bloc or sector: what people do counts for those they belong to"},
    {"limit", "N", "At most so many"},
};

// `on_any` is told when any action will do.
void add_each_condition(CLI::App& command, Query* query, const std::function<void()>& on_any) {
  for (const auto& condition : conditions) {
    const auto add = [query, on_any, name = condition.name](const std::vector<std::string>& values) {
      for (const std::string& value : values) {
        const auto added = add_condition(query, name, text::repair_utf8(value));
        if (!added) throw CLI::ValidationError(added.error().message);
      }
      if (std::erase(query->action, "any") > 0) on_any();
    };
    command.add_option_function<std::vector<std::string>>(std::string("--") + condition.name, add, condition.help)
        ->type_name(condition.type)
        ->allow_extra_args(false);
  }
}

bool names_picture(const std::string& word) {
  const auto ends = [&](std::string_view end) { return word.size() > end.size() && word.ends_with(end); };
  return word == "-" || ends(".svg") || ends(".dot") || ends(".gv");
}

void add_picture(CLI::App& command, const std::string& name, const std::string& help, bool* wanted, std::string* file,
                 std::vector<std::string>* words) {
  const auto set = [=](const std::vector<std::string>& values) {
    *wanted = true;
    for (const std::string& value : values) {
      if (value.empty()) continue;
      if (names_picture(value)) {
        *file = value == "-" ? "" : value;
      } else if (words != nullptr) {
        words->insert(words->begin(), value);
      } else {
        throw CLI::ValidationError(
            name, "\"" + value + "\" names no picture; end it in .svg or .dot, or put " + name + " last");
      }
    }
  };
  command.add_option_function<std::vector<std::string>>(name, set, help)->type_name("[FILE]")->expected(0, 1);
}

Result<Done> write_picture(const Graph& graph, bool svg, const std::string& path) {
  if (!svg) return write_whole(path, write_dot(graph));
  const auto picture = render(graph, {});
  if (!picture) return picture.error();
  return write_whole(path, *picture);
}

Graph part_with(const Graph& graph, const std::vector<std::string>& ids) {
  const std::set<std::string_view> wanted(ids.begin(), ids.end());
  std::set<std::string_view> actors, mentions, sources;
  Graph part;
  for (const Interaction& i : graph.interactions) {
    if (wanted.count(i.id) == 0) continue;
    part.interactions.push_back(i);
    actors.insert(i.actor.begin(), i.actor.end());
    actors.insert(i.recipient.begin(), i.recipient.end());
    mentions.insert(i.mentions.begin(), i.mentions.end());
  }
  for (const Mention& m : graph.mentions) {
    if (mentions.count(m.id) == 0) continue;
    part.mentions.push_back(m);
    sources.insert(m.doc);
  }
  for (const Actor& a : graph.actors) {
    if (actors.count(a.id) > 0) part.actors.push_back(a);
  }
  for (const Source& s : graph.sources) {
    if (sources.count(s.id) > 0) part.sources.push_back(s);
  }
  return part;
}

// Whether the query shows some of its answers only, and its conditions and answers rest on no sentence.
bool shows_few(const Query& q) {
  const bool listed = q.want == Want::recipients || q.want == Want::actors || q.want == Want::counterparts ||
                      q.want == Want::interactions || q.want == Want::dates;
  const bool some =
      (q.limit > 0 && q.pick == Pick::all) || q.pick == Pick::first || q.pick == Pick::last || q.pick == Pick::most;
  return listed && some && q.about.empty() && q.place.empty() && q.context.empty() && q.office.empty() &&
         q.rollup == Rollup::none;
}

// Who somebody is: where no sentence proves an office of a state or organisation that is known, the newest ones that
// tell of the person.
Result<Graph> load_for_offices(const Store& store, Graph actors, const Scope& scope) {
  constexpr std::size_t shown = 10;
  auto graph = store.load(actors, scope);
  if (!graph || !graph->mentions.empty() || graph->interactions.empty()) return graph;
  std::vector<const Interaction*> newest;
  for (const Interaction& each : graph->interactions) newest.push_back(&each);
  const auto end = newest.begin() + static_cast<std::ptrdiff_t>(std::min(shown, newest.size()));
  std::partial_sort(newest.begin(), end, newest.end(),
                    [](const Interaction* a, const Interaction* b) { return a->date > b->date; });
  Scope few;
  for (auto at = newest.begin(); at != end; ++at) few.interactions.push_back((*at)->id);
  auto told = store.load(std::move(actors), few);
  if (!told) return told;
  graph->mentions = std::move(told->mentions);
  graph->sources = std::move(told->sources);
  return graph;
}

// The graph at the path, or of a store that part which the query needs.
Result<Graph> load_scope(const std::string& path, const Query& query,
                         std::optional<Scope> (*scope_of_query)(const Graph&, const Query&)) {
  if (is_graph_text(path)) return load_graph(path);
  const auto store = open_store(path, Store::Mode::read);
  if (!store) return store.error();
  auto actors = store->load_actors();
  if (!actors) return actors.error();
  auto scope = scope_of_query(*actors, query);
  if (scope && needs_only_steps(query) && query.by != By::cut) {
    const auto dealings = store->dealings(*scope);
    if (!dealings) return dealings.error();
    scope->pairs = path_steps(*actors, *dealings, query);
    if (scope->pairs.empty()) scope->parties = {{"nobody"}};
  }
  if (!scope) return store->load();
  if (query.want == Want::offices) return load_for_offices(*store, std::move(*actors), *scope);
  if (!shows_few(query)) return store->load(std::move(*actors), *scope);
  // What is shown is found without sentences; then only its own are loaded.
  Scope bare = *scope;
  bare.evidence = false;
  auto rows = store->load(*actors, bare);
  if (!rows) return rows.error();
  const auto answer = run(*rows, query);
  if (!answer || answer->interactions.empty()) return rows;
  scope->interactions = answer->interactions;
  return store->load(std::move(*actors), *scope);
}

int write_report(const Graph& graph, const AnswerFlags& flags, const Settings& settings, const Report& made) {
  const std::string page = in_format(made, flags.format, use_color(settings.color));
  if (const int code = write_answer(graph, flags, page, made.interactions); code != success) return code;
  const bool found = std::any_of(made.sections.begin(), made.sections.end(),
                                 [](const Section& section) { return !section.rows.empty(); });
  if (!found) say("nothing found for " + to_text(made.query));
  return flags.exit_status && !found ? failure : success;
}

}  // namespace

void add_conditions(CLI::App& command, AnswerFlags* flags) {
  add_each_condition(command, &flags->query, [flags] { flags->any = true; });
}

void add_conditions(CLI::App& command, Query* query) {
  add_each_condition(command, query, [] {});
}

Result<Graph> load_part(const std::string& path, const Query& query) {
  if (query == Query()) return load_graph(path);
  Query conditions = query;
  conditions.rollup = Rollup::none;
  auto graph = load_scope(path, conditions, scope_of_part);
  if (!graph) return graph;
  if (!(conditions == Query())) graph = select(*graph, conditions);
  return graph && query.rollup != Rollup::none ? rolled_up(*graph, query.rollup) : std::move(graph);
}

Result<OpenedStream> open_stream(const std::string& path, const Query& query) {
  OpenedStream opened;
  if (query == Query() && !is_graph_text(path)) {
    auto store = open_store(path, Store::Mode::read);
    if (!store) return store.error();
    opened.store.emplace(std::move(*store));
    auto rows = opened.store->stream();
    if (!rows) return rows.error();
    opened.stream = std::move(*rows);
    return opened;
  }
  auto part = load_part(path, query);
  if (!part) return part.error();
  opened.stream = stream(std::move(*part));
  return opened;
}

void add_answer_flags(CLI::App& command, AnswerFlags* flags, std::vector<std::string>* words) {
  add_result_format(command, &flags->format);
  add_picture(command, "--dot", "Write the graph of the answer as DOT (in place of the answer without FILE)",
              &flags->dot, &flags->dot_file, words);
  add_picture(command, "--svg", "Draw the graph of the answer as SVG (in place of the answer without FILE)",
              &flags->svg, &flags->svg_file, words);
  command.add_flag("--exit-status", flags->exit_status, "Exit with 1 when there is no answer");
}

Result<Graph> load_for(const std::string& path, const Query& query) { return load_scope(path, query, scope_of); }

int write_answer(const Graph& graph, const AnswerFlags& flags, const std::string& page,
                 const std::vector<std::string>& interactions) {
  const bool replaced = (flags.dot && flags.dot_file.empty()) || (flags.svg && flags.svg_file.empty());
  if (!replaced) {
    if (auto written = write_whole("", page); !written) return fail(written.error());
  }
  if (!flags.dot && !flags.svg) return success;
  const Graph part = part_with(graph, interactions);
  if (flags.dot) {
    if (auto written = write_picture(part, false, flags.dot_file); !written) return fail(written.error());
  }
  if (flags.svg) {
    if (auto written = write_picture(part, true, flags.svg_file); !written) return fail(written.error());
  }
  return success;
}

bool is_bare(const AnswerFlags& flags) {
  return needs_only_dealings(flags.query) && !flags.dot && !flags.svg && check_graph(flags.graph).ok() &&
         !is_json_graph(flags.graph);
}

int answer_from_dealings(const AnswerFlags& flags, const Settings& settings, MakeBareReport make) {
  const auto store = open_store(flags.graph, Store::Mode::read);
  if (!store) return fail(store.error());
  const auto actors = store->load_actors();
  if (!actors) return fail(actors.error());
  const auto dealings = store->dealings(*scope_of(*actors, flags.query));
  if (!dealings) return fail(dealings.error());
  return write_report(*actors, flags, settings, make(*actors, *dealings, flags.query));
}

int answer_from_steps(const AnswerFlags& flags, const Settings& settings) {
  const auto store = open_store(flags.graph, Store::Mode::read);
  if (!store) return fail(store.error());
  auto actors = store->load_actors();
  if (!actors) return fail(actors.error());
  std::optional<Scope> scope = scope_of(*actors, flags.query);
  const auto dealings = store->dealings(*scope);
  if (!dealings) return fail(dealings.error());
  const Steps steps = path_steps(*actors, *dealings, flags.query);
  scope->pairs = steps;
  if (steps.empty()) scope->parties = {{"nobody"}};
  const auto graph = store->load(std::move(*actors), *scope);
  if (!graph) return fail(graph.error());
  const auto made = path(*graph, flags.query, steps);
  return made ? write_report(*graph, flags, settings, *made) : fail(made.error());
}

int answer_with_report(const AnswerFlags& flags, const Settings& settings, MakeReport make) {
  const auto graph = load_for(flags.graph, flags.query);
  if (!graph) return fail(graph.error());
  const auto made = make(*graph, flags.query);
  return made ? write_report(*graph, flags, settings, *made) : fail(made.error());
}

}  // namespace demarche::cli
