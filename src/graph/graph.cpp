#include "demarche/graph.h"

#include <algorithm>
#include <utility>

#include "graph/merge.h"
#include "graph/near_copy.h"
#include "text/date.h"
#include "text/shingles.h"
#include "text/title_day.h"

namespace demarche {
namespace {

template <typename T>
const T* find(const std::vector<T>& list, std::string_view id) {
  const auto at =
      std::lower_bound(list.begin(), list.end(), id, [](const T& item, std::string_view key) { return item.id < key; });
  return at != list.end() && at->id == id ? &*at : nullptr;
}

}  // namespace

const Actor* Graph::actor(std::string_view id) const { return find(actors, id); }
const Interaction* Graph::interaction(std::string_view id) const { return find(interactions, id); }
const Mention* Graph::mention(std::string_view id) const { return find(mentions, id); }
const Source* Graph::source(std::string_view id) const { return find(sources, id); }

Source source_of(const Document& document) {
  std::string date = document.date;
  if (date.empty()) {
    // "Press briefing, 18 July 2016": the day by which the text itself was read.
    if (const auto day = text::title_day(document.title, false)) date = text::iso(*day);
  }
  return {document.id,
          document.title,
          std::move(date),
          document.url,
          document.publication,
          document.language,
          graph::fingerprint(document.text),
          document.mentions.empty() ? text::signature_of(document.text) : "",
          ""};
}

void GraphBuilder::add(const Document& document, std::vector<Mention> mentions) {
  add(source_of(document), std::move(mentions));
}

void GraphBuilder::add(Source source, std::vector<Mention> mentions) {
  for (Mention& m : mentions) {
    m.doc = source.id;
    m.title = source.title;
    m.url = source.url;
    m.publication = source.publication;
    m.language = source.language;
  }
  const std::string id = source.id;
  entries_[id] = {std::move(source), std::move(mentions)};
}

void GraphBuilder::add(const Graph& graph) {
  std::map<std::string_view, std::vector<Mention>> by_document;
  for (const Mention& m : graph.mentions) by_document[m.doc].push_back(m);
  for (const Source& source : graph.sources) add(source, std::move(by_document[source.id]));
}

Graph GraphBuilder::finish() const& { return GraphBuilder(*this).finish_here(); }
Graph GraphBuilder::finish() && { return finish_here(); }

Graph GraphBuilder::finish_here() {
  std::vector<Source> sources;
  std::vector<Mention> mentions;
  for (auto& [id, entry] : entries_) {
    sources.push_back(std::move(entry.source));
    std::move(entry.mentions.begin(), entry.mentions.end(), std::back_inserter(mentions));
    entry.mentions = {};
  }
  entries_.clear();
  return graph::merge(std::move(sources), std::move(mentions), std::move(decisions_));
}

}  // namespace demarche
