#include "cli/served_graph.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "cli/graph_file.h"
#include "cli/plain_list.h"
#include "demarche/store.h"

namespace demarche::cli {
namespace {

// Answers that need fewer are made side by side.
constexpr std::size_t few = 4000;

// JSON does not tell how much each actor does.
void count_interactions(Graph* graph) {
  std::unordered_map<std::string_view, Actor*> by_id;
  for (Actor& actor : graph->actors) {
    actor.interactions = 0;
    by_id.emplace(actor.id, &actor);
  }
  for (const Interaction& each : graph->interactions) {
    std::set<std::string_view> present(each.actor.begin(), each.actor.end());
    present.insert(each.recipient.begin(), each.recipient.end());
    for (const std::string_view id : present) {
      if (const auto found = by_id.find(id); found != by_id.end()) ++found->second->interactions;
    }
  }
}

// What the allocator keeps of a large answer, others could use.
void give_back_memory() {
#ifdef __GLIBC__
  ::malloc_trim(0);
#endif
}

}  // namespace

struct ServedGraph::Rep {
  std::string path;
  Part names;
  bool whole = false;
  mutable std::mutex large, drawing;

  // A graph that keeps others from being made while it takes much memory.
  struct Held {
    Held(std::unique_lock<std::mutex> only, Graph all) : alone(std::move(only)), graph(std::move(all)) {}
    ~Held() {
      if (!alone) return;
      graph = Graph();
      give_back_memory();
    }
    std::unique_lock<std::mutex> alone;
    Graph graph;
  };
  static Part hold(std::unique_lock<std::mutex> alone, Graph graph) {
    const auto held = std::make_shared<Held>(std::move(alone), std::move(graph));
    return Part(held, &held->graph);
  }

  // What `choose` wants of the store; everything for nullopt.
  Result<Part> read(const std::function<std::optional<Scope>(const Graph& actors)>& choose) const;
  Result<Part> read(const Store& store, Graph actors, const Scope& scope, std::size_t most) const;
  Result<Found> find_plain(const Query& query, std::size_t offset, std::size_t limit) const;
  Result<Reported> from_dealings(const Query& query, Kind kind) const;
  Result<Reported> from_steps(const Query& query) const;
};

Result<ServedGraph::Part> ServedGraph::Rep::read(const Store& store, Graph actors, const Scope& scope,
                                                 std::size_t most) const {
  const auto listed = store.newest(actors, scope, 0, 0);
  if (!listed) return listed.error();
  if (listed->total > most) return too_much(listed->total);
  std::unique_lock<std::mutex> alone;
  if (listed->total > few) alone = std::unique_lock(large);
  auto graph = store.load(std::move(actors), scope);
  if (!graph) return graph.error();
  return hold(std::move(alone), std::move(*graph));
}

Result<ServedGraph::Part> ServedGraph::Rep::read(
    const std::function<std::optional<Scope>(const Graph& actors)>& choose) const {
  if (whole) return names;
  const auto store = open_store(path, Store::Mode::read);
  if (!store) return store.error();
  auto actors = store->load_actors();
  if (!actors) return actors.error();
  auto scope = choose(*actors);
  if (scope) {
    scope->mapped = false;
    return read(*store, std::move(*actors), *scope, scope->evidence ? most_at_once : most_without_sentences);
  }
  const auto counts = store->counts();
  if (!counts) return counts.error();
  if (counts->interactions > most_at_once) return too_much(counts->interactions);
  std::unique_lock alone(large);
  auto graph = store->load();
  if (!graph) return graph.error();
  return hold(std::move(alone), std::move(*graph));
}

// Of what the scope tells exactly only the page is read, of other lists all, without their sentences, some at a time.
Result<ServedGraph::Found> ServedGraph::Rep::find_plain(const Query& query, std::size_t offset,
                                                        std::size_t limit) const {
  const auto store = open_store(path, Store::Mode::read);
  if (!store) return store.error();
  auto graph = store->load_actors();
  if (!graph) return graph.error();
  Scope scope = *scope_of(*graph, query);
  scope.mapped = false;
  std::unique_lock alone(large);
  const bool exact = is_told_by_scope(query);
  if (exact && !query.action.empty()) scope.tours = false;  // as talks are understood, see src/query/family.h
  const auto first = store->newest(*graph, scope, offset, exact ? limit : 0);
  if (!first) return first.error();
  // A period takes in nothing undated.
  const std::uint64_t doubtful =
      query.since.empty() && query.until.empty() ? first->dated_by_documents : first->undated;
  Found found;
  if (exact && doubtful == 0) {
    auto answer = run(*graph, query);  // of no interactions: the query as it was understood
    if (!answer) return answer.error();
    found.answer = std::move(*answer);
    found.total = first->total;
    found.listed = first->interactions;
  } else {
    if (first->total > most_without_sentences) return too_much(first->total);
    auto all = walk(*store, &*graph, scope, query, &found.answer.query);
    if (!all) return all.error();
    found.total = all->size();
    found.listed = page_of(*all, offset, limit);
  }
  auto part = listed_part(*store, std::move(*graph), found.listed);
  if (!part) return part.error();
  found.part = hold(std::move(alone), std::move(*part));
  return found;
}

Result<ServedGraph::Reported> ServedGraph::Rep::from_dealings(const Query& query, Kind kind) const {
  const auto store = open_store(path, Store::Mode::read);
  if (!store) return store.error();
  auto actors = store->load_actors();
  if (!actors) return actors.error();
  std::unique_lock alone(large);
  const auto dealings = store->dealings(*scope_of(*actors, query));
  if (!dealings) return dealings.error();
  Report made = kind == Kind::communities ? demarche::communities(*actors, *dealings, query)
                                          : demarche::ranking(*actors, *dealings, query);
  return Reported{std::move(made), hold(std::move(alone), std::move(*actors))};
}

Result<ServedGraph::Reported> ServedGraph::Rep::from_steps(const Query& query) const {
  const auto store = open_store(path, Store::Mode::read);
  if (!store) return store.error();
  auto actors = store->load_actors();
  if (!actors) return actors.error();
  Scope scope = *scope_of(*actors, query);
  Steps steps;
  {
    const std::lock_guard alone(large);
    const auto dealings = store->dealings(scope);
    if (!dealings) return dealings.error();
    steps = path_steps(*actors, *dealings, query);
  }
  scope.pairs = steps;
  scope.mapped = false;
  if (steps.empty()) scope.parties = {{"nobody"}};
  auto part = read(*store, std::move(*actors), scope, most_at_once);
  if (!part) return part.error();
  auto made = demarche::path(**part, query, steps);
  if (!made) return made.error();
  return Reported{std::move(*made), std::move(*part)};
}

ServedGraph::ServedGraph(std::unique_ptr<Rep> rep) : rep_(std::move(rep)) {}
ServedGraph::ServedGraph(ServedGraph&&) noexcept = default;
ServedGraph& ServedGraph::operator=(ServedGraph&&) noexcept = default;
ServedGraph::~ServedGraph() = default;

Result<ServedGraph> ServedGraph::open(const std::string& path) {
  if (auto checked = check_graph(path); !checked) return checked.error();
  auto graph = load_names(path);
  if (!graph) return graph.error();
  auto rep = std::make_unique<Rep>();
  rep->path = path;
  rep->whole = is_graph_text(path) || !graph->interactions.empty();
  if (rep->whole) count_interactions(&*graph);
  rep->names = std::make_shared<const Graph>(std::move(*graph));
  return ServedGraph(std::move(rep));
}

const Graph& ServedGraph::names() const { return *rep_->names; }

Result<Whole> ServedGraph::size() const {
  const Graph& graph = names();
  if (rep_->whole) {
    return Whole{graph.actors.size(), graph.interactions.size(), graph.mentions.size(), graph.sources.size(), 0};
  }
  const auto store = open_store(rep_->path, Store::Mode::read);
  if (!store) return store.error();
  const auto counts = store->counts();
  if (!counts) return counts.error();
  return Whole{counts->actors, counts->interactions, counts->mentions, counts->documents, 0};
}

Result<ServedGraph::Part> ServedGraph::part_for(const Query& query) const {
  return rep_->read([&](const Graph& actors) { return scope_of(actors, query); });
}

Result<ServedGraph::Part> ServedGraph::deeds_of(const std::string& actor) const {
  return rep_->read([&](const Graph&) {
    Scope scope;
    scope.parties = {{actor}};
    scope.evidence = false;
    return scope;
  });
}

Result<ServedGraph::Part> ServedGraph::told(const std::vector<std::string>& interactions) const {
  return rep_->read([&](const Graph&) {
    Scope scope;
    scope.interactions = interactions;
    if (interactions.empty()) scope.parties = {{"nobody"}};
    return scope;
  });
}

Result<ServedGraph::Found> ServedGraph::find(const Query& query, std::size_t offset, std::size_t limit) const {
  if (!rep_->whole && is_plain(query)) return rep_->find_plain(query, offset, limit);
  auto part = part_for(query);
  if (!part) return part.error();
  auto answer = run(**part, query);
  if (!answer) return answer.error();
  Found found;
  found.total = answer->interactions.size();
  found.listed = page_of(answer->interactions, offset, limit);
  found.answer = std::move(*answer);
  found.part = std::move(*part);
  return found;
}

Result<ServedGraph::Reported> ServedGraph::report(const Query& query, Kind kind) const {
  if (!rep_->whole && needs_only_dealings(query)) return rep_->from_dealings(query, kind);
  if (!rep_->whole && kind == Kind::as_asked && needs_only_steps(query)) return rep_->from_steps(query);
  auto part = part_for(query);
  if (!part) return part.error();
  auto made = kind == Kind::communities ? demarche::communities(**part, query) : demarche::report(**part, query);
  if (!made) return made.error();
  return Reported{std::move(*made), std::move(*part)};
}

Result<ExploreData> ServedGraph::page(ExploreOptions options) const {
  const std::lock_guard one(rep_->drawing);
  if (rep_->whole) return explore_data(names(), options);
  const auto store = open_store(rep_->path, Store::Mode::read);
  if (!store) return store.error();
  const std::lock_guard alone(rep_->large);
  auto data = [&]() -> Result<ExploreData> {
    const auto part = explore_part(*store, &options);
    if (!part) return part.error();
    return explore_data(*part, options);
  }();
  give_back_memory();
  return data;
}

}  // namespace demarche::cli
