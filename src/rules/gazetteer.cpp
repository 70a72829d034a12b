#include "rules/gazetteer.h"

#include <algorithm>

#include "text/fold.h"
#include "text/tokens.h"

namespace demarche::rules {
namespace {

const std::vector<ActorIndex> none;

// Partial dates compare by their known prefix: "2009" covers every day of 2009.
bool not_after(std::string_view a, std::string_view b) {
  const std::size_t n = std::min(a.size(), b.size());
  return a.substr(0, n) <= b.substr(0, n);
}

bool covers(const Term& term, std::string_view day) {
  return (term.from.empty() || not_after(term.from, day)) && (term.until.empty() || not_after(day, term.until));
}

std::string shift_year(std::string_view day, int years) {
  if (day.size() < 4) return std::string(day);
  std::string out(day);
  const std::string year = std::to_string(std::stoi(out.substr(0, 4)) + years);
  out.replace(0, 4, year);
  return out;
}

bool all_capitals(std::string_view name) {
  bool letter = false;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') return false;
    letter = letter || (c >= 'A' && c <= 'Z');
  }
  return letter;
}

}  // namespace

std::string name_form(std::string_view token) {
  std::string form = text::fold(token);
  std::erase(form, '.');
  return form;
}

std::vector<std::string> name_words(std::string_view name) {
  static const text::Abbreviations no_abbreviations;
  std::vector<text::Token> tokens;
  text::tokenize(name, no_abbreviations, &tokens);
  std::vector<std::string> words;
  for (const text::Token& t : tokens) {
    if (t.is_word() || t.is_number()) words.push_back(name_form(text::view(name, t)));
    else if (t.punct == '&' || t.punct == '\'') words.emplace_back(text::view(name, t));
  }
  return words;
}

ActorIndex Gazetteer::add(KnownActor actor) {
  const auto index = static_cast<ActorIndex>(actors_.size());
  by_id_.emplace(actor.id, index);
  actors_.push_back(std::move(actor));
  return index;
}

void Gazetteer::add_terms(ActorIndex person, std::vector<Term> terms) {
  for (Term& t : terms) actors_[person].terms.push_back(std::move(t));
}

ActorIndex Gazetteer::find_id(std::string_view id) const {
  const auto it = by_id_.find(std::string(id));
  return it == by_id_.end() ? no_actor : it->second;
}

void Gazetteer::add_name(std::string_view name, NameKind kind, ActorIndex actor) {
  std::uint32_t node = 0;
  for (const std::string& word : name_words(name)) {
    const auto id = words_.try_emplace(word, static_cast<std::uint32_t>(words_.size() + 1)).first->second;
    const auto [it, fresh] = edges_.try_emplace(edge(node, id), nodes_);
    if (fresh) ++nodes_;
    node = it->second;
  }
  if (node == 0) return;
  auto& refs = names_[node];
  for (NameRef& r : refs) {
    if (r.actor != actor || r.kind != kind) continue;
    r.caps_only = r.caps_only && all_capitals(name);
    return;
  }
  refs.push_back({kind, all_capitals(name), actor});
}

void Gazetteer::finish() {
  for (ActorIndex i = 0; i < actors_.size(); ++i) {
    const KnownActor& a = actors_[i];
    for (std::uint32_t t = 0; t < a.terms.size(); ++t) {
      offices_[a.terms[t].office + "|" + a.terms[t].of].push_back({i, t});
    }
    if (a.kind != Kind::person) continue;
    const std::vector<std::string> words = name_words(a.name);
    if (words.size() > 1) given_names_[words.front()] = true;
    surnames_[text::fold(a.surname)].push_back(i);
  }
}

const std::vector<ActorIndex>* Gazetteer::by_surname(std::string_view folded) const {
  const auto it = surnames_.find(std::string(folded));
  return it == surnames_.end() ? nullptr : &it->second;
}

std::vector<ActorIndex> Gazetteer::holders(std::string_view office, std::string_view of, std::string_view day) const {
  std::vector<ActorIndex> out;
  if (day.empty()) return out;
  const auto it = offices_.find(std::string(office) + "|" + std::string(of));
  if (it == offices_.end()) return out;
  for (const Holding& h : it->second) {
    if (covers(actors_[h.person].terms[h.term], day) && std::find(out.begin(), out.end(), h.person) == out.end()) {
      out.push_back(h.person);
    }
  }
  return out;
}

bool Gazetteer::in_office(ActorIndex person, std::string_view day) const {
  const auto& terms = actors_[person].terms;
  return std::any_of(terms.begin(), terms.end(), [&](const Term& t) {
    return day.empty() || (covers(t, day) || covers(t, shift_year(day, -1)) || covers(t, shift_year(day, 1)));
  });
}

std::uint32_t Gazetteer::name_word(std::string_view folded) const {
  const auto it = words_.find(std::string(folded));
  return it == words_.end() ? 0 : it->second;
}

std::uint32_t Gazetteer::step(std::uint32_t node, std::uint32_t word) const {
  const auto it = edges_.find(edge(node, word));
  return it == edges_.end() ? 0 : it->second;
}

const std::vector<NameRef>* Gazetteer::names_at(std::uint32_t node) const {
  const auto it = names_.find(node);
  return it == names_.end() ? nullptr : &it->second;
}

}  // namespace demarche::rules
