#include "extract/mention_joiner.h"

#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <utility>

namespace demarche::extract {

using namespace rules;

std::string_view body_sector(const Gazetteer& g, ActorIndex of, std::string_view own) {
  const KnownActor& body = g[of];
  const bool has_people = body.kind == Kind::group || body.kind == Kind::organisation || body.kind == Kind::government;
  return has_people && !body.sector.empty() ? body.sector.view() : own;
}

namespace {

using ChunkList = boost::container::small_vector<std::size_t, 6>;

// Joins phrases that are one actor.
class Joiner {
 public:
  Joiner(const PackTables& tables, Sentence* s) : tables_(tables), s_(*s) {}

  void run() {
    if (s_.mentions.empty()) return;
    joint_owners();
    told_apart();
    // What a sentence lacks, nothing is joined by.
    unsigned kinds = 0;
    for (const Chunk& c : s_.chunks) kinds |= bit(c.kind);
    if (kinds & bit(ChunkKind::verb)) named_so();
    if (kinds & bit(ChunkKind::preposition)) {
      complements();
      offices_of();
    }
    if (kinds & bit(ChunkKind::relative)) whose();
    drop_tentative();
    if (kinds & bit(ChunkKind::comma) && kinds & bit(ChunkKind::preposition)) companions();
    bool office = false, person = false;
    for (const ActorMention& m : s_.mentions) {
      office = office || m.refers == Refers::role || m.refers == Refers::described;
      person = person || m.refers == Refers::person;
    }
    if (!office) return;
    const bool comma = kinds & bit(ChunkKind::comma), conjunction = kinds & bit(ChunkKind::conjunction);
    if (comma || conjunction) shared_heads();
    if (person && kinds & bit(ChunkKind::preposition)) envoys();
    if (person && conjunction) double_titles();
    if (person && conjunction) introduced_together();
    if (conjunction) shared_states();
    if (comma) list_appositions();
    if (comma || kinds & bit(ChunkKind::open)) appositions();
    if (person && comma) far_appositions();
  }

 private:
  static constexpr unsigned bit(ChunkKind k) { return 1u << static_cast<unsigned>(k); }
  const Word* word(std::uint32_t i) const { return s_.tagged[i].word; }
  bool is_kind(std::size_t i, ChunkKind kind) const { return i < s_.chunks.size() && s_.chunks[i].kind == kind; }
  template <std::size_t size>
  bool is_word(std::size_t i, const char (&folded)[size]) const {
    return i < s_.chunks.size() && word(s_.chunks[i].first) && word(s_.chunks[i].first)->reads(folded);
  }
  NounPhrase& phrase(std::size_t i) { return s_.phrases[s_.chunks[i].index]; }
  ActorMention* mention(std::size_t i) {
    if (!is_kind(i, ChunkKind::noun) || phrase(i).mention == none) return nullptr;
    return &s_.mentions[phrase(i).mention];
  }

  void erase(std::size_t from, std::size_t to) {
    s_.chunks.erase(s_.chunks.begin() + static_cast<std::ptrdiff_t>(from),
                    s_.chunks.begin() + static_cast<std::ptrdiff_t>(to));
  }

  // "Jordan, whose king met him": the king is Jordan's, as behind "its".
  void whose() {
    for (std::size_t i = 1; i + 1 < s_.chunks.size(); ++i) {
      if (!is_kind(i, ChunkKind::relative) || !is_word(i, "whose") || !is_kind(i + 1, ChunkKind::noun)) continue;
      const std::size_t before = is_kind(i - 1, ChunkKind::comma) && i > 1 ? i - 2 : i - 1;
      if (!is_kind(before, ChunkKind::noun)) continue;
      const ActorMention* const owner = mention(before);
      if (!owner || owner->refers == Refers::pronoun || owner->tentative) continue;
      NounPhrase& p = phrase(i + 1);
      ActorMention* const m = mention(i + 1);
      if (!m) {
        p.possessors.insert(p.possessors.begin(), phrase(before).mention);
        continue;
      }
      if (m->owner != none || m->refers == Refers::person || m->refers == Refers::actor) continue;
      m->owner = phrase(before).mention;
      m->tentative = false;
      link(m, *owner);
    }
  }

  // "president of Turkey", "officials from the ministry", "hundreds of banks", "members of the Security Council".
  void complements() {
    for (std::size_t i = s_.chunks.size(); i-- > 0;) {
      if (is_kind(i, ChunkKind::noun) && is_kind(i + 1, ChunkKind::noun)) loyal(i);
      if (!is_kind(i, ChunkKind::noun) || !is_kind(i + 1, ChunkKind::preposition) || !is_kind(i + 2, ChunkKind::noun))
        continue;
      const bool of = is_word(i + 1, "of");
      if (of && holds_office_of(i)) continue;
      if (of && mention(i + 2) && counts(i)) {
        take_over(i);
        continue;
      }
      if (of && mention(i + 2) && town_of(i)) {
        const std::uint32_t town = phrase(i).head;
        mention(i + 2)->refers = Refers::place;
        take_over(i);
        phrase(i).head = town;  // rules may ask for it
        continue;
      }
      ActorMention* m = mention(i);
      const ActorMention* c = mention(i + 2);
      if (of && m && m->refers == Refers::person && c && c->refers == Refers::actor &&
          (c->kind == Kind::state || c->kind == Kind::group) && (m->country == no_actor || m->country == c->known) &&
          !(is_kind(i + 3, ChunkKind::conjunction) && (!mention(i + 4) || !named(*mention(i + 4))))) {
        m->country = c->known;  // "Foreign Minister Zarif of Iran", "Hassan Nasrallah of Hezbollah"
        absorb(i, true);
        continue;
      }
      if (!m || (m->refers != Refers::role && m->refers != Refers::described)) continue;
      // "his counterparts from A and B", but "withdrew its diplomats from A"
      const Word* const whose = word(m->head);
      const bool counterpart = whose && whose->noun_lemma == "counterpart";
      const bool from = is_word(i + 1, "from") && (!m->his || counterpart) && !(i > 0 && moves(i - 1));
      const bool town = c && (c->refers == Refers::capital || c->refers == Refers::place);
      const bool at = is_word(i + 1, "at") && !town;  // "officials at NATO", not "fired by rebels at Riyadh"
      const bool joins = of || (is_word(i + 1, "for") && m->refers == Refers::role) || from || at;
      if (!joins) {
        if (c && is_word(i + 1, "in") && at_home(i, *m, *c)) {
          link(m, *c);
          speak_for_state(m);
        }
        if (is_word(i + 1, "to") && !m->his && diplomat(*m) && c && c->refers != Refers::person) absorb(i, false);
        continue;
      }
      // "both sides of the aisle": no sides of anything.
      if (of && !c && m->refers == Refers::described && word(m->head) && word(m->head)->noun_lemma == "side" &&
          phrase(i + 2).possessors.empty()) {
        m->merged = true;
        phrase(i).mention = none;
        continue;
      }
      // "the heads of aid agencies": whose they are says who.
      const bool of_person = c && c->kind == Kind::person;
      if (of && m->tentative && m->plural && c && c->refers != Refers::pronoun &&
          (!of_person || m->sector == "MIL" || tables_.vocabulary.holds("kin_noun", word(m->head)->noun_lemma)) &&
          !c->tentative && !vague(*c))
        m->tentative = false;
      // "the government of President Assad": the state that he leads.
      const Word* const noun = word(m->head);
      if (of && of_person && c->refers == Refers::person && m->refers == Refers::described && !m->plural && noun &&
          (noun->reads("government") || noun->reads("administration") || noun->reads("regime"))) {
        m->refers = Refers::role;
        m->owner = phrase(i + 2).mention;
      }
      // "the forces of President Assad".
      if (of && of_person && m->sector == "MIL" && m->owner == none) m->owner = phrase(i + 2).mention;
      if (c && c->refers != Refers::pronoun)
        link(m, *c);
      else if (c && !of)
        continue;
      else if (of && !c)
        link_owner(m, phrase(i + 2));
      absorb(i, c != nullptr || of);
      if (!of && c) absorb_further_post(i);
      // "the Ministry of Defence | of Kenya": its state stands behind its portfolio.
      const ActorMention* const state = of && !c && is_word(i + 1, "of") ? mention(i + 2) : nullptr;
      if (state && m->kind == Kind::government && m->country == no_actor && state->refers == Refers::actor &&
          state->kind == Kind::state) {
        link(m, *state);
        absorb(i, true);
      }
      speak_for_state(m);
      if ((of || (from && counterpart)) && m->plural && c && c->refers == Refers::actor) distribute(i);
    }
  }

  // "troops loyal | to | President Assad", "fighters loyal to the Taliban": whose they are.
  void loyal(std::size_t i) {
    ActorMention* const m = mention(i);
    if (!m || m->refers != Refers::described || !m->plural || m->owner != none || !is_word(i + 2, "to") ||
        !is_kind(i + 1, ChunkKind::noun) || !word(phrase(i + 1).head) || !word(phrase(i + 1).head)->reads("loyal"))
      return;
    const ActorMention* const to = mention(i + 3);
    if (!to || to->refers == Refers::pronoun || vague(*to)) return;
    if (to->kind == Kind::person)
      m->owner = phrase(i + 3).mention;
    else
      link(m, *to);
    m->tentative = false;
    erase(i + 1, i + 2);
    absorb(i, true);
  }

  // "the chief of Russia's General Staff": of the state that owns what he heads.
  void link_owner(ActorMention* m, const NounPhrase& headed) const {
    if (m->refers != Refers::role || m->plural || headed.possessors.empty()) return;
    const ActorMention& owner = s_.mentions[headed.possessors.back()];
    if (owner.refers == Refers::actor && owner.kind == Kind::state && heads_something(*m)) link(m, owner);
  }

  // "chief", "commander", "speaker", but not "ally", "author", "envoy".
  bool heads_something(const ActorMention& m) const {
    const Word* const w = word(m.head);
    if (!w || !w->props || w->props->office == 0) return false;
    const std::string_view office = tables_.vocabulary.office_categories[w->props->office - 1];
    return office == "organisation-head" || office == "military-chief" || office == "legislator" ||
           office == "minister" || office == "head-of-state";
  }

  // "the special representative for A | and B met": one who is sent to both, not a meeting of B.
  void absorb_further_post(std::size_t i) {
    const Word* const w = word(s_.mentions[phrase(i).mention].head);
    const bool sent = w && (w->noun_lemma == "envoy" || w->noun_lemma == "representative");
    const ActorMention* const other = mention(i + 2);
    if (!sent || !is_kind(i + 1, ChunkKind::conjunction) || !other || other->refers != Refers::actor ||
        other->kind != Kind::state || !is_kind(i + 3, ChunkKind::verb))
      return;
    absorb(i, true);
  }

  // "Authorities in Iran arrested", "met officials in Beijing": those of the country. Guests may be anywhere: where
  // organisations have their seats, and behind a verb "leaders in Paris".
  bool at_home(std::size_t i, const ActorMention& m, const ActorMention& where) const {
    const Word* const w = word(m.head);
    const bool weak = w && w->actor_noun && tables_.vocabulary.actor_nouns[w->actor_noun - 1].weak;
    if (!w || m.country != no_actor || m.owner != none || m.his || m.given || where.kind == Kind::person) return false;
    // "security forces in Kenya"; "forces in Kenya" may be anybody's
    const bool security = m.head > m.first && word(m.head - 1) && word(m.head - 1)->reads("security");
    if (!security && (weak || !tables_.vocabulary.holds("home_sector", m.sector))) return false;
    const bool place = where.refers == Refers::capital || where.refers == Refers::place;
    if (!place && !(where.refers == Refers::actor && where.kind == Kind::state)) return false;
    if (security || !tables_.vocabulary.holds("guest_noun", w->noun_lemma)) return true;
    const Word* const city = word(where.last - 1);
    const bool subject = is_kind(i + 3, ChunkKind::verb) && s_.verbs[s_.chunks[i + 3].index].form == VerbForm::finite &&
                         (i == 0 || (!is_kind(i - 1, ChunkKind::verb) && !is_kind(i - 1, ChunkKind::preposition)));
    return subject && !(place && city && tables_.vocabulary.holds("seat_city", city->folded));
  }

  // "the leaders of the three countries": that tells nobody who they are.
  bool vague(const ActorMention& m) const {
    const Word* const w = m.refers == Refers::described && m.name_last == 0 ? word(m.head) : nullptr;
    return w && tables_.vocabulary.holds("vague_actor_noun", w->noun_lemma);
  }

  // "We, the ministers of A and B, condemn": the list is who "we" are.
  void told_apart() {
    if (s_.chunks.size() < 5 || !is_kind(0, ChunkKind::noun) || !is_kind(1, ChunkKind::comma) || !mention(2)) return;
    const ActorMention* const m = mention(0);
    const Word* const w = m && m->refers == Refers::pronoun ? word(m->head) : nullptr;
    const bool several = w && (w->reads("we") || w->reads("they"));
    if (!several || mention(2)->refers == Refers::pronoun) return;
    std::size_t end = 2;
    while (end < s_.chunks.size() && (is_kind(end, ChunkKind::noun) || is_kind(end, ChunkKind::preposition) ||
                                      is_kind(end, ChunkKind::comma) || is_kind(end, ChunkKind::conjunction))) {
      ++end;
    }
    if (!is_kind(end, ChunkKind::verb) || !is_kind(end - 1, ChunkKind::comma)) return;
    const VerbForm form = s_.verbs[s_.chunks[end].index].form;
    if (form != VerbForm::finite && form != VerbForm::base) return;
    s_.mentions[phrase(0).mention].merged = true;
    erase(end - 1, end);
    erase(0, 2);
  }

  // "a group called Hamas", "a man named Haddad": the name says who it is.
  void named_so() {
    for (std::size_t i = 0; i + 2 < s_.chunks.size(); ++i) {
      if (!is_kind(i + 1, ChunkKind::verb) || !is_kind(i, ChunkKind::noun) || !mention(i + 2)) continue;
      if (s_.chunks[i + 1].last - s_.chunks[i + 1].first != 1) continue;
      const bool called = is_word(i + 1, "called");
      if (!called && !is_word(i + 1, "named") && !is_word(i + 1, "dubbed") && !is_word(i + 1, "nicknamed")) continue;
      ActorMention *m = mention(i), *n = mention(i + 2);
      const bool name =
          named(*n) || n->refers == Refers::actor || (n->refers == Refers::described && n->name_last != 0);
      if (!name || (m && m->refers != Refers::described)) continue;
      if (s_.tagged[phrase(i).head].tag != Tag::noun || !names(i, called)) continue;
      if (m) {
        if (named(*n) && n->known == no_actor && m->kind != Kind::person) {
          n->refers = Refers::described;
          n->kind = m->kind;
        }
        if (n->country == no_actor) n->country = m->country;
        if (n->sector.empty()) n->sector = m->sector;
        m->merged = true;
      }
      n->first = phrase(i).first;
      phrase(i).mention = phrase(i + 2).mention;
      phrase(i).head = phrase(i + 2).head;
      erase(i + 1, i + 3);
      if (i == 0 || is_kind(i - 1, ChunkKind::comma) || is_kind(i - 1, ChunkKind::subordinator) ||
          (is_kind(i - 1, ChunkKind::verb) && tells(i - 1)))
        acts_behind(i + 1);
    }
  }

  // "A group called Hamas attacked Israel": the second past tense is the sentence's own.
  void acts_behind(std::size_t i) {
    while (is_kind(i, ChunkKind::preposition) || is_kind(i, ChunkKind::noun)) ++i;
    if (!is_kind(i, ChunkKind::verb)) return;
    VerbGroup& v = s_.verbs[s_.chunks[i].index];
    const Word* const w = word(v.head);
    if (v.form != VerbForm::participle || v.last != v.first + 1 || !w || !w->can(verb_past)) return;
    v.form = VerbForm::finite;
    v.past = true;
    v.passive = false;
  }

  // Not "A senior official called Lavrov", "The committee named Haddad": there somebody acts.
  bool names(std::size_t i, bool called) {
    const bool object =
        i > 0 && (is_kind(i - 1, ChunkKind::preposition) || (is_kind(i - 1, ChunkKind::verb) && !tells(i - 1)));
    const Word* const first = word(phrase(i).first);
    const bool indefinite = first && (first->reads("a") || first->reads("an") || first->reads("another"));
    if (object || !indefinite || !called) return object || indefinite;
    const Word* const head = word(phrase(i).head);
    if (head && head->actor_noun && tables_.vocabulary.actor_nouns[head->actor_noun - 1].kind != Kind::person)
      return true;
    std::size_t next = i + 3;
    while (is_kind(next, ChunkKind::preposition) || is_kind(next, ChunkKind::noun)) ++next;
    return is_kind(next, ChunkKind::verb) && s_.verbs[s_.chunks[next].index].form != VerbForm::infinitive;
  }

  bool tells(std::size_t i) const {
    const Word* const w = word(s_.verbs[s_.chunks[i].index].head);
    return w && w->verb_props && w->verb_props->speech;
  }

  // "Putin, along with Rouhani, met Biden": both met him.
  void companions() {
    for (std::size_t i = 0; i + 5 < s_.chunks.size(); ++i) {
      if (!mention(i) || !is_kind(i + 1, ChunkKind::comma) || !(is_word(i + 2, "along") || is_word(i + 2, "together")))
        continue;
      std::size_t behind = i + 3;
      if (is_word(behind, "with"))
        ++behind;
      else if (s_.chunks[i + 2].last - s_.chunks[i + 2].first < 2)
        continue;
      const ChunkList list = joined_from(behind);
      const std::size_t end = list.empty() ? s_.chunks.size() : list.back() + 1;
      if (!is_kind(end, ChunkKind::comma) || !is_kind(end + 1, ChunkKind::verb)) continue;
      erase(end, end + 1);
      s_.chunks[behind - 1].kind = ChunkKind::conjunction;
      erase(i + 1, behind - 1);
    }
  }

  // "Germany's and France's efforts": both own them.
  void joint_owners() {
    for (std::size_t i = s_.chunks.size(); i-- > 0;) {
      if (!mention(i) || !is_kind(i + 1, ChunkKind::conjunction) || !is_kind(i + 2, ChunkKind::noun)) continue;
      const std::uint32_t behind = s_.chunks[i].last;
      if (s_.tagged[behind].tag != Tag::genitive || phrase(i + 2).mention != none || phrase(i + 2).possessors.empty())
        continue;
      FewNumbers& owners = phrase(i + 2).possessors;
      owners.insert(owners.begin(), phrase(i).mention);
      erase(i, i + 2);
    }
  }

  // A verb that takes something away: "from" behind its object belongs to it.
  bool moves(std::size_t i) const {
    if (!is_kind(i, ChunkKind::verb)) return false;
    const Word* w = word(s_.verbs[s_.chunks[i].index].head);
    return w && w->verb_has_trait(Trait::taking_verb);
  }

  // "the Qatari and Turkish foreign ministers", "UK, US and French forces": adjectives share the last one's head.
  void shared_heads() {
    for (std::size_t i = s_.chunks.size(); i-- > 0;) {
      const ActorIndex country = lone_adjective(i);
      if (country == no_actor) continue;
      const std::size_t j = behind_separator(i);
      const ActorMention* n = mention(j);
      if (!n || !(n->plural || shares(j)) || n->name_last != 0 ||
          (n->refers != Refers::described && n->refers != Refers::role && !stands_for_its_state(*n)))
        continue;
      const std::uint32_t shared = shares(j) ? n->core : behind_origin(*n);
      if (shared == none) continue;
      ActorMention m = *n;
      m.country = country;
      if (m.known != no_actor) m.known = country;
      m.first = phrase(i).first;
      m.core = shared;
      if (one_a_state(m)) {
        hold_alone(&m);
        for (std::size_t k = j; mention(k) && mention(k)->head == m.head; k = behind_separator(k))
          hold_alone(mention(k));
      }
      if (phrase(i).mention != none) s_.mentions[phrase(i).mention].merged = true;
      for (const std::uint32_t owner : phrase(i).possessors) s_.mentions[owner].merged = true;
      s_.mentions.push_back(m);
      phrase(i).mention = static_cast<std::uint32_t>(s_.mentions.size() - 1);
      phrase(i).possessors.clear();
    }
  }

  // "the Saudi and Yemeni leaderships": a common noun, and yet the state.
  bool stands_for_its_state(const ActorMention& m) const {
    return m.refers == Refers::actor && m.kind == Kind::state && s_.tagged[m.head].tag == Tag::noun;
  }

  // "Italy's president and prime minister", "the president and prime minister of Italy": of one state.
  void shared_states() {
    const auto post = [&](std::size_t i) -> ActorMention* {
      ActorMention* const m = mention(i);
      return m && m->refers == Refers::role && !m->plural && m->kind == Kind::person ? m : nullptr;
    };
    for (std::size_t i = 0; i + 2 < s_.chunks.size(); ++i) {
      if (!is_kind(i + 1, ChunkKind::conjunction)) continue;
      ActorMention *const m = post(i), *const n = post(i + 2);
      if (!m || !n || m->head == n->head) continue;
      // "the State Councilor and Minister of Foreign Affairs, Wang Yi": one man's two posts.
      const std::size_t end = phrase_end(i + 2);
      if (is_kind(end, ChunkKind::comma) && mention(end + 1) && named(*mention(end + 1))) continue;
      const bool bare = s_.tagged[n->first].tag != Tag::determiner && s_.tagged[n->first].tag != Tag::possessive;
      if (n->country == no_actor && n->owner == none && (bare || m->head + 2 == n->first) && !n->his) {
        n->country = m->country;
        n->owner = m->owner;
      } else if (bare && m->country == no_actor && m->owner == none && !m->his && n->last > n->head + 1) {
        m->country = n->country;
      }
    }
  }

  // The phrase at i has the head of another phrase behind it.
  bool shares(std::size_t i) { return mention(i)->head >= phrase(i).last; }

  // The next item of the list that the phrase at i belongs to, or the number of chunks.
  std::size_t behind_separator(std::size_t i) const {
    std::size_t next = i + 1;
    if (is_kind(next, ChunkKind::comma)) ++next;
    if (is_kind(next, ChunkKind::conjunction)) ++next;
    return next == i + 1 || !is_kind(next, ChunkKind::noun) ? s_.chunks.size() : next;
  }

  // "foreign ministers", "presidents": each state has one.
  bool one_a_state(const ActorMention& m) const {
    const Word* const w = word(m.head);
    if (m.kind != Kind::person || !w) return false;
    // "his Saudi and French counterparts", but "our counterparts" are many.
    const Word* const whose = word(m.first);
    if (w->noun_lemma == "counterpart") return whose && (whose->reads("his") || whose->reads("her"));
    if (w->noun_lemma == "minister") return m.title_last != 0;
    return w->noun_lemma == "president" || w->noun_lemma == "premier" || (w->noun_lemma == "leader" && m.definite);
  }

  static void hold_alone(ActorMention* m) {
    if (m->title_last == 0) m->title_first = m->head;
    m->title_last = m->head + 1;
    m->plural = false;
    m->refers = Refers::role;
  }

  // Where what the list shares begins: behind "French" in "Turkish and French foreign ministers", behind "Kurdish" or
  // "rebel", of which no state is known, in "Iraqi and Kurdish forces".
  std::uint32_t behind_origin(const ActorMention& n) const {
    std::uint32_t at = n.core == none ? n.first : n.core;
    while (at < n.head && (s_.tagged[at].tag == Tag::determiner || s_.tagged[at].tag == Tag::adverb)) ++at;
    if (at >= n.head) return none;
    std::uint32_t origin = at;  // "British and other European troops"
    while (origin < n.head && s_.tagged[origin].tag == Tag::adjective && s_.tagged[origin].match == none &&
           !(s_.tokens[origin].flags & text::capitalised))
      ++origin;
    const std::uint32_t begins = origin;
    while (origin < n.head) {  // "Sunni Arab forces"
      const std::uint32_t number = s_.tagged[origin].match;
      if (number == none && (origin != begins || !(s_.tokens[origin].flags & text::capitalised))) break;
      origin = number == none ? origin + 1 : s_.matches[number].last;
    }
    if (origin != begins && (s_.tagged[begins].match != none || n.country == no_actor)) return std::min(origin, n.head);
    if (n.country != no_actor) return at;
    const Word* const w = word(at);
    return w && w->actor_noun ? at + 1 : none;
  }

  // The state of a phrase that is nothing but an adjective of origin, perhaps with a determiner.
  ActorIndex lone_adjective(std::size_t i) {
    if (!is_kind(i, ChunkKind::noun)) return no_actor;
    const NounPhrase& p = phrase(i);
    const std::uint32_t number = s_.tagged[p.head].match;
    if (number == none || s_.matches[number].last != p.last) return no_actor;
    for (std::uint32_t t = p.first; t < s_.matches[number].first; ++t) {
      const Tag tag = s_.tagged[t].tag;
      if (tag != Tag::determiner && tag != Tag::adjective && tag != Tag::possessive) return no_actor;
    }
    for (const NameRef& r : *s_.matches[number].refs) {
      const bool adjective = r.kind == NameKind::adjective && r.actor != no_actor;
      const Kind kind = adjective ? tables_.gazetteer[r.actor].kind : Kind::other;
      if (kind == Kind::state || kind == Kind::group) return r.actor;
    }
    return no_actor;
  }

  void drop_tentative() {
    for (NounPhrase& p : s_.phrases) {
      const ActorMention* const m = p.mention == none ? nullptr : &s_.mentions[p.mention];
      if (m && m->tentative && m->country == no_actor && !proper_office(*m)) p.mention = none;
    }
  }

  // "the Speaker of the House": capitals make it one office.
  bool proper_office(const ActorMention& m) const {
    const auto capital = [&](std::uint32_t i) { return (s_.tokens[i].flags & text::capitalised) != 0; };
    return m.refers == Refers::role && m.definite && m.last > m.head + 2 && !s_.headline && m.head > m.first &&
           capital(m.head) && capital(m.last - 1);
  }

  bool diplomat(const ActorMention& m) const {
    const std::string_view l = word(m.head) ? word(m.head)->noun_lemma : std::string_view();
    return l == "ambassador" || l == "envoy" || l == "representative" || l == "emissary" || l == "consul";
  }

  // "the government of Turkey" is Turkey, as "the Turkish government" is.
  void speak_for_state(ActorMention* m) const {
    const Word* w = word(m->head);
    if (m->refers != Refers::described || m->kind != Kind::government || m->country == no_actor || !w) return;
    if (tables_.gazetteer[m->country].kind != Kind::state ||
        (w->noun_lemma != "government" && w->noun_lemma != "administration" && w->noun_lemma != "regime" &&
         w->noun_lemma != "authority" && w->noun_lemma != "state" && w->noun_lemma != "republic" &&
         w->noun_lemma != "nation"))
      return;
    if (w->noun_lemma == "nation" && (m->plural || !m->definite)) return;
    m->refers = Refers::actor;
    m->known = m->country;
    m->kind = Kind::state;
  }

  // "the leaders of France and Germany": one actor a country.
  void distribute(std::size_t i) {
    const std::uint32_t first = phrase(i).mention;
    // "their counterparts from Ukraine and Russia": one of each.
    const Word* const noun = word(s_.mentions[first].head);
    const bool counterparts = noun && noun->noun_lemma == "counterpart" && s_.mentions[first].his;
    const auto alone = [&](const ActorMention& m) { return counterparts || one_a_state(m); };
    std::size_t j = i;
    bool any = false;
    for (;;) {
      std::size_t k = j + 1;
      if (is_kind(k, ChunkKind::comma)) ++k;
      if (is_kind(k, ChunkKind::conjunction)) ++k;
      const ActorMention* n = k == j + 1 ? nullptr : mention(k);
      if (!n || n->refers != Refers::actor || n->kind != Kind::state || is_word(k - 1, "plus")) break;
      ActorMention m = s_.mentions[first];
      m.country = n->known;
      m.plural = false;
      m.refers = m.title_last ? Refers::role : Refers::described;
      if (alone(m)) hold_alone(&m);
      m.last = n->last;
      s_.mentions.push_back(m);
      phrase(k).mention = static_cast<std::uint32_t>(s_.mentions.size() - 1);
      any = true;
      j = k;
    }
    if (!any) return;
    s_.mentions[first].plural = false;
    if (s_.mentions[first].title_last) s_.mentions[first].refers = Refers::role;
    if (alone(s_.mentions[first])) hold_alone(&s_.mentions[first]);
  }

  void link(ActorMention* m, const ActorMention& c) const {
    // "the G7 Foreign Ministers of Canada and Italy": of the states.
    const bool of_bloc = m->country != no_actor && m->plural && tables_.gazetteer[m->country].bloc &&
                         c.refers == Refers::actor && c.kind == Kind::state;
    if (m->country != no_actor && !of_bloc) return;
    if (of_bloc) m->country = no_actor;
    if (c.known != no_actor && c.refers != Refers::person)
      m->country = c.known;
    else if (c.country != no_actor)
      m->country = c.country;
    if (m->country != no_actor && m->kind == Kind::person && m->sector == "GOV") {
      m->sector = body_sector(tables_.gazetteer, m->country, "GOV");
    }
  }

  // Quantities and collections that stand for what they are made of.
  bool counts(std::size_t i) {
    const NounPhrase& p = phrase(i);
    const Word* w = word(p.head);
    if (!w) return s_.tagged[p.head].tag == Tag::number;
    return w->is(number_word | quantifier) || w->noun_has_trait(Trait::quantity_noun);
  }

  // "the city of Kharkiv", "the northern province of Idlib": the place itself.
  bool town_of(std::size_t i) {
    const NounPhrase& p = phrase(i);
    const Refers refers = mention(i + 2)->refers;
    const bool place = refers == Refers::place || refers == Refers::capital;
    const Word* const w = word(p.head);
    return place && p.mention == none && p.possessors.empty() && w && !w->plural_noun() &&
           tables_.vocabulary.holds("place_noun", w->noun_lemma);
  }

  void take_over(std::size_t i) {
    NounPhrase& p = phrase(i);
    NounPhrase& q = phrase(i + 2);
    ActorMention& m = s_.mentions[q.mention];
    // "Thousands of Hungarians": not Hungary.
    if (m.refers == Refers::actor && m.kind == Kind::state && m.plural && m.known != no_actor) {
      m.country = std::exchange(m.known, no_actor);
      m.refers = Refers::described;
      m.kind = Kind::person;
      m.sector = "CVL";
    }
    if (m.core == none) m.core = m.first;  // "one of | a handful of | women"
    m.first = p.first;
    m.counted = m.tentative && m.plural && m.sector == "CVL";  // "dozens of people"
    m.tentative = m.tentative && !m.counted;
    p.mention = q.mention;
    p.head = q.head;
    p.last = q.last;
    s_.chunks[i].last = q.last;
    erase(i + 1, i + 3);
  }

  void absorb(std::size_t i, bool extend) {
    NounPhrase& p = phrase(i);
    NounPhrase& q = phrase(i + 2);
    if (!extend && q.mention == none) return;
    s_.mentions[p.mention].last = q.last;
    p.last = q.last;
    s_.chunks[i].last = q.last;
    erase(i + 1, i + 3);
  }

  static bool named(const ActorMention& m) { return m.refers == Refers::person; }
  // A ministry or a palace bears no person's name.
  static bool role(const ActorMention& m) {
    return m.refers == Refers::role || (m.refers == Refers::described && !m.plural && m.kind != Kind::government);
  }

  // "the Iranian envoys Ali Bagheri and Saeed Jalili": those named, and of that state.
  void introduced_together() {
    for (std::size_t i = 0; i + 3 < s_.chunks.size(); ++i) {
      ActorMention* const m = mention(i);
      const ActorMention* const n = mention(i + 1);
      if (!m || !n || m->refers != Refers::described || !m->plural || m->kind != Kind::person || m->name_last != 0 ||
          !named(*n))
        continue;
      const std::size_t second = behind_separator(i + 1);
      if (!mention(second) || !named(*mention(second))) continue;
      for (std::size_t k = i + 1; mention(k) && named(*mention(k)); k = behind_separator(k)) {
        ActorMention* const who = mention(k);
        if (who->country == no_actor && who->title_last == 0) who->country = m->country;
        if (who->sector.empty()) who->sector = m->sector;
      }
      m->merged = true;
      phrase(i).mention = none;
      erase(i, i + 1);
    }
  }

  // End of the phrase at i with its prepositional phrases.
  std::size_t phrase_end(std::size_t i) const {
    ++i;
    while (is_kind(i, ChunkKind::preposition) && is_kind(i + 1, ChunkKind::noun)) i += 2;
    return i;
  }

  // "Chairman of the Joint Chiefs of Staff Gen. Mark Milley", "Secretary of Russia's Security Council Nikolai
  // Patrushev": the office, then its body and, perhaps with a rank, the name in one phrase.
  bool holds_office_of(std::size_t i) {
    const ActorMention *m = mention(i), *n = mention(i + 2);
    if (!m || !n || m->refers != Refers::role || m->plural || !named(*n) || !bare(*m)) return false;
    if (n->name_first <= n->first || (n->country == no_actor && !body_before(n->name_first))) return false;
    for (std::uint32_t t = n->title_first; t < n->title_last; ++t) {
      const Word* const w = word(t);
      if (!w || !w->props || w->props->office == 0) return false;
      if (tables_.vocabulary.office_categories[w->props->office - 1] != "military-chief") return false;
    }
    return true;
  }

  // "the National Assembly | Karim Ghazal": a body's noun, in capitals.
  bool body_before(std::uint32_t name) const {
    const Word* const w = word(name - 1);
    const bool body = w && ((w->actor_noun && tables_.vocabulary.actor_nouns[w->actor_noun - 1].kind != Kind::person) ||
                            w->noun_class == NounClass::group);
    return body && s_.tokens[name - 1].flags & text::capitalised;
  }

  // A title in capitals without an article: "Permanent Representative".
  bool bare(const ActorMention& m) const {
    const Tag first = s_.tagged[m.first].tag;
    return first != Tag::determiner && first != Tag::possessive && s_.tokens[m.head].flags & text::capitalised;
  }

  void join_office_of(std::size_t i) {
    const ActorMention& m = *mention(i);
    ActorMention& n = *mention(i + 2);
    n.title_first = m.title_last ? m.title_first : m.head;
    n.title_last = m.title_last ? m.title_last : m.head + 1;
    n.former = m.former;
    n.kind = Kind::person;
    take_name(i);
  }

  // The phrase at i and the name two chunks behind it are one phrase, the name's.
  void take_name(std::size_t i) {
    mention(i + 2)->first = mention(i)->first;
    mention(i)->merged = true;
    phrase(i).mention = phrase(i + 2).mention;
    phrase(i).head = phrase(i + 2).head;
    phrase(i).last = phrase(i + 2).last;
    s_.chunks[i].last = s_.chunks[i + 2].last;
    erase(i + 1, i + 3);
  }

  void offices_of() {
    for (std::size_t i = 0; i + 2 < s_.chunks.size(); ++i) {
      if (is_word(i + 1, "of") && holds_office_of(i)) join_office_of(i);
    }
  }

  // "Norwegian Permanent Representative to NATO Lars Berg", "acting U.S. Ambassador to the United Nations Mark Doyle":
  // the title with where its holder is sent, and the name.
  void envoys() {
    for (std::size_t i = 0; i + 2 < s_.chunks.size(); ++i) {
      if (!is_word(i + 1, "to") && !is_word(i + 1, "for") && !is_word(i + 1, "on")) continue;
      ActorMention *m = mention(i), *n = mention(i + 2);
      if (!m || !n || m->refers != Refers::role || m->plural || !named(*n)) continue;
      // "Chief of Staff to the President Andriy Yermak": no president is called so, but whom the office before means.
      if (n->title_last != 0 && n->title_last == n->name_first && is_word(i + 1, "to") &&
          s_.tagged[n->first].tag == Tag::determiner && n->title_first == n->first + 1) {
        n->title_first = n->title_last = 0;
        give_title(n, *m);
        take_name(i);
        continue;
      }
      if (n->title_last != 0) continue;
      bool sent = n->name_first > n->first;
      for (std::uint32_t t = n->first; t < n->name_first; ++t) {
        const bool owns =
            s_.tagged[t].tag == Tag::possessive || (word(t) && (word(t)->reads("'s") || word(t)->reads("'")));
        sent = sent && !owns;
      }
      if (!sent || !bare(*m)) continue;
      const ActorIndex sent_to = n->country;
      n->country = no_actor;
      n->owner = none;
      give_title(n, *m);
      if (n->country == sent_to) n->country = no_actor;
      take_name(i);
    }
  }

  // "Deputy Prime Minister and Minister of Foreign Affairs Mohammed Al Thani": one person.
  void double_titles() {
    for (std::size_t i = 0; i + 2 < s_.chunks.size(); ++i) {
      if (!is_kind(i + 1, ChunkKind::conjunction)) continue;
      ActorMention *m = mention(i), *n = mention(i + 2);
      if (!m || !n || m->refers != Refers::role || !named(*n) || n->title_last == 0 || n->country != no_actor) continue;
      if (!bare(*m)) continue;
      n->country = m->country;
      take_name(i);
    }
  }

  // The noun phrases with mentions from chunk i on, joined by commas and a last conjunction; none is time.
  ChunkList joined_from(std::size_t i) {
    ChunkList out;
    for (bool last = false; mention(i);) {
      out.push_back(i);
      if (last) break;
      std::size_t j = phrase_end(i);
      if (j != i + 1) break;
      if (is_kind(j, ChunkKind::comma) && !is_kind(j + 1, ChunkKind::conjunction)) {
        i = j + 1;
        continue;
      }
      if (is_kind(j, ChunkKind::comma)) ++j;
      if (!is_kind(j, ChunkKind::conjunction)) break;
      last = true;
      i = j + 1;
      if (is_kind(i, ChunkKind::adverb)) ++i;  // "Thailand and then the Philippines"
    }
    return out;
  }

  bool all(const ChunkList& list, bool (*test)(const ActorMention&)) {
    return std::all_of(list.begin(), list.end(), [&](std::size_t i) { return test(*mention(i)); });
  }

  static bool state(const ActorMention& m) { return m.refers == Refers::actor && m.kind == Kind::state; }
  static bool office_or_group(const ActorMention& m) { return m.refers == Refers::described && m.name_last == 0; }
  static bool office(const ActorMention& m) {
    return (m.refers == Refers::role || m.refers == Refers::described) && m.kind == Kind::person && m.name_last == 0;
  }

  // "the Qatari and Turkish foreign ministers, A and B,", "their presidents, A and B,", "A and B, the French and German
  // ministers,": as many names as offices, or one plural office for them all.
  void list_appositions() {
    for (std::size_t i = 0; i + 3 < s_.chunks.size(); ++i) {
      if (!is_kind(i + 1, ChunkKind::comma) && !is_kind(i + 1, ChunkKind::conjunction)) continue;
      if (!mention(i) || (i > 0 && is_kind(i - 1, ChunkKind::conjunction))) continue;
      const ChunkList first = joined_pair(i);
      const std::size_t comma = first.empty() ? 0 : first.back() + 1;
      if (first.empty() || !is_kind(comma, ChunkKind::comma) || !mention(comma + 1)) continue;
      const ChunkList second = joined_pair(comma + 1);
      if (second.empty()) continue;
      const std::size_t end = second.back() + 1;
      const bool closed = end >= s_.chunks.size() || is_kind(end, ChunkKind::comma) || is_kind(end, ChunkKind::stop) ||
                          is_kind(end, ChunkKind::close);
      if (!closed) continue;
      const bool names_behind = all(first, office) && all(second, named);
      const bool names_before = all(first, named) && all(second, office);
      // "two important allies, Thailand and the Philippines": the states stand for the phrase.
      if (first.size() == 1 && second.size() > 1 && all(first, office_or_group) && mention(first.front())->plural &&
          mention(first.front())->country == no_actor && all(second, state)) {
        mention(first.front())->merged = true;
        erase(i, comma + 1);
        continue;
      }
      if (!names_behind && !names_before) continue;
      const ChunkList &names = names_behind ? second : first, &offices = names_behind ? first : second;
      if (names.size() < 2 ||
          !(offices.size() == names.size() || (offices.size() == 1 && mention(offices.front())->plural)))
        continue;
      for (std::size_t n = 0; n < names.size(); ++n) {
        ActorMention& o = *mention(offices.size() == 1 ? offices.front() : offices[n]);
        give_title(mention(names[n]), o);
        o.merged = true;
      }
      if (names_behind)
        erase(i, comma + 1);
      else
        erase(comma, end + (is_kind(end, ChunkKind::comma) || is_kind(end, ChunkKind::close) ? 1 : 0));
      if (names_behind && is_kind(i + second.back() - second.front() + 1, ChunkKind::comma))
        erase(i + second.back() - second.front() + 1, i + second.back() - second.front() + 2);
    }
  }

  // "A and B", "A, B and C", or one phrase alone.
  ChunkList joined_pair(std::size_t i) {
    ChunkList list = joined_from(i);
    // A list without a conjunction is no list: "the ministers, A": the first alone.
    if (list.size() > 1 && !is_kind(list.back() - 1, ChunkKind::conjunction)) list.erase(list.begin() + 1, list.end());
    for (std::size_t n = 1; n + 1 < list.size(); ++n) {
      // "the presidents, A and B": the comma opens the apposition.
      if (office(*mention(list[n - 1])) != office(*mention(list[n]))) {
        list.erase(list.begin() + static_cast<std::ptrdiff_t>(n), list.end());
        break;
      }
    }
    if (list.size() == 2 && is_kind(list[1] - 1, ChunkKind::comma)) list.pop_back();
    return list;
  }

  void appositions() {
    for (std::size_t i = 0; i + 2 < s_.chunks.size(); ++i) {
      if (!is_kind(i, ChunkKind::noun) || !is_kind(i + 2, ChunkKind::noun)) continue;
      const bool bracket = is_kind(i + 1, ChunkKind::open);
      if (!bracket && (!is_kind(i + 1, ChunkKind::comma) || semicolon(i + 1))) continue;
      std::size_t end = phrase_end(i + 2);
      if (is_kind(end, ChunkKind::conjunction) && is_kind(end + 1, ChunkKind::noun) &&
          is_kind(end + 2, ChunkKind::comma) && is_kind(end + 3, ChunkKind::verb))
        end += 2;
      const bool closed = end >= s_.chunks.size() || is_kind(end, bracket ? ChunkKind::close : ChunkKind::comma) ||
                          is_kind(end, ChunkKind::stop);
      ActorMention *m = mention(i), *n = mention(i + 2);
      if (m && !bracket && called_upon(i, *m)) continue;
      const bool next_role = is_kind(end, ChunkKind::comma) && is_kind(end + 1, ChunkKind::conjunction) &&
                             mention(end + 2) && role(*mention(end + 2)) && is_kind(end + 3, ChunkKind::comma) &&
                             mention(end + 4) && named(*mention(end + 4));
      const bool explained =
          m && n &&
          ((named(*m) && n->refers == Refers::role && n->country != no_actor && n->last > n->head + 1) ||
           (role(*m) && m->definite && named(*n) && next_role));
      if (!bracket && is_kind(end, ChunkKind::relative) && m && relates(i, *m, n)) {
        if (n && named(*m)) give_title(m, *n);
        if (n) n->merged = true;
        erase(i + 2, end);
        continue;
      }
      // "his rival, Juan Guaidó,": a person by a common noun that stands for no actor.
      if (closed && !m && n && named(*n) && !list_follows(i, end) && person_noun(i)) {
        // "his rival, X, known as Y, …": that comma opens what is told of him.
        const bool opens =
            is_kind(end, ChunkKind::comma) && (is_kind(end + 1, ChunkKind::relative) || reduced(end + 1));
        if (!opens && (is_kind(end, ChunkKind::comma) || is_kind(end, ChunkKind::close))) erase(end, end + 1);
        erase(i, i + 2);
        continue;
      }
      if (!closed || !m || !n || (list_follows(i, end) && !explained) || marked_apart(*m, *n)) continue;
      if (named(*m) && (role(*n) && (described_so(i + 2)))) {
        give_title(m, *n);
        n->merged = true;
        remove_apposition(i, end);
      } else if (role(*m) && named(*n) &&
                 (m->definite || m->owner != none || m->country != no_actor ||
                  s_.tagged[m->first].tag == Tag::determiner)) {
        give_title(n, *m);
        n->first = m->first;
        m->merged = true;
        phrase(i).mention = phrase(i + 2).mention;
        phrase(i).head = phrase(i + 2).head;
        remove_apposition(i, end);
      } else if (m->refers == Refers::actor && n->refers == Refers::described && described_so(i + 2)) {
        remove_apposition(i, end);
      }
    }
  }

  bool reduced(std::size_t i) const {
    return is_kind(i, ChunkKind::verb) && s_.verbs[s_.chunks[i].index].form == VerbForm::participle;
  }

  // "Q: Robert, the chairman of the party has …": a transcript's line may begin with whom it speaks to.
  bool called_upon(std::size_t i, const ActorMention& m) const {
    return i == 0 && !s_.speaker.empty() && named(m) && m.known == no_actor && m.title_last == 0 &&
           m.last == m.first + 1;
  }

  // "Rouhani, the president who signed the deal, called": what the relative clause tells is told of the name before.
  bool relates(std::size_t i, const ActorMention& m, const ActorMention* n) {
    const bool name = named(m);
    if (!name && m.refers != Refers::actor) return false;
    if (!n) return name ? person_noun(i + 2) : group_noun(i + 2, m);
    const bool one = n->refers == Refers::role || (n->refers == Refers::described && !n->plural && n->name_last == 0);
    return one && (n->kind == Kind::person) == name && described_so(i + 2) && !marked_apart(m, *n);
  }

  // "a designated group", "a country" behind the name of one.
  bool group_noun(std::size_t i, const ActorMention& m) {
    const NounPhrase& p = phrase(i);
    const Word* w = word(p.head);
    const bool state = m.kind == Kind::state;
    return s_.tagged[p.first].tag == Tag::determiner && s_.marked.empty() && w && s_.tagged[p.head].tag == Tag::noun &&
           !w->plural_noun() &&
           (w->noun_class == NounClass::group || (state && w->noun_class == NounClass::location) ||
            (w->actor_noun && tables_.vocabulary.actor_nouns[w->actor_noun - 1].kind != Kind::person));
  }

  // "his rival", "a longtime critic", "the exiled writer": one person.
  bool person_noun(std::size_t i) {
    const NounPhrase& p = phrase(i);
    const Word* w = word(p.head);
    const Tag t = s_.tagged[p.first].tag;
    const bool one = t == Tag::determiner || t == Tag::possessive || !p.possessors.empty();
    return one && s_.marked.empty() && w && s_.tagged[p.head].tag == Tag::noun && w->noun_class == NounClass::person &&
           !w->plural_noun();
  }

  // The user marked one of them as an actor by itself.
  bool marked_apart(const ActorMention& m, const ActorMention& n) const {
    return !s_.marked.empty() && (s_.marked_end(m.first) != m.first || s_.marked_end(n.first) != n.first);
  }

  // "the point person on the talks, Under Secretary Bill Burns,": the name behind the role's complements.
  void far_appositions() {
    for (std::size_t i = 0; i + 2 < s_.chunks.size(); ++i) {
      if (!is_kind(i, ChunkKind::noun)) continue;
      const std::size_t comma = phrase_end(i);
      if (comma == i + 1 || !is_kind(comma, ChunkKind::comma) || !is_kind(comma + 1, ChunkKind::noun)) continue;
      const std::size_t end = phrase_end(comma + 1);
      const bool last = end >= s_.chunks.size() || is_kind(end, ChunkKind::stop);
      const bool closed = last || (is_kind(end, ChunkKind::comma) && !is_kind(end + 1, ChunkKind::conjunction));
      ActorMention *m = mention(i), *n = mention(comma + 1);
      if (!closed || !m || !n || !role(*m) || !named(*n) || m->plural || !(m->definite || m->owner != none)) continue;
      give_title(n, *m);
      n->first = m->first;
      m->merged = true;
      phrase(i).mention = phrase(comma + 1).mention;
      phrase(i).head = phrase(comma + 1).head;
      erase(i + 1, last ? end : end + 1);
    }
  }

  bool list_follows(std::size_t i, std::size_t end) const {
    if (is_kind(i + 1, ChunkKind::open) || (semicolon(end) && !semicolon(i + 1))) return false;
    if (is_kind(end, ChunkKind::comma) && (is_kind(end + 1, ChunkKind::conjunction)))
      return !is_kind(end + 2, ChunkKind::verb);
    if (i > 0 && (is_kind(i - 1, ChunkKind::comma) && i > 1 && is_kind(i - 2, ChunkKind::noun) &&
                  is_kind(end, ChunkKind::conjunction)))
      return true;
    return false;
  }

  // "the foreign minister", "Jordan's foreign minister", "a former ambassador": not the next item of a list.
  bool described_so(std::size_t i) {
    const NounPhrase& p = phrase(i);
    const Tag t = s_.tagged[p.first].tag;
    const ActorMention& m = s_.mentions[p.mention];
    return t == Tag::determiner || t == Tag::possessive || m.owner != none || m.country != no_actor || m.former ||
           m.title_last != 0;
  }

  void give_title(ActorMention* to, const ActorMention& from) const {
    to->kind = Kind::person;
    const Word* const head = word(from.head);
    // "Putin, a former spy": whom a surname names without more is known, whatever else he is or was.
    const Word* const article = word(from.first);
    const bool aside = to->name_last == to->name_first + 1 && article && (article->reads("a") || article->reads("an"));
    const bool office = !aside && (from.title_last != 0 || !head || head->noun_lemma != "counterpart");
    if (to->title_last == 0 && office) {
      to->title_first = from.title_first ? from.title_first : from.head;
      to->title_last = from.title_last ? from.title_last : from.head + 1;
      to->former = from.former;
    }
    if (to->country == no_actor) to->country = from.country;
    if (to->owner == none) to->owner = from.owner;
    if (to->sector.empty()) to->sector = from.sector;
  }

  void remove_apposition(std::size_t i, std::size_t end) {
    if ((is_kind(end, ChunkKind::comma) && !semicolon(end)) || is_kind(end, ChunkKind::close)) ++end;
    erase(i + 1, end);
  }

  // Between semicolons a comma opens an apposition: "A, minister of B; C, minister of D; and E".
  bool semicolon(std::size_t i) const {
    return is_kind(i, ChunkKind::comma) && s_.tokens[s_.chunks[i].first].punct == ';';
  }

  const PackTables& tables_;
  Sentence& s_;
};

}  // namespace

void join_mentions(const PackTables& tables, Sentence* sentence) { Joiner(tables, sentence).run(); }

}  // namespace demarche::extract
