#include "cli/api.h"

#include <algorithm>
#include <charconv>
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
  const Actor* actor;
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
  explicit Rep(ServedGraph served) : graph(std::move(served)) {}

  ServedGraph graph;
  std::optional<QuestionRules> rules;
  ExploreOptions options;
  std::string html;  // the page; empty when the program was built without it
  std::string note;
  std::vector<std::string> folded;  // names of the actors, with their aliases

  Response answer(const Request& request) const;
  Response explorer(const Request& request) const;
  Response about() const;
  Response ask(const Request& request) const;
  Response talks(Request request) const;
  Response report(const Query& query, ServedGraph::Kind kind) const;
  Response actors(Request request) const;
  Response actor(const std::string& id) const;
  Response interactions_of(const std::string& id, Request request) const;
  Response interaction(const std::string& id) const;

  const std::vector<Actor>& people() const { return graph.names().actors; }
  void fold_names();
};

namespace {

Json brief(const Actor& actor) {
  Json out = {{"id", actor.id}, {"name", actor.name}, {"kind", to_string(actor.kind)}};
  if (!actor.code.empty()) out["code"] = actor.code;
  out["interactions"] = actor.interactions;
  return out;
}

bool takes_part(const Interaction& interaction, std::string_view id) {
  const auto has = [&](const std::vector<std::string>& side) {
    return std::find(side.begin(), side.end(), id) != side.end();
  };
  return has(interaction.actor) || has(interaction.recipient);
}

// Those with whom an actor of the part has most to do.
std::vector<Counterpart> counterparts(const Graph& part, const Graph& names, std::string_view self) {
  std::unordered_map<std::string_view, std::uint32_t> counts;
  for (const Interaction& deed : part.interactions) {
    if (!takes_part(deed, self)) continue;
    std::set<std::string_view> others;
    for (const auto* side : {&deed.actor, &deed.recipient}) others.insert(side->begin(), side->end());
    for (const std::string_view id : others) ++counts[id];
  }
  std::vector<Counterpart> out;
  for (const auto& [id, count] : counts) {
    const Actor* other = names.actor(id);
    if (other != nullptr && id != self) out.push_back({other, count});
  }
  std::sort(out.begin(), out.end(), [](const Counterpart& a, const Counterpart& b) {
    return std::pair(b.count, a.actor) < std::pair(a.count, b.actor);
  });
  if (out.size() > most_counterparts) out.resize(most_counterparts);
  return out;
}

std::vector<std::string> on_page(const std::vector<std::string>& all, const Page& page) {
  std::vector<std::string> out;
  for (std::size_t i = page.offset; i < all.size() && i - page.offset < page.limit; ++i) out.push_back(all[i]);
  return out;
}

Json listed(const Graph& graph, std::size_t total, const Page& page, const std::vector<std::string>& shown) {
  Json out = {{"total", total}, {"offset", page.offset}, {"interactions", Json::array()}};
  for (const std::string& id : shown) {
    if (const Interaction* found = graph.interaction(id)) out["interactions"].push_back(to_json(graph, *found));
  }
  return out;
}

}  // namespace

void Api::Rep::fold_names() {
  for (const Actor& actor : people()) {
    std::string names = " " + text::fold(actor.name);
    for (const std::string& alias : actor.aliases) names += "\n " + text::fold(alias);
    folded.push_back(std::move(names));
  }
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
  if (graph.names().actor(wish.around) == nullptr) return problem(404, "no actor has this id");
  const auto data = graph.page(wish);
  if (!data) return problem(data.error());
  auto made = explorer_page(*data, true);
  if (!made) return problem(made.error());
  response.body = std::move(*made);
  return response;
}

Response Api::Rep::about() const {
  const auto size = graph.size();
  if (!size) return problem(size.error());
  return json({{"actors", size->actors},
               {"interactions", size->interactions},
               {"mentions", size->mentions},
               {"sources", size->sources}});
}

Response Api::Rep::ask(const Request& request) const {
  if (auto wrong = unknown_parameter(request, {"q", "today"}); !wrong.empty()) return problem(400, wrong);
  const std::string question = parameter(request, "q");
  if (question.empty()) return problem(400, "q: the question is missing");
  std::string today = parameter(request, "today");
  if (today.empty()) today = local_day();
  if (const auto day = text::parse_iso(today); !day || day->day == 0)
    return problem(400, "today: a day like 2010-05-13");
  const auto reading = rules->read(question, today, graph.names());
  if (!reading) return problem(reading.error());
  const Query* const query = &reading->query;
  if (is_report(*query)) {
    const auto made = graph.report(*query, ServedGraph::Kind::as_asked);
    return made ? json(report_json(*made->part, question, made->report)) : problem(made.error());
  }
  const auto part = graph.part_for(*query);
  if (!part) return problem(part.error());
  const auto told = run(**part, *query);
  if (!told) return problem(told.error());
  const bool found = !told->answers.empty() && told->answers[0] != "unknown";
  const bool named = std::any_of(query->about.begin(), query->about.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!found && named) {
    // A name that means nobody was tried as a topic.
    const auto first = rules->understand(question, today);
    if (const auto known = run(graph.names(), *first); !known) return problem(known.error());
  }
  return json(to_json(**part, question, *told));
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
  const auto found = graph.find(query, page.offset, page.limit);
  if (!found) return problem(found.error());
  const Answer& told = found->answer;
  if (!told.candidates.empty()) return json({{"error", names_choice(told)}, {"candidates", told.candidates}}, 400);
  Json out = {{"query", to_json(told.query)}};
  out.update(listed(*found->part, found->total, page, found->listed));
  return json(out);
}

Response Api::Rep::report(const Query& query, ServedGraph::Kind kind) const {
  const auto made = graph.report(query, kind);
  if (!made) return problem(made.error());
  return {200, "application/json; charset=utf-8", in_format(made->report, ResultFormat::json, false)};
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
  const auto busy = [&](std::uint32_t i) { return people()[i].interactions; };
  std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
    return std::tuple(a.first, busy(b.second), a.second) < std::tuple(b.first, busy(a.second), b.second);
  });
  Json out = {{"total", found.size()}, {"offset", page.offset}, {"actors", Json::array()}};
  for (std::size_t i = page.offset; i < found.size() && i - page.offset < page.limit; ++i) {
    out["actors"].push_back(brief(people()[found[i].second]));
  }
  return json(out);
}

Response Api::Rep::actor(const std::string& id) const {
  const Actor* found = graph.names().actor(id);
  if (found == nullptr) return problem(404, "no actor has this id");
  const auto deeds = graph.deeds_of(id);
  if (!deeds) return problem(deeds.error());
  Json out = brief(*found);
  const auto own = [&](const Interaction& deed) { return takes_part(deed, id); };
  out["interactions"] = std::count_if((*deeds)->interactions.begin(), (*deeds)->interactions.end(), own);
  if (!found->sector.empty()) out["sector"] = found->sector;
  if (!found->qid.empty()) out["qid"] = found->qid;
  if (!found->offices.empty()) out["offices"] = found->offices;
  if (!found->aliases.empty()) out["aliases"] = found->aliases;
  out["counterparts"] = Json::array();
  for (const Counterpart& other : counterparts(**deeds, graph.names(), id)) {
    Json one = brief(*other.actor);
    one["together"] = other.count;
    out["counterparts"].push_back(std::move(one));
  }
  return json(out);
}

Response Api::Rep::interactions_of(const std::string& id, Request request) const {
  Page page;
  if (auto wrong = take_page(&request.query, &page); !wrong.empty()) return problem(400, wrong);
  if (auto wrong = unknown_parameter(request, {}); !wrong.empty()) return problem(400, wrong);
  if (graph.names().actor(id) == nullptr) return problem(404, "no actor has this id");
  std::vector<std::pair<std::string, std::string>> dated;
  {
    const auto deeds = graph.deeds_of(id);
    if (!deeds) return problem(deeds.error());
    for (const Interaction& deed : (*deeds)->interactions) {
      if (takes_part(deed, id)) dated.emplace_back(deed.date, deed.id);
    }
  }
  std::stable_sort(dated.begin(), dated.end(), [](const auto& a, const auto& b) { return b.first < a.first; });
  std::vector<std::string> all;
  for (auto& [date, deed] : dated) all.push_back(std::move(deed));
  const std::vector<std::string> shown = on_page(all, page);
  const auto part = graph.told(shown);
  return part ? json(listed(**part, all.size(), page, shown)) : problem(part.error());
}

Response Api::Rep::interaction(const std::string& id) const {
  const auto part = graph.told({id});
  if (!part) return problem(part.error());
  const Interaction* found = (*part)->interaction(id);
  return found != nullptr ? json(to_json(**part, *found)) : problem(404, "no interaction has this id");
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
  if (const auto wish = requested_report(request)) {
    return *wish ? report((*wish)->query, (*wish)->kind) : problem(wish->error());
  }
  if (path == "/api/openapi.yaml") return {200, "application/yaml; charset=utf-8", openapi_yaml()};
  if (path.starts_with(interactions_folder)) return interaction(std::string(path.substr(interactions_folder.size())));
  if (path.starts_with(actors_folder)) {
    const std::string id(path.substr(actors_folder.size()));
    if (graph.names().actor(id) == nullptr && id.ends_with(interactions_of_one)) {
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

Result<Api> Api::open(ServedGraph graph, ExploreOptions options) {
  auto rep = std::make_unique<Rep>(std::move(graph));
  auto rules = QuestionRules::builtin();
  if (!rules) return rules.error();
  rep->rules.emplace(std::move(*rules));
  rep->options = std::move(options);
  rep->options.served = true;
  rep->fold_names();
  if (has_explorer_page()) {
    const auto data = rep->graph.page(rep->options);
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
