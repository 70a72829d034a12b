#include "graph/resolution.h"

#include <algorithm>
#include <utility>

#include "text/fold.h"

namespace demarche::graph {
namespace {

bool same_words(const std::string& folded, const std::string& words) {
  return !words.empty() && text::fold(words) == folded;
}

}  // namespace

Resolution::Resolution(std::vector<Decision> decisions) {
  for (Decision& d : decisions) {
    if (d.undone) continue;
    Active& active = decisions_.emplace_back();
    if (d.kind == Decision::Kind::alias) active.slug = text::slug(d.name);
    if (d.kind == Decision::Kind::split) active.mark = std::to_string(d.number) + ";";
    active.called = text::fold(d.called);
    active.office = text::fold(d.office);
    active.decision = std::move(d);
  }
}

std::string Resolution::tag(const Entity& entity, const Source& document) const {
  std::string tag;
  for (const Active& a : decisions_) {
    const Decision& d = a.decision;
    if (d.kind != Decision::Kind::split) continue;
    const auto& documents = d.documents;
    const bool here =
        documents.empty() || std::find(documents.begin(), documents.end(), document.id) != documents.end();
    const bool called =
        a.called.empty() || same_words(a.called, entity.identifier_text) || same_words(a.called, entity.entity_text);
    const bool country = d.country.empty() || d.country == entity.code;
    const bool office = a.office.empty() || text::fold(entity.office).find(a.office) != std::string::npos;
    const std::string_view day = document.date;
    const bool since = d.since.empty() || (!day.empty() && day.substr(0, d.since.size()) >= d.since);
    const bool until = d.until.empty() || (!day.empty() && day.substr(0, d.until.size()) <= d.until);
    if (here && called && country && office && since && until) tag += a.mark;
  }
  return tag;
}

std::string Resolution::resolve(std::string id, const std::string& slug, const std::string& tag) const {
  for (const Active& a : decisions_) {
    const Decision& d = a.decision;
    switch (d.kind) {
      case Decision::Kind::merge:
        if (id == d.other) id = d.actor;
        break;
      case Decision::Kind::split:
        if (id == d.actor && (";" + tag).find(";" + a.mark) != std::string::npos) id = d.other;
        break;
      case Decision::Kind::alias:
        if (slug == a.slug) id = d.actor;
        break;
    }
  }
  return id;
}

std::string Resolution::given_name(std::string_view id) const {
  std::string name;
  for (const Active& a : decisions_) {
    if (a.decision.kind == Decision::Kind::split && a.decision.other == id && !a.decision.name.empty()) {
      name = a.decision.name;
    }
  }
  return name;
}

std::vector<std::string> Resolution::aliases(std::string_view id) const {
  std::vector<std::string> names;
  for (const Active& a : decisions_) {
    if (a.decision.kind == Decision::Kind::alias && a.decision.actor == id) names.push_back(a.decision.name);
  }
  return names;
}

}  // namespace demarche::graph
