#include "cli/plain_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "query/filter.h"

namespace demarche::cli {
namespace {

constexpr std::size_t chunk_without_sentences = 50000;

bool only_source_dates(const Interaction& each) {
  return each.date.empty() && each.date_precision == DatePrecision::document;
}

void drop_all_but_actors(Graph* graph) {
  graph->interactions.clear();
  graph->mentions.clear();
  graph->sources.clear();
}

// Interactions with their days, newest first, as answers list them.
class Newest {
 public:
  void add(const Graph& graph, const std::vector<std::string>& ids) {
    for (const std::string& id : ids) {
      const Interaction* each = graph.interaction(id);
      if (each == nullptr) continue;
      const auto days = query::days_of(graph, *each);
      found_.emplace_back(days ? days->first : text::Date{}, id);
    }
  }

  std::vector<std::string> ids() && {
    std::sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<std::string> out;
    for (auto& [day, id] : found_) out.push_back(std::move(id));
    return out;
  }

 private:
  std::vector<std::pair<text::Date, std::string>> found_;
};

}  // namespace

Error too_much(std::size_t interactions) {
  return {Cause::wrong_use,
          fmt::format("{} interactions would have to be read for this, which is too much for a server; narrow it by an "
                      "actor, a country or a period, or use the program itself",
                      interactions)};
}

bool is_plain(const Query& query) {
  return query.want == Want::interactions && query.actor.empty() && query.recipient.empty() && query.party.empty() &&
         query.about.empty() && query.place.empty() && query.at_least == 0 && query.pick == Pick::all &&
         query.rollup == Rollup::none;
}

bool is_told_by_scope(const Query& query) {
  const bool any_talk =
      std::all_of(query.action.begin(), query.action.end(), [](const auto& a) { return a == "talk"; });
  return is_plain(query) && any_talk && (query.action.empty() || query.event.empty()) && query.country.empty() &&
         query.context.empty();
}

std::vector<std::string> page_of(const std::vector<std::string>& all, std::size_t offset, std::size_t limit) {
  const std::size_t from = std::min(offset, all.size());
  const auto first = all.begin() + static_cast<std::ptrdiff_t>(from);
  return {first, first + static_cast<std::ptrdiff_t>(std::min(limit, all.size() - from))};
}

Result<Graph> listed_part(const Store& store, Graph actors, const std::vector<std::string>& interactions) {
  drop_all_but_actors(&actors);
  if (interactions.empty()) return actors;
  Scope scope;
  scope.interactions = interactions;
  return store.load(std::move(actors), scope);
}

Result<std::vector<std::string>> walk(const Store& store, Graph* graph, Scope scope, const Query& query,
                                      Query* understood) {
  const auto wanted = store.newest(*graph, scope, 0, most_without_sentences);
  if (!wanted) return wanted.error();
  Newest newest;
  std::vector<std::string> undated;
  const auto look_at = [&](std::vector<std::string> ids, bool evidence) -> Result<Done> {
    drop_all_but_actors(graph);
    scope.interactions = std::move(ids);
    scope.evidence = evidence;
    auto part = store.load(std::move(*graph), scope);
    if (!part) return part.error();
    *graph = std::move(*part);
    if (!evidence) {
      // Those that only their sources date need these in a second round.
      for (const Interaction& each : graph->interactions) {
        if (only_source_dates(each)) undated.push_back(each.id);
      }
      std::erase_if(graph->interactions, only_source_dates);
    }
    auto answer = run(*graph, query);
    if (!answer) return answer.error();
    newest.add(*graph, answer->interactions);
    *understood = std::move(answer->query);
    return Done{};
  };
  const std::vector<std::string>& ids = wanted->interactions;
  for (std::size_t at = 0; at == 0 || at < ids.size(); at += chunk_without_sentences) {
    if (auto done = look_at(page_of(ids, at, chunk_without_sentences), false); !done) return done.error();
  }
  if (undated.size() > most_at_once) return too_much(undated.size());
  if (!undated.empty()) {
    if (auto done = look_at(std::move(undated), true); !done) return done.error();
  }
  drop_all_but_actors(graph);
  return std::move(newest).ids();
}

}  // namespace demarche::cli
