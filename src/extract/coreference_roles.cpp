// Offices without a name, and groups by a common noun: who holds the office, whom the text has spoken of.
#include <algorithm>

#include "extract/coreference.h"
#include "extract/mentions.h"
#include "extract/office_words.h"
#include "text/fold.h"

namespace demarche::extract {

using namespace rules;

bool Coreference::same_office(std::uint32_t entity, std::string_view title, Bearers* known) const {
  if (known->size() < entities_.size()) known->resize(entities_.size());
  std::uint8_t& answer = (*known)[entity];
  if (answer == 0) answer = bears(entities_[entity], title) ? 2 : 1;
  return answer == 2;
}

bool Coreference::bears(const DocEntity& e, std::string_view title) const {
  // "the president" is no vice president; "the minister" may be a vice minister.
  const bool first = title.ends_with("president") || title.ends_with("premier") || title.ends_with("chancellor");
  const auto vice = [&](std::string_view office) {
    return first && (contains_word(office, "vice") || office.starts_with("vice-"));
  };
  const bool second = vice(title);
  if (contains_words(e.folded_office, title) && vice(e.folded_office) == second) return true;
  if (e.known == no_actor) return false;
  const auto& terms = g_[e.known].terms;
  return std::any_of(terms.begin(), terms.end(), [&](const Term& t) {
    return vice(t.folded_title) == second && contains_words(t.folded_title, title) && !days_.empty() &&
           years_outside(t) == 0;
  });
}

// "foreign minister", also where the text has the plural of several states': the noun alone without a title.
std::string Coreference::folded_title(const Sentence& s, const ActorMention& m) const {
  std::string title = text::fold(title_of(s, m));
  if (title == "pm") return "prime minister";
  if (title == "fm") return "foreign minister";
  if (title == "eam") return "external affairs minister";
  if (m.refers == Refers::person) return title;
  const Word& head = *s.tagged[m.head].word;
  const bool joined = head.folded.find('-') != std::string_view::npos;  // "secretary-general", of the lemma "general"
  if (title.empty()) return head.noun_lemma.empty() || joined ? std::string(head.folded) : std::string(head.noun_lemma);
  if (m.title_last == m.head + 1 && !head.noun_lemma.empty() && !joined && title.ends_with(head.folded)) {
    title.replace(title.size() - head.folded.size(), head.folded.size(), head.noun_lemma);
  }
  return title;
}

std::string Coreference::office_of(const Sentence& s, const ActorMention& m) const {
  if (m.former) return "";
  // "a top diplomat" is one of several.
  const Word* const first = s.tagged[m.first].word;
  const bool some = first && (first->reads("a") || first->reads("an"));
  if (some && s.tagged[m.head].word->noun_lemma == "diplomat") return "";
  return std::string(office_category(folded_title(s, m)));
}

const std::vector<ActorIndex>& Coreference::office_holders(std::string_view category, std::string_view of) const {
  std::string office(category);
  office += '|';
  office += of;
  const auto [at, fresh] = office_holders_.try_emplace(std::move(office));
  std::vector<ActorIndex>& found = at->second;
  if (!fresh) return found;
  if (!days_.empty()) found = g_.holders(category, of, days_.front());
  for (std::size_t d = 1; d < days_.size() && !found.empty(); ++d) {
    const std::vector<ActorIndex> then = g_.holders(category, of, days_[d]);
    std::erase_if(found, [&](ActorIndex a) { return std::find(then.begin(), then.end(), a) == then.end(); });
  }
  return found;
}

int Coreference::years_outside(const Term& term) const {
  int nearest = days_.empty() ? 0 : years_from(term, days_.front());
  for (const std::string& day : days_) nearest = std::min(nearest, years_from(term, day));
  return nearest;
}

ActorIndex Coreference::home_president() const {
  if (home_ == no_actor) return no_actor;
  const std::vector<ActorIndex> found = office_holders("head-of-state", g_[home_].id);
  return found.size() == 1 ? found.front() : no_actor;
}

std::uint32_t Coreference::holder(std::string_view category, ActorIndex country) {
  if (category.empty() || country == no_actor) return none;
  const std::string_view id = g_[country].id;
  const std::vector<ActorIndex> found = office_holders(category, id);
  return found.size() == 1 ? entity_of(found.front()) : none;
}

// "the Iranian president" leads the government there, the head of state has another title.
std::uint32_t Coreference::titled_holder(std::string_view category, const std::string& title, ActorIndex country) {
  const std::uint32_t found = holder(category, country);
  const bool leads = category == "head-of-state" || category == "head-of-government";
  if (found == none || !leads || bears(entities_[found], title)) return found;
  const std::uint32_t other = holder(category == "head-of-state" ? "head-of-government" : "head-of-state", country);
  return other != none && bears(entities_[other], title) ? other : found;
}

// "China's top diplomat": whom the data title so, else the foreign minister.
std::uint32_t Coreference::top_diplomat(ActorIndex of) {
  if (of == no_actor) return none;
  for (const ActorIndex a : office_holders("official", g_[of].id)) {
    const auto& terms = g_[a].terms;
    if (std::any_of(terms.begin(), terms.end(),
                    [&](const Term& t) { return t.folded_title == "top diplomat" && years_outside(t) == 0; }))
      return entity_of(a);
  }
  return holder("foreign-minister", of);
}

// "Under Secretary of State | for Political Affairs": where the office's words end.
std::uint32_t Coreference::portfolio_end(const Sentence& s, const ActorMention& m) {
  const auto capital = [&](std::uint32_t i) { return (s.tokens[i].flags & text::capitalised) != 0; };
  const auto reads_for = [&](std::uint32_t i) { return s.tagged[i].word && s.tagged[i].word->reads("for"); };
  std::uint32_t end = m.last;
  if (s.headline || end + 1 >= s.tokens.size() || !reads_for(end) || !capital(end + 1) || !capital(m.head)) return end;
  for (std::uint32_t i = end + 1; i < s.tokens.size() && (s.tokens[i].is_word() || s.tokens[i].punct == ','); ++i) {
    if (capital(i)) end = i + 1;
    const Word* const w = s.tagged[i].word;
    if (!capital(i) && w && !w->reads("and") && !w->reads("the") && !w->reads("of")) break;
  }
  return end;
}

// The words of an office without a name, and whose it is: "U.S. ambassador to Russia", "Ukraine's army chief"; "Iran's"
// for "its". Empty where the phrase names nobody in particular.
std::string Coreference::office_phrase(const Sentence& s, const ActorMention& m) const {
  constexpr std::uint32_t longest = 14;  // tokens
  const Word* const opens = s.tagged[m.first].word;
  if (m.plural || m.former || m.given || m.kind != Kind::person ||
      (opens && (opens->reads("a") || opens->reads("an") || opens->reads("another") || opens->reads("one") ||
                 opens->reads("some"))))
    return "";
  const ActorMention* const owner = m.owner == none ? nullptr : &s.mentions[m.owner];
  const bool named_owner = owner && owner->refers != Refers::pronoun;
  const std::uint32_t first = named_owner && owner->last <= m.first ? owner->first : m.first;
  if (m.last <= first || m.last - first > longest) return "";
  // "the top U.S. general in Afghanistan" is not the top U.S. general.
  std::uint32_t end = portfolio_end(s, m);
  const bool in = m.last + 1 < s.tokens.size() && s.tagged[m.last].word && s.tagged[m.last].word->reads("in");
  const std::string_view head = s.tagged[m.head].word->noun_lemma;
  if (in && (head == "general" || head == "commander" || head == "diplomat" || head == "envoy")) {
    const std::uint32_t place = s.tagged[m.last + 1].match;
    if (place == none) return "";
    end = s.matches[place].last;
  }
  const std::uint32_t from = s.tokens[first].start, to = s.tokens[end - 1].end;
  std::string phrase(text_.substr(from, to - from));
  const bool names_it =
      std::any_of(s.tagged.begin() + first, s.tagged.begin() + m.last, [](const Tagged& t) { return t.match != none; });
  if (!names_it && m.country != no_actor) return std::string(g_[m.country].name) + "'s " + phrase;
  if (names_it || m.country != no_actor) return phrase;
  const bool own = owner || m.his;  // of somebody unknown
  const std::uint32_t words = m.last - m.first - (m.definite ? 1 : 0);
  return own || words < 2 || !(m.definite || s.tokens[m.head].flags & text::capitalised) ? "" : phrase;
}

std::uint32_t Coreference::holder_by_phrase(const Sentence& s, const ActorMention& m) {
  if (!offices_) return none;
  const std::string phrase = office_phrase(s, m);
  if (phrase.empty()) return none;
  const std::string_view head = s.tagged[m.head].word->folded;
  const Sex sex = head.ends_with("woman")                       ? Sex::female
                  : head.ends_with("man") && head != "chairman" ? Sex::male
                                                                : Sex::unknown;
  if (m.country == no_actor && own_ != no_actor && s.tokens[m.head].flags & text::capitalised) {
    const std::string own = std::string(g_[own_].name) + "'s " + phrase;
    if (const ActorIndex found = offices_->holder(own, days_, sex); found != no_actor) return entity_of(found);
  }
  const ActorIndex found = offices_->holder(phrase, days_, sex);
  // "the Dutch ambassador" is no American who is ambassador to the Netherlands.
  const bool sent_there = found != no_actor && head == "ambassador" && m.country != no_actor &&
                          g_[m.country].kind == Kind::state && m.last == m.head + 1 && g_[found].home != m.country;
  return found == no_actor || sent_there ? none : entity_of(found);
}

// "the head of the UN", "the UN chief", but not "the UN aid chief", "the head of the UN mission".
bool Coreference::heads_whole_body(const Sentence& s, const ActorMention& m, std::string_view title) {
  static constexpr std::string_view plain[] = {"boss",           "chief",  "director-general",  "director general",
                                               "head",           "leader", "secretary-general", "secretary general",
                                               "chief executive"};
  if (std::find(std::begin(plain), std::end(plain), title) == std::end(plain)) return false;
  for (std::uint32_t i = m.first; i < m.last && i < s.tokens.size(); ++i) {
    const bool titled = i == m.head || (i >= m.title_first && i < m.title_last);
    if (!titled && s.tagged[i].match == none && s.tagged[i].tag == Tag::noun) return false;
  }
  return true;
}

// "the White House national security adviser", "the Pentagon chief": offices of the state whose body it is.
std::uint32_t Coreference::holder_at_home(std::string_view category, ActorIndex body) {
  if (body == no_actor || g_[body].kind != Kind::government || g_[body].home == no_actor) return none;
  if (category != "organisation-head") return holder(category, g_[body].home);
  const std::string name = text::fold(g_[body].name);
  if (!contains_word(name, "ministry") && !contains_word(name, "department")) return none;
  return holder(office_category(name + " minister"), g_[body].home);
}

// "the Turkish leader": head of state or of government, whom the text has named; else the one whom there is, or who
// leads in such a state: "the British leader" is no king, "the French leader" no prime minister.
std::uint32_t Coreference::leader_of(ActorIndex country) {
  if (country == no_actor) return none;
  const std::string id(g_[country].id);
  std::vector<ActorIndex> both;
  if (!led_by_government(id)) both = office_holders("head-of-state", id);
  for (const ActorIndex a : office_holders("head-of-government", id)) both.push_back(a);
  for (auto r = salience_.told().rbegin(); r != salience_.told().rend(); ++r) {
    const DocEntity& e = entities_[r->entity];
    if (e.known != no_actor && std::find(both.begin(), both.end(), e.known) != both.end()) return r->entity;
  }
  if (led_by_head_of_state(id)) both = office_holders("head-of-state", id);
  return both.size() == 1 && !of_another_time("", country) ? entity_of(both.front()) : none;
}

// "George Bush met Tony Blair. The British leader": the text has just told of somebody who led that state at another
// time, so that today's holder may not be meant.
bool Coreference::of_another_time(std::string_view title, ActorIndex country) const {
  constexpr std::uint32_t reach = 2;
  const auto& told = salience_.told();
  const std::uint32_t here = told.empty() ? 0 : told.back().sentence;
  for (auto r = told.rbegin(); r != told.rend() && here - r->sentence <= reach; ++r) {
    const DocEntity& e = entities_[r->entity];
    if (e.kind != Kind::person || e.known == no_actor || e.country != country || e.former) continue;
    const auto& terms = g_[e.known].terms;
    const bool led = std::any_of(terms.begin(), terms.end(), [&](const Term& t) {
      const bool leads = t.office == "head-of-state" || t.office == "head-of-government";
      return leads && years_outside(t) != 0 && (title.empty() || contains_words(t.folded_title, title));
    });
    const bool serves = std::any_of(terms.begin(), terms.end(), [&](const Term& t) { return years_outside(t) == 0; });
    if (led && !serves) return true;
  }
  return false;
}

// "the Bush administration" in a text without a date: all leaders of that name led the same state.
ActorIndex Coreference::once_led_by(const std::string& surname) const {
  const auto* const namesakes = g_.by_surname(surname);
  ActorIndex state = no_actor;
  for (std::size_t i = 0; namesakes && i < namesakes->size(); ++i) {
    const KnownActor& person = g_[(*namesakes)[i]];
    const bool led = std::any_of(person.terms.begin(), person.terms.end(), [](const Term& t) {
      return t.office == "head-of-state" || t.office == "head-of-government";
    });
    if (!led || person.home == state) continue;
    if (state != no_actor) return no_actor;
    state = person.home;
  }
  return state;
}

bool Coreference::leads_state(const DocEntity& e) const {
  if (e.kind != Kind::person || e.known == no_actor || e.country == no_actor || g_[e.country].kind != Kind::state)
    return false;
  for (const char* const office : {"head-of-state", "head-of-government"}) {
    const auto holders = office_holders(office, g_[e.country].id);
    if (std::find(holders.begin(), holders.end(), e.known) != holders.end()) return true;
  }
  return false;
}

// The counterpart of whoever leads one state leads the other: of the American president the Indian prime minister.
std::string Coreference::led_like(const std::string& category, ActorIndex own, ActorIndex other) const {
  const std::string id(g_[own].id), there(g_[other].id);
  // Presidents with a prime minister may be met by presidents without power.
  const auto presidential = [&](const std::string& state) {
    return led_by_head_of_state(state) || office_holders("head-of-government", state).empty();
  };
  const bool leads =
      (category == "head-of-state" && presidential(id)) ||
      (category == "head-of-government" && (led_by_government(id) || id == "IRN"));  // a president under a Leader
  if (!leads) return category;
  return led_by_government(there) ? "head-of-government" : presidential(there) ? "head-of-state" : category;
}

void Coreference::resolve_role(const Sentence& s, ActorMention* m) {
  const Word& head = *s.tagged[m->head].word;
  const std::string_view lemma = head.noun_lemma.empty() ? std::string_view(head.folded) : head.noun_lemma;
  if (m->kind == Kind::government) {  // "the Obama administration"
    std::uint32_t owner = none;
    for (const ActorMention& o : s.mentions) {
      if (&o != m && o.refers == Refers::person && o.first >= m->first && o.last <= m->last && !o.entities.empty())
        owner = o.entities.front();
    }
    if (m->owner != none && !s.mentions[m->owner].entities.empty()) owner = s.mentions[m->owner].entities.front();
    if (owner != none && lemma == "office")
      m->entities = {owner};
    else if (owner != none && entities_[owner].country != no_actor)
      m->entities = {entity_of(entities_[owner].country)};
    else if (const ActorIndex state = owner == none ? no_actor : once_led_by(entities_[owner].surname);
             state != no_actor)
      m->entities = {entity_of(state)};
    else if (owner != none && entities_[owner].kind == Kind::person)
      m->entities = {owner};  // of a state that nobody tells
    return;
  }
  if (m->owner != none && m->country == no_actor && !s.mentions[m->owner].entities.empty()) {
    m->country = entities_[s.mentions[m->owner].entities.front()].country;
  }
  std::string category = office_of(s, *m);
  if (lemma == "counterpart" && m->country != no_actor) {
    for (auto r = salience_.told().rbegin(); r != salience_.told().rend() && category.empty(); ++r) {
      const DocEntity& e = entities_[r->entity];
      if (e.kind != Kind::person) continue;
      ActorMention probe;
      for (const char* c :
           {"foreign-minister", "head-of-government", "head-of-state", "defence-minister", "finance-minister"}) {
        if (e.country == no_actor) break;
        const auto list = office_holders(c, g_[e.country].id);
        if (e.known != no_actor && std::find(list.begin(), list.end(), e.known) != list.end()) category = c;
      }
      if (e.country != no_actor) category = led_like(category, e.country, m->country);
      break;
    }
  }
  const std::string title = folded_title(s, *m);
  // "the President" in a government's own text is that government's, unless the text speaks of a guest only.
  const std::vector<std::uint32_t> beside = beside_in_clause(s, *m);
  const bool at_home = m->country == no_actor && m->owner == none && m->definite && own_ != no_actor &&
                       s.tokens[m->head].flags & text::capitalised && title_of_state(title);
  if (at_home) {
    const std::uint32_t own = own_holder(title, category);
    const std::uint32_t guest = guest_of_title(s, title, own, beside);
    if (guest != none || own != none) {
      m->entities = {guest != none ? guest : own};
      return;
    }
    const bool as_at_home = title == "president" || title.starts_with("secretary") || title == "vice president";
    if (home_ != no_actor && as_at_home) m->country = home_;
  }
  // "the Secretary", with a capital and nothing else: as the American press has it.
  const bool secretary = m->country == no_actor && m->owner == none && m->definite && title == "secretary" &&
                         s.tokens[m->head].flags & text::capitalised;
  // Someone of that office whom the text has named; the last one first.
  if (lemma != "counterpart") {
    Bearers& bearers = bearers_[title];
    const bool deputy = contains_word(title, "deputy");
    for (auto r = salience_.recent().rbegin(); r != salience_.recent().rend(); ++r) {
      const DocEntity& e = entities_[*r];
      if (e.kind != Kind::person || !same_office(*r, title, &bearers)) continue;
      if (m->country != no_actor && e.country != m->country) continue;
      if (m->country == no_actor && !m->definite && !(s.tokens[m->head].flags & text::capitalised)) continue;
      if (m->country == no_actor && std::find(beside.begin(), beside.end(), *r) != beside.end()) continue;
      if (deputy != contains_word(e.folded_office, "deputy")) continue;
      if (e.former && !m->former && m->country != no_actor) continue;  // "Former President A spoke. The U.S. president"
      m->entities = {*r};
      return;
    }
  }
  const std::uint32_t of_body = m->country == no_actor && m->definite ? head_of_body(title) : none;
  if (of_body != none) {
    m->entities = {of_body};
    return;
  }
  if (secretary) category = "foreign-minister";
  if (secretary) m->country = g_.find_id("USA");
  if (category == "organisation-head" && seated(s, *m)) category = "leader";
  const bool heads = category == "organisation-head" || category == "leader";
  if (heads && !heads_whole_body(s, *m, title)) category.clear();
  std::uint32_t found = category == "leader"                 ? leader_of(m->country)
                        : lemma == "diplomat"                ? top_diplomat(category.empty() ? no_actor : m->country)
                        : of_another_time(title, m->country) ? none
                                                             : titled_holder(category, title, m->country);
  if (found == none) found = holder_at_home(category, m->country);
  // Whom "the Saudi leader" means is asked above; "the Chechen leader" leads no state.
  const bool leads_state = category == "leader" && m->country != no_actor && g_[m->country].kind == Kind::state &&
                           g_[m->country].home == no_actor;
  if (found == none && lemma != "counterpart" && !leads_state) found = holder_by_phrase(s, *m);
  if (found != none) {
    m->entities = {found};
    return;
  }
  resolve_described(s, m);
}

// "the Kremlin chief", "the Élysée's master": he leads the state whose seat that is.
bool Coreference::seated(const Sentence& s, const ActorMention& m) const {
  if (m.country == no_actor || g_[m.country].kind != Kind::state || m.last != m.head + 1) return false;
  const std::uint32_t first = m.owner == none ? m.first : std::min(m.first, s.mentions[m.owner].first);
  return std::any_of(s.matches.begin(), s.matches.end(), [&](const NameMatch& n) {
    return n.first >= first && n.last <= m.head && std::any_of(n.refs->begin(), n.refs->end(), [&](const NameRef& r) {
             return r.kind == NameKind::seat && r.actor == m.country;
           });
  });
}

// A secretary of state among ministers is one, too.
bool Coreference::ministers(std::uint32_t entity) const {
  const ActorIndex known = entities_[entity].known;
  return known != no_actor && std::any_of(g_[known].terms.begin(), g_[known].terms.end(), [&](const Term& t) {
           return !days_.empty() && t.office.view().ends_with("-minister") && years_outside(t) == 0;
         });
}

// Who speaks for another or advises him leads nothing.
bool Coreference::aide(const DocEntity& e) const {
  if (e.known == no_actor || days_.empty()) return false;
  bool serves = false;
  for (const Term& t : g_[e.known].terms) {
    if (years_outside(t) != 0) continue;
    if (t.office != "spokesperson" && t.office != "official" && t.office != "national-security-adviser") return false;
    serves = true;
  }
  return serves;
}

namespace {

bool is_state_noun(std::string_view lemma) {
  return lemma == "country" || lemma == "nation" || lemma == "state" || lemma == "government" || lemma == "side" ||
         lemma == "neighbour" || lemma == "neighbor" || lemma == "power";
}

}  // namespace

// "the two leaders", "both ministers", "the presidents": those told of together last, or the last two who fit.
void Coreference::resolve_plural_role(const Sentence& s, ActorMention* m) {
  const std::string_view lemma = s.tagged[m->head].word->noun_lemma;
  const auto is = [&](std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), lemma) != words.end();
  };
  const bool neighbours = is({"neighbour", "neighbor", "superpower", "power", "rival", "foe", "ally", "enemy"});
  const bool states = neighbours || is({"country", "nation", "government", "state", "side", "party"});
  const bool persons = !neighbours && !is({"country", "nation", "government", "state"});
  const bool anybody =
      is({"leader", "side", "party", "man", "woman", "pair", "official", "diplomat", "counterpart", "statesman"});
  bool two = false;
  for (std::uint32_t i = m->first; i < m->head; ++i) {
    const Word* w = s.tagged[i].word;
    two = two || (w && (w->folded == "two" || w->folded == "both"));
  }
  if ((neighbours || is({"official", "party", "state"})) && !two) return;
  // "the congressional leaders", "the Gulf nations": by a word of their own, others than were told of.
  const bool marked_off = std::any_of(s.tagged.begin() + m->first, s.tagged.begin() + m->head, [](const Tagged& t) {
    return t.tag == Tag::adjective || t.tag == Tag::noun || t.tag == Tag::name;
  });
  if (!two && marked_off && is({"leader", "side", "country", "nation", "government"})) return;
  // "the leaders of the two countries", but not "the leaders of the military".
  bool both = m->last <= m->head + 1;
  for (std::uint32_t i = m->head + 1; i < m->last; ++i) {
    const Word* const w = s.tagged[i].word;
    if (w && s.tagged[i].tag == Tag::noun && is_state_noun(w->noun_lemma)) both = true;
    // "of the two parties", "of both chambers": of no states.
    if (w && s.tagged[i].tag == Tag::noun && !is_state_noun(w->noun_lemma)) return;
  }
  // "the leaders who will come": who they are is said behind.
  if (!both || (!two && m->last < s.tagged.size() && s.tagged[m->last].tag == Tag::relative)) return;
  if (m->owner != none || m->his) {
    if (lemma != "president" && lemma != "leader" && lemma != "minister") return;
    return holders_of(s, m);
  }
  // "these leaders" points at those of the last sentences; "the two leaders" may go farther back.
  const Word* const opens = s.tagged[m->first].word;
  const bool these = !two && opens && (opens->reads("these") || opens->reads("those"));
  const std::uint32_t reach = these ? 2 : 16;
  Bearers& bearers = bearers_[std::string(lemma)];
  const bool bare = m->title_last == 0 || m->title_first == m->head;  // "both ministers", not "both vice ministers"
  // "Ban congratulated the two leaders": two others.
  std::vector<std::uint32_t> excluded;
  if (roles_[static_cast<std::size_t>(m - s.mentions.data())] != Role::subject) excluded = own_subject(s, *m);
  // "Kerry urged both leaders": nor his own.
  const ActorIndex own = two && excluded.size() == 1 ? entities_[excluded.front()].country : no_actor;
  const bool parties = two && is({"side", "party"});  // "both sides": of a war, too, where they were named together
  const auto armed = [&](std::uint32_t n) {
    const DocEntity& e = entities_[n];
    return parties &&
           (e.kind == Kind::group || (e.kind == Kind::government && e.known != no_actor) || e.sector == "REB") &&
           std::find(excluded.begin(), excluded.end(), n) == excluded.end();
  };
  const auto fits = [&](std::uint32_t n) {
    const DocEntity& e = entities_[n];
    if (own != no_actor && e.kind == Kind::person && e.country == own) return false;
    if (e.plural || std::find(excluded.begin(), excluded.end(), n) != excluded.end()) return false;
    // "the two delegations", "both ministers": described so one by one.
    if (e.described)
      return two && e.country != no_actor && e.folded_name.size() > lemma.size() && e.folded_name.ends_with(lemma) &&
             e.folded_name[e.folded_name.size() - lemma.size() - 1] == ' ';
    if (e.kind == Kind::person)
      return persons && !(lemma == "leader" && (e.weak || (labelled() ? !leads_state(e) : aide(e)))) &&
             (anybody || same_office(n, lemma, &bearers) || (two && bare && lemma == "minister" && ministers(n))) &&
             !(lemma == "man" && e.female) && !(lemma == "woman" && e.male);
    return states && e.kind == Kind::state;
  };
  // "the two leaders": not a president and his own prime minister.
  const bool abroad = two && is({"leader", "president", "minister", "premier", "counterpart", "side"});
  const auto same_state = [&](std::uint32_t a, std::uint32_t b) {
    return abroad && a != b && entities_[a].kind == Kind::person && entities_[a].country != no_actor &&
           entities_[a].country == entities_[b].country;
  };
  const ToldGroup* best = nullptr;
  const auto consider = [&](const ToldGroup& g) {
    if (g.entities.size() == 2 && same_state(g.entities.front(), g.entities.back())) return;
    if (s.number - g.sentence > reach || (two && g.entities.size() != 2) ||
        (g.sentence == s.number && g.position >= m->first))
      return;
    const bool war = s.number - g.sentence <= 3;
    if (!std::all_of(g.entities.begin(), g.entities.end(),
                     [&](std::uint32_t n) { return fits(n) || (war && armed(n)); }))
      return;
    if (!best || g.sentence > best->sentence ||
        (g.sentence == best->sentence && weight_of(g.role) >= weight_of(best->role)))
      best = &g;
  };
  for (const ToldGroup& g : salience_.groups_since(s.number, reach)) consider(g);
  for (const ToldGroup& g : groups_here_) consider(g);
  std::vector<std::uint32_t> found;
  std::uint32_t newest = 0, oldest = 0;  // sentences of the two
  const auto& told = salience_.told();
  for (auto r = told.rbegin(); r != told.rend() && found.size() < 2; ++r) {
    if (these && s.number - r->sentence > reach) break;
    if (r->role == Role::owner || !fits(r->entity) || std::find(found.begin(), found.end(), r->entity) != found.end())
      continue;
    if (!found.empty() &&
        ((entities_[r->entity].kind == Kind::person) != (entities_[found.front()].kind == Kind::person) ||
         same_state(r->entity, found.front())))
      continue;
    if (found.empty()) newest = r->sentence;
    found.push_back(r->entity);
    oldest = r->sentence;
  }
  // Those named together, unless another two met since.
  if (best && (found.size() < 2 || best->sentence >= oldest || newest != oldest))
    m->entities.assign(best->entities.begin(), best->entities.end());
  else if (found.size() == 2 && !is({"side", "party", "rival", "foe", "ally", "enemy"}))
    m->entities = {found[1], found[0]};
  else if (best)
    m->entities.assign(best->entities.begin(), best->entities.end());
}

// "the two", "the four": told of together, or the last so many.
void Coreference::counted_group(const Sentence& s, const ActorMention& m, std::size_t count, FewNumbers* out) const {
  const bool object = roles_[static_cast<std::size_t>(&m - s.mentions.data())] != Role::subject;
  const std::vector<std::uint32_t> excluded = object ? own_subject(s, m) : std::vector<std::uint32_t>();
  const auto fits = [&](std::uint32_t n) {
    return entities_[n].kind == Kind::person && !entities_[n].described && !entities_[n].plural &&
           std::find(excluded.begin(), excluded.end(), n) == excluded.end();
  };
  for (auto g = salience_.groups().rbegin(); g != salience_.groups().rend() && s.number - g->sentence <= 8; ++g) {
    const bool near = s.number - g->sentence <= 2;
    const bool alike = std::all_of(g->entities.begin(), g->entities.end(), fits) ||
                       (near && std::all_of(g->entities.begin(), g->entities.end(),
                                            [&](std::uint32_t n) { return entities_[n].kind == Kind::state; }));
    if (g->entities.size() != count || !alike) continue;
    out->assign(g->entities.begin(), g->entities.end());
    return;
  }
  const auto& told = salience_.told();
  for (auto t = told.rbegin(); t != told.rend() && s.number - t->sentence <= 6 && out->size() < count; ++t) {
    if (fits(t->entity) && (t->sentence < s.number || t->position < m.first) &&
        std::find(out->begin(), out->end(), t->entity) == out->end())
      out->insert(out->begin(), t->entity);
  }
  if (out->size() != count) out->clear();
}

// "the former", "the latter": of two told of together; else "the latter" is the last of two of a sentence.
void Coreference::one_of_two(const Sentence& s, const ActorMention& m, bool first, FewNumbers* out) const {
  const auto before = [&](std::uint32_t sentence, std::uint32_t position) {
    return s.number - sentence <= 1 && (sentence < s.number || position < m.first);
  };
  const ToldGroup* two = nullptr;
  for (const ToldGroup& g : salience_.groups_since(s.number, 1)) {
    if (g.entities.size() == 2 && before(g.sentence, g.position)) two = &g;
  }
  for (const ToldGroup& g : groups_here_) {
    if (g.entities.size() == 2 && before(g.sentence, g.position)) two = &g;
  }
  if (two) {
    *out = {first ? two->entities.front() : two->entities.back()};
    return;
  }
  FewNumbers found;
  std::uint32_t sentence = none;
  const auto& told = salience_.told();
  for (auto t = told.rbegin(); t != told.rend() && s.number - t->sentence <= 1; ++t) {
    if (!before(t->sentence, t->position) || t->speaks) continue;
    if (sentence != none && t->sentence != sentence) break;
    sentence = t->sentence;
    if (std::find(found.begin(), found.end(), t->entity) == found.end()) found.push_back(t->entity);
  }
  if (found.size() == 2) *out = {first ? found.back() : found.front()};
}

// "their presidents": of the states that own them.
void Coreference::holders_of(const Sentence& s, ActorMention* m) {
  if (m->owner == none) return;
  const std::string office = office_of(s, *m);
  for (const std::uint32_t e : s.mentions[m->owner].entities) {
    const ActorIndex state = entities_[e].kind == Kind::state ? entities_[e].known : no_actor;
    const std::uint32_t n = state == no_actor ? none
                            : s.tagged[m->head].word->noun_lemma == "leader"
                                ? leader_of(state)
                                : titled_holder(office, folded_title(s, *m), state);
    if (n != none) m->entities.push_back(n);
  }
  if (m->entities.size() < 2) m->entities.clear();
}

// "the delegation", "23 diplomats": the last one of that kind whose country the text told.
std::uint32_t Coreference::same_kind(const Sentence& s, const ActorMention& m) {
  // "23 diplomats" may be those told of; "some children" are others.
  const bool counted =
      m.sector != "CVL" && (s.tagged[m.first].tag == Tag::number || s.tagged[m.first].tag == Tag::quantifier);
  if (m.given || m.his || m.country != no_actor || (m.owner != none && s.mentions[m.owner].refers != Refers::pronoun) ||
      !(m.definite || (counted && m.plural)))
    return none;
  text::fold_to(text::view(text_, s.tokens[m.head]), &folded_);
  const std::string& head = folded_;
  if (text::fold(described_name(text_, tables_, s, m)) != head) return none;
  // "opposition forces …. These forces": the same ones, whether or not their state is told.
  const Word* const opens = s.tagged[m.first].word;
  const bool these = opens && (opens->reads("these") || opens->reads("those")) &&
                     !tables_.vocabulary.holds("vague_actor_noun", s.tagged[m.head].word->noun_lemma);
  const std::uint32_t reach = counted ? 16 : these ? 2 : 6;
  const auto& told = salience_.told();
  for (auto r = told.rbegin(); r != told.rend() && s.number - r->sentence <= reach; ++r) {
    const DocEntity& e = entities_[r->entity];
    const bool placed = e.country != no_actor || e.known != no_actor || (these && s.number - r->sentence <= 1);
    if (!placed || e.plural != m.plural || (e.kind == Kind::person && !e.described) || e.kind == Kind::state) continue;
    const std::string& name = e.folded_name;
    if (name.size() > head.size() && name.ends_with(head) && name[name.size() - head.size() - 1] == ' ')
      return r->entity;
  }
  return none;
}

// "X never wanted to be a hero. The Spanish journalist went": an epithet of the private person who is spoken of.
std::uint32_t Coreference::running_subject(const Sentence& s, const ActorMention& m) const {
  const bool epithet =
      m.kind == Kind::person && !m.plural && m.definite && !m.his && m.owner == none && !m.given && m.first == 0;
  // "the journalist", "the envoy" may be anybody's calling; "the foreign minister" is not.
  const Word* head = s.tagged[m.head].word;
  const bool calling =
      head && (m.title_last == 0 || (m.title_first == m.head && head->props && head->props->office != 0 &&
                                     tables_.vocabulary.office_categories[head->props->office - 1] == "official"));
  if (!calling) return none;
  const auto at = std::find_if(s.mentions.begin(), s.mentions.end(), [&](const ActorMention& o) { return &o == &m; });
  if (!epithet || at == s.mentions.end() || roles_[static_cast<std::size_t>(at - s.mentions.begin())] != Role::subject)
    return none;
  const auto& told = salience_.told();
  std::uint32_t found = none;
  for (auto r = told.rbegin(); r != told.rend() && s.number - r->sentence <= 1; ++r) {
    const DocEntity& e = entities_[r->entity];
    if (r->sentence == s.number || r->role != Role::subject || e.kind != Kind::person) continue;
    if (found != none && found != r->entity) return none;
    found = r->entity;
  }
  if (found == none) return none;
  const DocEntity& e = entities_[found];
  const bool fits = !e.described && !e.plural && e.known == no_actor && e.office.empty() &&
                    (e.country == no_actor || m.country == no_actor || e.country == m.country);
  return fits ? found : none;
}

// "the 21-year-old": of the last two sentences' persons the one told of most.
std::uint32_t Coreference::of_age(const Sentence& s, const ActorMention& m) {
  std::uint32_t best = none;
  double most = 0;
  for (const auto& [n, weight] : salience_.weights(s.number, 2)) {
    const DocEntity& e = entities_[n];
    if (e.kind != Kind::person || e.plural || e.described || n == speaker_ || named_beside(s, m, n)) continue;
    if (weight <= most) continue;
    most = weight;
    best = n;
  }
  return best;
}

// "in Sudan", "across Turkey", "in Khartoum": where it takes place.
void Coreference::note_scene(const Sentence& s, const ActorMention& m) {
  if (m.first == 0 || m.merged || !s.tagged[m.first - 1].word) return;
  const ActorIndex state = m.refers == Refers::place                                  ? m.country
                           : m.refers == Refers::capital || m.refers == Refers::actor ? m.known
                                                                                      : no_actor;
  if (state == no_actor || g_[state].kind != Kind::state) return;
  const Word& w = *s.tagged[m.first - 1].word;
  if (!(w.reads("in") || w.reads("across") || w.reads("inside") || w.reads("throughout"))) return;
  scene_ = state;
  scene_sentence_ = s.number;
}

// "Japan's spokesman said the foreign ministry": that of his state, who says so right before.
ActorIndex Coreference::state_of_teller(const Sentence& s, const ActorMention& m) const {
  const Word* const head = s.tagged[m.head].word;
  if (!head || head->noun_lemma != "ministry" || !m.definite || m.plural || m.country != no_actor || m.owner != none ||
      m.last != m.head + 1)
    return no_actor;
  const std::uint32_t end = says_behind(s, m);
  if (end == none) return no_actor;
  for (const ActorMention& o : s.mentions) {
    if (o.merged || o.last != end || o.entities.size() != 1) continue;
    const DocEntity& e = entities_[o.entities.front()];
    return e.kind == Kind::person && e.country != no_actor && g_[e.country].kind == Kind::state ? e.country : no_actor;
  }
  return no_actor;
}

// Whose "the police", "the army", "security forces" are, that a report names without their state: of where it takes
// place. "The government" is the text's own: a British paper's is Britain's.
ActorIndex Coreference::state_of_scene(const Sentence& s, const ActorMention& m) const {
  constexpr std::uint32_t reach = 2;
  if (const ActorIndex state = state_of_teller(s, m); state != no_actor) return state;
  if (labelled() || home_ != no_actor || m.country != no_actor || m.owner != none || m.his || m.given ||
      m.last != m.head + 1 || !s.tagged[m.head].word)
    return no_actor;
  const std::string_view noun = s.tagged[m.head].word->noun_lemma;
  const Word* const before = m.head > m.first ? s.tagged[m.head - 1].word : nullptr;
  const bool article = m.head == m.first + 1 && m.definite;
  if (article && noun == "government") return own_;
  const bool of_state = article && tables_.vocabulary.holds("domestic_noun", noun);
  const bool security = before && before->reads("security") && noun == "force";
  const bool police = m.head == m.first && noun == "police";
  if (!of_state && !security && !police) return no_actor;
  // "flew back to the UK, where police": perhaps of the other one.
  const bool elsewhere = std::any_of(s.mentions.begin(), s.mentions.end(), [&](const ActorMention& o) {
    const ActorIndex state = o.refers == Refers::place ? o.country : o.known;
    return !o.merged && o.last <= m.first && state != no_actor && state != scene_ && g_[state].kind == Kind::state;
  });
  return scene_ != no_actor && !elsewhere && s.number - scene_sentence_ <= reach ? scene_ : no_actor;
}

// "the American": the last person of that country.
std::uint32_t Coreference::compatriot(const Sentence& s, const ActorMention& m) const {
  const auto& told = salience_.told();
  for (auto r = told.rbegin(); r != told.rend() && s.number - r->sentence <= 6; ++r) {
    const DocEntity& e = entities_[r->entity];
    if (e.kind == Kind::person && !e.plural && !e.described && e.country == m.country) return r->entity;
  }
  return none;
}

bool Coreference::other_side(const Sentence& s, const ActorMention& m) const {
  return tables_.vocabulary.holds("other_side_noun", s.tagged[m.head].word->noun_lemma);
}

// "In Ankara, Victoria Nuland will meet senior officials": Turkey's, where somebody from elsewhere meets them there.
ActorIndex Coreference::visited_state(const Sentence& s, const ActorMention& m) const {
  const Word* const noun = s.tagged[m.head].word;
  if (m.country != no_actor || m.owner != none || m.his || m.given || !m.plural || m.definite || !noun ||
      m.last != m.head + 1 || !tables_.vocabulary.holds("hosting_noun", noun->noun_lemma))
    return no_actor;
  const Word* const next = m.last < s.tagged.size() ? s.tagged[m.last].word : nullptr;
  if (next && (next->reads("from") || next->reads("of") || next->reads("representing"))) return no_actor;
  ActorIndex where = no_actor;
  bool guest = false;
  for (const ActorMention& o : s.mentions) {
    if (o.merged) continue;
    const ActorIndex state = o.refers == Refers::place ? o.country : o.known;
    const bool place = o.refers == Refers::place || o.refers == Refers::capital || o.kind == Kind::state;
    const Word* const in = o.first > 0 ? s.tagged[o.first - 1].word : nullptr;
    const bool fronted = o.first <= 3,
               with = o.last < m.first && s.tagged[o.last].word && s.tagged[o.last].word->reads("with");
    if (place && in && in->reads("in") && (fronted || with || o.first == m.last + 1)) {
      if (where != no_actor && where != state) return no_actor;
      where = state;
    } else if (o.last <= m.first && o.entities.size() == 1 && entities_[o.entities.front()].kind == Kind::person) {
      const ActorIndex home = entities_[o.entities.front()].country;
      guest = guest || (home != no_actor && home != where);
    }
  }
  return guest && where != no_actor && g_[where].kind == Kind::state ? where : no_actor;
}

// "A delegation led by X": X, where nothing else tells whose it is.
bool Coreference::led_by_person(const Sentence& s, ActorMention* m) {
  const std::uint32_t by = m->last + 1;
  const Word* const head = s.tagged[m->head].word;
  if (m->country != no_actor || m->owner != none || by >= s.tokens.size() || !s.tagged[m->last].word ||
      !s.tagged[by].word || !s.tagged[by].word->reads("by") || !head ||
      !(s.tagged[m->last].word->reads("led") || s.tagged[m->last].word->reads("headed")) ||
      !tables_.vocabulary.holds("delegation_noun", head->noun_lemma))
    return false;
  for (const ActorMention& o : s.mentions) {
    if (o.first != by + 1 || o.refers != Refers::person) continue;
    ActorMention leader = o;
    resolve_person(s, &leader);
    m->entities = leader.entities;
    return !m->entities.empty();
  }
  return false;
}

void Coreference::resolve_described(const Sentence& s, ActorMention* m) {
  if (led_by_person(s, m)) return;
  // "the Gulf state", "the Asian nation": one that the text has told of.
  if (!m->plural && m->definite && m->country != no_actor && g_[m->country].kind == Kind::group) {
    const std::string_view lemma = s.tagged[m->head].word->noun_lemma;
    if (lemma == "country" || lemma == "nation" || lemma == "state") m->country = no_actor;
  }
  // "the administration" of a government's own text.
  if (home_ != no_actor && m->country == no_actor && m->owner == none && m->definite && m->head == m->first + 1 &&
      m->last == m->head + 1 && s.tagged[m->head].word->noun_lemma == "administration") {
    m->refers = Refers::actor;
    m->kind = Kind::state;
    m->known = home_;
    m->entities = {entity_of(home_)};
    return;
  }
  if (const ActorIndex state = visited_state(s, *m); state != no_actor) m->country = state;
  const bool compatriots = m->name_last && !m->plural && m->country != no_actor;
  std::uint32_t earlier = !compatriots ? same_kind(s, *m) : m->definite ? compatriot(s, *m) : none;
  const std::string_view calling = s.tagged[m->head].word ? s.tagged[m->head].word->noun_lemma : std::string_view();
  // "his South African host": the last person of that country.
  if (earlier == none && m->his && !m->plural && m->country != no_actor &&
      (calling == "host" || calling == "guest" || calling == "visitor"))
    earlier = compatriot(s, *m);
  if (earlier == none) earlier = called_by_epithet(s, *m);
  if (earlier == none) {
    earlier = running_subject(s, *m);
    if (earlier != none) entities_[earlier].weak = false;  // a person, and whom the story is about
  }
  if (earlier != none) {
    m->entities = {earlier};
    return;
  }
  if (s.tagged[m->head].word && s.tagged[m->head].word->folded.ends_with("-year-old")) {
    if (const std::uint32_t who = of_age(s, *m); who != none) m->entities = {who};
    return;
  }
  if (const ActorIndex state = state_of_scene(s, *m); state != no_actor) {
    m->country = state;
    const std::string_view noun = s.tagged[m->head].word->noun_lemma;
    if (noun == "government" || noun == "authority" || noun == "authorities" || noun == "regime") {
      m->entities = {entity_of(state)};
      return;
    }
  }
  // "our countries", "their nations": not something that a state has.
  if (m->plural && m->country == no_actor && (m->owner != none || m->his)) {
    const std::string_view lemma = s.tagged[m->head].word->noun_lemma;
    if (lemma == "country" || lemma == "nation" || lemma == "state" || lemma == "government") return;
  }
  // "our diplomats" of an American: U.S. diplomats.
  if (m->country == no_actor && m->owner != none && s.mentions[m->owner].entities.size() == 1 && !other_side(s, *m)) {
    const DocEntity& owner = entities_[s.mentions[m->owner].entities.front()];
    const bool owns = owner.kind == Kind::state || (owner.kind == Kind::group && m->sector != "CVL");
    if (owner.known != no_actor && owns) m->country = owner.known;
    // "his government" of a minister: his state's.
    const std::string_view noun = s.tagged[m->head].word->noun_lemma;
    const bool whole = noun == "government" || noun == "administration" || noun == "cabinet" || noun == "regime" ||
                       noun == "country" || noun == "nation";
    if (whole && !m->plural && owner.kind == Kind::person && owner.country != no_actor &&
        g_[owner.country].kind == Kind::state) {
      m->entities = {entity_of(owner.country)};
      return;
    }
    // "President Assad's forces": Syria's. "Isis fighters …. Their forces": those of the group.
    if (m->sector == "MIL" && (leads_state(owner) || (owner.described && owner.plural))) m->country = owner.country;
  }
  std::string name = described_name(text_, tables_, s, *m);
  if (name.empty()) return;
  // "our forces" of the Syrian Democratic Forces: they themselves.
  if (m->country != no_actor && m->owner != none && m->plural && g_[m->country].kind == Kind::group &&
      text::fold(g_[m->country].name).ends_with(" " + text::fold(text::view(text_, s.tokens[m->head])))) {
    m->entities = {entity_of(m->country)};
    return;
  }
  // "our forces", "their forces" of nobody known: nobody's.
  const FewNumbers* const owners = m->owner == none ? nullptr : &s.mentions[m->owner].entities;
  const auto nobody = [&](std::uint32_t n) { return entities_[n].described && entities_[n].country == no_actor; };
  const bool theirs = owners && m->country == no_actor && std::all_of(owners->begin(), owners->end(), nobody) &&
                      (m->sector == "MIL" || first_person(s, s.mentions[m->owner]));
  if (theirs && name.find(' ') == std::string::npos) return;
  // "Haftar's forces": no state's.
  if (m->country == no_actor && m->sector == "MIL" && m->owner != none && s.mentions[m->owner].entities.size() == 1) {
    const DocEntity& owner = entities_[s.mentions[m->owner].entities.front()];
    if (owner.kind == Kind::person && !owner.described) name = owner.name + "'s " + name;
  }
  const std::string key = text::fold(name);
  if (const auto it = by_name_.find(key); it != by_name_.end()) {
    m->entities = {it->second};
    return;
  }
  DocEntity e;
  e.name = name;
  e.kind = m->kind;
  e.country = m->country;
  e.sector = m->sector;
  e.plural = m->plural;
  e.described = true;
  const Word* const head = s.tagged[m->head].word;
  if (e.kind == Kind::person && !e.plural && head) {
    const bool chairs = head->folded.starts_with("chair");
    e.female = head->reads("girl") || head->folded.ends_with("woman");
    e.male = !e.female && !chairs && (head->reads("boy") || (head->actor_noun && head->folded.ends_with("man")));
  }
  m->entities = {add(std::move(e))};
}

}  // namespace demarche::extract
