#include "cli/api.h"

#include <algorithm>
#include <charconv>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "cli/answer_json.h"
#include "cli/api_reports.h"
#include "cli/openapi.h"
#include "cli/report_text.h"
#include "cli/today.h"
#include "demarche/query.h"
#include "text/date.h"
#include "text/fold.h"

namespace demarche::cli {
namespace {

using serving::Request;
using serving::Response;

constexpr std::size_t usual_limit = 100;
constexpr std::size_t most_limit = 1000;
constexpr std::size_t most_counterparts = 50;
constexpr unsigned most_hops = 3;

struct Counterpart {
  std::uint32_t actor;
  std::uint32_t count;
};

struct Page {
  std::size_t limit = usual_limit;
  std::size_t offset = 0;
};

Response json(const Json& body, unsigned status = 200) {
  return {status, "application/json; charset=utf-8", dump(body)};
}

Response problem(unsigned status, const std::string& message) { return json({{"error", message}}, status); }

Response problem(const Error& error) { return problem(error.cause == Cause::wrong_use ? 400 : 500, error.message); }

bool read_number(std::string_view text, std::size_t most, std::size_t* number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *number);
  return error == std::errc() && end == text.data() + text.size() && *number <= most;
}

// Takes `limit` and `offset` out of the query. A message for wrong ones, else empty.
std::string take_page(std::vector<std::pair<std::string, std::string>>* query, Page* page) {
  for (auto at = query->begin(); at != query->end();) {
    if (at->first == "limit" && (!read_number(at->second, most_limit, &page->limit) || page->limit == 0)) {
      return "limit: a number from 1 to 1000";
    }
    if (at->first == "offset" && !read_number(at->second, 1000000000, &page->offset)) return "offset: a number from 0";
    at = at->first == "limit" || at->first == "offset" ? query->erase(at) : at + 1;
  }
  return "";
}

// The one parameter of this name; all others must be among `known`.
std::string unknown_parameter(const Request& request, std::initializer_list<std::string_view> known) {
  for (const auto& [name, value] : request.query) {
    if (std::find(known.begin(), known.end(), name) == known.end()) return name + ": unknown parameter";
  }
  return "";
}

std::string parameter(const Request& request, std::string_view name) {
  for (const auto& [key, value] : request.query) {
    if (key == name) return value;
  }
  return "";
}

std::string names_choice(const Answer& answer) {
  std::string out = "\"" + answer.ambiguous + "\" may be ";
  return out + join(answer.candidates, ", ") + "; give the whole name";
}

}  // namespace

struct Api::Rep {
  Graph graph;
  std::optional<QuestionRules> rules;
  ExploreOptions options;
  std::string html;  // the page; empty when the program was built without it
  std::string note;
  std::vector<std::string> folded;                // names of graph.actors, with their aliases
  std::vector<std::vector<std::uint32_t>> deeds;  // numbers of interactions, by number of actor
  mutable std::mutex drawing;                     // Graphviz is for one thread at a time

  Response answer(const Request& request) const;
  Response explorer(const Request& request) const;
  Response about() const;
  Response ask(const Request& request) const;
  Response talks(Request request) const;
  Response actors(Request request) const;
  Response actor(std::string_view id) const;
  Response interactions_of(std::string_view id, Request request) const;
  Response interaction(std::string_view id) const;

  void index();
  std::size_t number(const Actor& actor) const { return static_cast<std::size_t>(&actor - graph.actors.data()); }
  Json brief(const Actor& actor) const;
  std::vector<Counterpart> counterparts(std::size_t actor) const;
  Json listed(const std::vector<const Interaction*>& all, const Page& page) const;
};

void Api::Rep::index() {
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < graph.actors.size(); ++i) {
    const Actor& actor = graph.actors[i];
    numbers.emplace(actor.id, i);
    std::string names = " " + text::fold(actor.name);
    for (const std::string& alias : actor.aliases) names += "\n " + text::fold(alias);
    folded.push_back(std::move(names));
  }
  deeds.resize(graph.actors.size());
  for (std::uint32_t i = 0; i < graph.interactions.size(); ++i) {
    std::set<std::uint32_t> present;
    for (const auto* side : {&graph.interactions[i].actor, &graph.interactions[i].recipient}) {
      for (const std::string& id : *side) {
        if (const auto found = numbers.find(id); found != numbers.end()) present.insert(found->second);
      }
    }
    for (const std::uint32_t actor : present) deeds[actor].push_back(i);
  }
}

Json Api::Rep::brief(const Actor& actor) const {
  Json out = {{"id", actor.id}, {"name", actor.name}, {"kind", to_string(actor.kind)}};
  if (!actor.code.empty()) out["code"] = actor.code;
  out["interactions"] = deeds[number(actor)].size();
  return out;
}

std::vector<Counterpart> Api::Rep::counterparts(std::size_t self) const {
  std::unordered_map<std::string_view, std::uint32_t> counts;
  for (const std::uint32_t deed : deeds[self]) {
    std::set<std::string_view> others;
    for (const auto* side : {&graph.interactions[deed].actor, &graph.interactions[deed].recipient}) {
      others.insert(side->begin(), side->end());
    }
    for (const std::string_view id : others) ++counts[id];
  }
  std::vector<Counterpart> out;
  for (const auto& [id, count] : counts) {
    const Actor* other = graph.actor(id);
    if (other != nullptr && number(*other) != self) out.push_back({static_cast<std::uint32_t>(number(*other)), count});
  }
  std::sort(out.begin(), out.end(), [](const Counterpart& a, const Counterpart& b) {
    return std::pair(b.count, a.actor) < std::pair(a.count, b.actor);
  });
  if (out.size() > most_counterparts) out.resize(most_counterparts);
  return out;
}

Json Api::Rep::listed(const std::vector<const Interaction*>& all, const Page& page) const {
  Json out = {{"total", all.size()}, {"offset", page.offset}, {"interactions", Json::array()}};
  for (std::size_t i = page.offset; i < all.size() && i - page.offset < page.limit; ++i) {
    out["interactions"].push_back(to_json(graph, *all[i]));
  }
  return out;
}

Response Api::Rep::explorer(const Request& request) const {
  if (auto wrong = unknown_parameter(request, {"around", "hops"}); !wrong.empty()) return problem(400, wrong);
  if (html.empty()) return problem(explorer_page({}, true).error());
  Response response{200, "text/html; charset=utf-8", "", ""};  // The policy stands in the page.
  ExploreOptions wish = options;
  wish.around = parameter(request, "around");
  if (wish.around.empty()) {
    response.body = html;
    return response;
  }
  std::size_t hops = 1;
  if (const std::string given = parameter(request, "hops");
      !given.empty() && (!read_number(given, most_hops, &hops) || hops == 0)) {
    return problem(400, "hops: a number from 1 to 3");
  }
  wish.hops = static_cast<unsigned>(hops);
  if (graph.actor(wish.around) == nullptr) return problem(404, "no actor has this id");
  const std::lock_guard alone(drawing);
  const auto data = explore_data(graph, wish);
  if (!data) return problem(data.error());
  auto made = explorer_page(*data, true);
  if (!made) return problem(made.error());
  response.body = std::move(*made);
  return response;
}

Response Api::Rep::about() const {
  return json({{"actors", graph.actors.size()},
               {"interactions", graph.interactions.size()},
               {"mentions", graph.mentions.size()},
               {"sources", graph.sources.size()}});
}

Response Api::Rep::ask(const Request& request) const {
  if (auto wrong = unknown_parameter(request, {"q", "today"}); !wrong.empty()) return problem(400, wrong);
  const std::string question = parameter(request, "q");
  if (question.empty()) return problem(400, "q: the question is missing");
  std::string today = parameter(request, "today");
  if (today.empty()) today = local_day();
  if (const auto day = text::parse_iso(today); !day || day->day == 0)
    return problem(400, "today: a day like 2010-05-13");
  const auto reading = rules->read(question, today, graph);
  if (!reading) return problem(reading.error());
  const Query* const query = &reading->query;
  if (is_report(*query)) {
    const auto made = report(graph, *query);
    return made ? json(report_json(graph, question, *made)) : problem(made.error());
  }
  const auto told = run(graph, *query);
  if (!told) return problem(told.error());
  const bool found = !told->answers.empty() && told->answers[0] != "unknown";
  const bool named = std::any_of(query->about.begin(), query->about.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!found && named) {
    // A name that means nobody was tried as a topic.
    const auto first = rules->understand(question, today);
    if (const auto known = run(graph, *first); !known) return problem(known.error());
  }
  return json(to_json(graph, question, *told));
}

// The parameters are the flags of `demarche talks`.
Response Api::Rep::talks(Request request) const {
  Page page;
  if (auto wrong = take_page(&request.query, &page); !wrong.empty()) return problem(400, wrong);
  Query query;
  for (const auto& [name, value] : request.query) {
    if (auto added = add_condition(&query, name, value); !added) return problem(added.error());
  }
  if (query.action.empty() && query.event.empty()) query.action = {"talk"};
  std::erase(query.action, "any");
  const auto told = run(graph, query);
  if (!told) return problem(told.error());
  if (!told->candidates.empty()) {
    return json({{"error", names_choice(*told)}, {"candidates", told->candidates}}, 400);
  }
  std::vector<const Interaction*> found;
  for (const std::string& id : told->interactions) {
    if (const Interaction* interaction = graph.interaction(id)) found.push_back(interaction);
  }
  Json out = {{"query", to_json(told->query)}};
  out.update(listed(found, page));
  return json(out);
}

// Names that begin with the words, then names that have a word that does; the busiest first.
Response Api::Rep::actors(Request request) const {
  Page page;
  if (auto wrong = take_page(&request.query, &page); !wrong.empty()) return problem(400, wrong);
  if (auto wrong = unknown_parameter(request, {"q"}); !wrong.empty()) return problem(400, wrong);
  const std::string sought = " " + text::fold(parameter(request, "q"));
  std::vector<std::pair<bool, std::uint32_t>> found;
  for (std::uint32_t i = 0; i < folded.size(); ++i) {
    const std::size_t at = folded[i].find(sought);
    if (at != std::string::npos || sought == " ") found.emplace_back(at != 0, i);
  }
  std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
    return std::tuple(a.first, deeds[b.second].size(), a.second) <
           std::tuple(b.first, deeds[a.second].size(), b.second);
  });
  Json out = {{"total", found.size()}, {"offset", page.offset}, {"actors", Json::array()}};
  for (std::size_t i = page.offset; i < found.size() && i - page.offset < page.limit; ++i) {
    out["actors"].push_back(brief(graph.actors[found[i].second]));
  }
  return json(out);
}

Response Api::Rep::actor(std::string_view id) const {
  const Actor* found = graph.actor(id);
  if (found == nullptr) return problem(404, "no actor has this id");
  Json out = brief(*found);
  if (!found->sector.empty()) out["sector"] = found->sector;
  if (!found->qid.empty()) out["qid"] = found->qid;
  if (!found->offices.empty()) out["offices"] = found->offices;
  if (!found->aliases.empty()) out["aliases"] = found->aliases;
  out["counterparts"] = Json::array();
  for (const Counterpart& other : counterparts(number(*found))) {
    Json one = brief(graph.actors[other.actor]);
    one["together"] = other.count;
    out["counterparts"].push_back(std::move(one));
  }
  return json(out);
}

Response Api::Rep::interactions_of(std::string_view id, Request request) const {
  Page page;
  if (auto wrong = take_page(&request.query, &page); !wrong.empty()) return problem(400, wrong);
  if (auto wrong = unknown_parameter(request, {}); !wrong.empty()) return problem(400, wrong);
  const Actor* found = graph.actor(id);
  if (found == nullptr) return problem(404, "no actor has this id");
  std::vector<const Interaction*> all;
  for (const std::uint32_t deed : deeds[number(*found)]) all.push_back(&graph.interactions[deed]);
  std::stable_sort(all.begin(), all.end(),
                   [](const Interaction* a, const Interaction* b) { return b->date < a->date; });
  return json(listed(all, page));
}

Response Api::Rep::interaction(std::string_view id) const {
  const Interaction* found = graph.interaction(id);
  return found != nullptr ? json(to_json(graph, *found)) : problem(404, "no interaction has this id");
}

Response Api::Rep::answer(const Request& request) const {
  static constexpr std::string_view actors_folder = "/api/actors/";
  static constexpr std::string_view interactions_folder = "/api/interactions/";
  static constexpr std::string_view interactions_of_one = "/interactions";
  const std::string_view path = request.path;
  if (path == "/") return explorer(request);
  if (path == "/api/graph") return about();
  if (path == "/api/ask") return ask(request);
  if (path == "/api/talks") return talks(request);
  if (path == "/api/actors") return actors(request);
  if (const auto made = requested_report(graph, request)) {
    return *made ? Response{200, "application/json; charset=utf-8", in_format(**made, ResultFormat::json, false)}
                 : problem(made->error());
  }
  if (path == "/api/openapi.yaml") return {200, "application/yaml; charset=utf-8", openapi_yaml()};
  if (path.starts_with(interactions_folder)) return interaction(path.substr(interactions_folder.size()));
  if (path.starts_with(actors_folder)) {
    const std::string_view id = path.substr(actors_folder.size());
    if (graph.actor(id) == nullptr && id.ends_with(interactions_of_one)) {
      return interactions_of(id.substr(0, id.size() - interactions_of_one.size()), request);
    }
    return actor(id);
  }
  return problem(404, "nothing is here; see /api/openapi.yaml");
}

Api::Api(std::unique_ptr<Rep> rep) : rep_(std::move(rep)) {}
Api::Api(Api&&) noexcept = default;
Api& Api::operator=(Api&&) noexcept = default;
Api::~Api() = default;

Result<Api> Api::open(Graph graph, ExploreOptions options) {
  auto rep = std::make_unique<Rep>();
  auto rules = QuestionRules::builtin();
  if (!rules) return rules.error();
  rep->rules.emplace(std::move(*rules));
  rep->graph = std::move(graph);
  rep->options = std::move(options);
  rep->options.served = true;
  rep->index();
  if (has_explorer_page()) {
    const auto data = explore_data(rep->graph, rep->options);
    if (!data) return data.error();
    auto page = explorer_page(*data, true);
    if (!page) return page.error();
    rep->html = std::move(*page);
    rep->note = data->note;
  }
  return Api(std::move(rep));
}

Response Api::answer(const Request& request) const { return rep_->answer(request); }

const std::string& Api::note() const { return rep_->note; }

}  // namespace demarche::cli
