#include "graph/actor_index.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "text/fold.h"

namespace demarche::graph {
namespace {

using Tally = std::map<std::string, std::uint32_t>;

const std::string& name_of(const Entity& entity) {
  return entity.identifier_text.empty() ? entity.entity_text : entity.identifier_text;
}

std::string joined(const Entity& e) {
  std::string key;
  for (const std::string* part : {&e.actor, &e.identifier_id, &name_of(e), &e.code}) key.append(*part) += '\x1F';
  key += static_cast<char>('0' + static_cast<int>(e.kind));
  return key;
}

std::string open_world_id(const std::string& slug, const std::string& code) {
  std::string id = "x.";
  id += slug;
  if (!code.empty()) id.append(1, '-').append(text::slug(code));
  return id;
}

// Most frequent first; equals in the order of the alphabet.
std::vector<std::string> by_frequency(const Tally& tally) {
  std::vector<Tally::const_iterator> rows;
  for (auto row = tally.begin(); row != tally.end(); ++row) rows.push_back(row);
  std::stable_sort(rows.begin(), rows.end(), [](auto a, auto b) { return a->second > b->second; });
  std::vector<std::string> out;
  for (const auto& row : rows) out.push_back(row->first);
  return out;
}

// "DEPUTY SECRETARY" is "Deputy Secretary": one office, in the case that most texts write, and of a headline's capitals
// only where no text writes others.
Tally in_one_case(const Tally& offices) {
  struct Wording {
    const std::string* words;
    std::uint32_t best, all;
  };
  const auto capitals = [](const std::string& s) {
    return std::none_of(s.begin(), s.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  };
  std::map<std::string, Wording> merged;
  for (const auto& [words, count] : offices) {
    const auto [at, fresh] = merged.try_emplace(text::fold(words), Wording{&words, count, 0});
    Wording& w = at->second;
    w.all += count;
    const bool louder = capitals(*w.words) && !capitals(words);
    if (!fresh && (louder || (count > w.best && capitals(*w.words) == capitals(words)))) w = {&words, count, w.all};
  }
  Tally out;
  for (const auto& [folded, w] : merged) out[*w.words] = w.all;
  return out;
}

std::string most_frequent(const Tally& tally) {
  const auto best =
      std::max_element(tally.begin(), tally.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == tally.end() ? std::string() : best->first;
}

bool same_kind(Kind a, Kind b) { return a == b || a == Kind::other || b == Kind::other; }

std::vector<std::string> words_of(const std::string& s) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : s + ' ') {
    if (c != ' ' && c != '\n' && c != '\t') {
      word += c;
    } else if (!word.empty()) {
      out.push_back(std::exchange(word, {}));
    }
  }
  return out;
}

// words[from] … words[to - 1] with spaces between.
std::string spaced(const std::vector<std::string>& words, std::size_t from, std::size_t to) {
  std::string out;
  for (std::size_t i = from; i < to && i < words.size(); ++i) {
    if (i > from) out += ' ';
    out += words[i];
  }
  return out;
}

void drop_possessive(std::string* word) {
  for (const std::string_view ending : {"'s", "\u2019s"}) {
    if (word->ends_with(ending)) word->resize(word->size() - ending.size());
  }
}

std::string bare(std::string word) {
  drop_possessive(&word);
  return text::slug(word);
}

bool starts_as_name(const std::string& words) {
  const auto c = static_cast<unsigned char>(words.front());
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0xC3;
}

// Words that begin a phrase that is no name, though a sentence may begin with them in capitals.
bool is_function_word(const std::string& word) {
  static const std::set<std::string> words = {
      "a",    "all",   "an",      "another", "any",  "both", "each",  "either", "every", "few",  "former",  "he",
      "her",  "him",   "his",     "i",       "it",   "its",  "many",  "me",     "most",  "my",   "neither", "one",
      "our",  "ours",  "several", "she",     "some", "such", "that",  "the",    "their", "them", "these",   "they",
      "this", "those", "three",   "two",     "us",   "we",   "which", "who",    "whom",  "you",  "your"};
  return words.contains(word);
}

// "Secretary Clinton" → "Clinton", "Nasser Judeh, Jordan's foreign minister" → "Nasser Judeh".
std::string person_part(const std::vector<std::string>& words, const std::string& name) {
  std::set<std::string> known;
  for (const std::string& word : words_of(name)) known.insert(bare(word));
  std::size_t first = words.size();
  std::size_t last = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!known.contains(bare(words[i]))) continue;
    first = std::min(first, i);
    last = i;
  }
  std::string out = spaced(words, first, last + 1);
  while (!out.empty() && (out.back() == ',' || out.back() == '.')) out.pop_back();
  drop_possessive(&out);
  return out;
}

}  // namespace

// "Bill Burns" for William Burns: two or three capitalised words with the surname last, none of them of an office.
bool is_other_first_name(const std::vector<std::string>& words, const std::string& name,
                         const std::set<std::string>& office_words) {
  const std::vector<std::string> known = words_of(name);
  if (words.size() < 2 || words.size() > 3 || known.empty() || bare(words.back()) != bare(known.back())) return false;
  for (const std::string& word : words) {
    if (!starts_as_name(word) || word.find(',') != std::string::npos || office_words.contains(bare(word))) return false;
  }
  return true;
}

std::string alias_in(const std::string& words, const std::string& name, Kind kind,
                     const std::set<std::string>& office_words) {
  std::vector<std::string> list = words_of(words);
  if (!list.empty() && text::fold(list.front()) == "the") list.erase(list.begin());
  if (list.empty() || is_function_word(text::fold(list.front()))) return {};
  std::string out;
  if (kind == Kind::person && !office_words.empty() && is_other_first_name(list, name, office_words)) {
    out = spaced(list, 0, list.size());
    drop_possessive(&out);
  } else if (kind == Kind::person) {
    out = person_part(list, name);
  } else {
    out = spaced(list, 0, list.size());
  }
  return out.empty() || out == name || !starts_as_name(out) ? std::string() : out;
}

std::uint32_t ActorIndex::see(const Entity& entity, const std::string& tag) {
  const auto next = static_cast<std::uint32_t>(forms_.size());
  const auto [at, fresh] = numbers_.try_emplace(joined(entity) + tag, next);
  if (fresh) {
    const std::string& name = name_of(entity);
    forms_.push_back({entity.actor,
                      entity.identifier_id,
                      name,
                      entity.code,
                      text::slug(name),
                      entity.kind,
                      0,
                      {},
                      {},
                      {},
                      tag,
                      {},
                      false,
                      0});
  }
  Form& form = forms_[at->second];
  ++form.count;
  if (!entity.entity_text.empty()) ++form.words[entity.entity_text];
  if (!entity.sector.empty()) ++form.sectors[entity.sector];
  if (!entity.office.empty()) ++form.offices[entity.office];
  return at->second;
}

std::vector<ActorIndex::Form*> ActorIndex::sorted_forms() {
  std::vector<Form*> out;
  for (Form& form : forms_) out.push_back(&form);
  std::sort(out.begin(), out.end(), [](const Form* a, const Form* b) {
    return std::tie(a->gazetteer, a->qid, a->name, a->code, a->kind, a->tag) <
           std::tie(b->gazetteer, b->qid, b->name, b->code, b->kind, b->tag);
  });
  return out;
}

std::vector<const ActorIndex::Form*> ActorIndex::sorted_forms() const {
  std::vector<const Form*> out;
  for (const Form* form : const_cast<ActorIndex*>(this)->sorted_forms()) out.push_back(form);
  return out;
}

void ActorIndex::settle() {
  const std::vector<Form*> forms = sorted_forms();
  settle_by_gazetteer(forms);
  settle_by_qid(forms);
  settle_by_name(forms);
  settle_by_decision(forms);
  ids_.clear();
  for (const Form* form : forms) ids_.push_back(form->id);
  std::sort(ids_.begin(), ids_.end());
  ids_.erase(std::unique(ids_.begin(), ids_.end()), ids_.end());
  for (Form* form : forms) {
    form->actor_number =
        static_cast<std::uint32_t>(std::lower_bound(ids_.begin(), ids_.end(), form->id) - ids_.begin());
  }
}

void ActorIndex::settle_by_decision(const std::vector<Form*>& forms) {
  if (resolution_ == nullptr || resolution_->empty()) return;
  for (Form* form : forms) {
    std::string id = resolution_->resolve(form->id, form->slug, form->tag);
    form->moved = id != form->id;
    form->id = std::move(id);
  }
}

void ActorIndex::settle_by_gazetteer(const std::vector<Form*>& forms) {
  for (Form* form : forms) form->id = form->gazetteer;
}

void ActorIndex::settle_by_qid(const std::vector<Form*>& forms) {
  std::map<std::string, const Form*> owner;  // the form that names the QID's actor
  for (const Form* form : forms) {
    if (form->qid.empty()) continue;
    const Form*& best = owner[form->qid];
    const bool better = best == nullptr || (best->gazetteer.empty() && !form->gazetteer.empty()) ||
                        (best->gazetteer.empty() && form->count > best->count);
    if (better) best = form;
  }
  for (Form* form : forms) {
    if (!form->id.empty() || form->qid.empty()) continue;
    const Form* best = owner[form->qid];
    form->id = best->gazetteer.empty() ? open_world_id(best->slug, best->code) : best->gazetteer;
  }
}

void ActorIndex::settle_by_name(const std::vector<Form*>& forms) {
  std::map<std::string, std::vector<const Form*>> known;  // by slug: forms whose actor is certain
  for (const Form* form : forms) {
    if (!form->id.empty()) known[form->slug].push_back(form);
  }
  const auto only_match = [&known](const Form& form) {
    std::set<std::string> ids;
    for (const Form* other : known[form.slug]) {
      const bool country = form.code.empty() || other->code.empty() || form.code == other->code;
      if (country && same_kind(form.kind, other->kind)) ids.insert(other->id);
    }
    return ids.size() == 1 ? *ids.begin() : std::string();
  };
  const auto settle_those = [&](bool with_code) {
    std::vector<Form*> settled;
    for (Form* form : forms) {
      if (!form->id.empty() || form->code.empty() == with_code) continue;
      const std::string match = only_match(*form);
      form->id = match.empty() ? open_world_id(form->slug, form->code) : match;
      settled.push_back(form);
    }
    for (const Form* form : settled) known[form->slug].push_back(form);
  };
  settle_those(true);
  settle_those(false);
}

std::vector<Actor> ActorIndex::actors() const {
  std::vector<std::vector<const Form*>> groups(ids_.size());
  for (const Form* form : sorted_forms()) groups[form->actor_number].push_back(form);
  std::vector<Actor> out;
  out.reserve(ids_.size());
  for (std::size_t i = 0; i < ids_.size(); ++i) out.push_back(describe(ids_[i], groups[i]));
  return out;
}

Actor ActorIndex::describe(const std::string& id, const std::vector<const Form*>& forms) const {
  Actor actor;
  actor.id = id;
  Tally names, codes, qids, sectors, offices;
  std::map<Kind, std::uint32_t> kinds;
  // Who was merged into another takes over its name, kind and codes.
  const bool own = std::any_of(forms.begin(), forms.end(), [](const Form* form) { return !form->moved; });
  for (const Form* form : forms) {
    for (const auto& [word, count] : form->offices) offices[word] += count;
    if (own && form->moved) continue;
    names[form->name] += form->count;
    if (form->kind != Kind::other) kinds[form->kind] += form->count;
    if (!form->code.empty()) codes[form->code] += form->count;
    if (!form->qid.empty()) qids[form->qid] += form->count;
    for (const auto& [word, count] : form->sectors) sectors[word] += count;
  }
  if (resolution_ != nullptr) actor.name = resolution_->given_name(id);
  if (actor.name.empty()) actor.name = most_frequent(names);
  std::uint32_t most = 0;
  for (const auto& [kind, count] : kinds) {
    if (count > most) actor.kind = kind;
    most = std::max(most, count);
  }
  actor.code = most_frequent(codes);
  actor.qid = most_frequent(qids);
  actor.sector = most_frequent(sectors);
  actor.offices = by_frequency(in_one_case(offices));
  std::set<std::string> aliases, office_words;
  for (const auto& [office, count] : offices) {
    for (const std::string& word : words_of(office)) office_words.insert(bare(word));
  }
  for (const Form* form : forms) {
    aliases.insert(form->name);
    for (const auto& [words, count] : form->words)
      aliases.insert(alias_in(words, actor.name, actor.kind, office_words));
  }
  if (resolution_ != nullptr) {
    for (const std::string& name : resolution_->aliases(id)) aliases.insert(name);
  }
  aliases.erase(actor.name);
  aliases.erase(std::string());
  actor.aliases.assign(aliases.begin(), aliases.end());
  return actor;
}

}  // namespace demarche::graph
