#include "extract/appointments.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "extract/event_time.h"
#include "extract/mentions.h"
#include "extract/office_record.h"
#include "extract/record_entity.h"
#include "text/hash.h"

namespace demarche::extract {

using namespace rules;

namespace {

// Who changes office, and where the sentence names the office.
enum class Frame : std::uint8_t {
  appoint,  // X appointed Y (as) OFFICE; Y was appointed OFFICE, to the post of OFFICE, to BODY
  become,   // Y became OFFICE
  enter,    // Y took over as OFFICE (from Z); Y was sworn in as OFFICE; Y assumed the post of OFFICE
  move,     // Y moved to BODY, joined BODY
  resign,   // Y resigned (as OFFICE)
  dismiss,  // X dismissed Y (as OFFICE)
  succeed,  // Y succeeded Z (as OFFICE); Z was replaced by Y; X replaced Z with Y
};

struct Verb {
  std::string_view lemma;
  Frame frame;
  std::string_view rule;      // permanent id
  std::string_view particle;  // one of these words must follow the verb: "step down"
};

// "Nominate", "pick" and "choose" are left out: whom a president nominates need not come into office.
constexpr Verb verbs[] = {
    {"appoint", Frame::appoint, "OFFICE.appoint", ""},
    {"reappoint", Frame::appoint, "OFFICE.appoint", ""},
    {"name", Frame::appoint, "OFFICE.appoint", ""},
    {"install", Frame::appoint, "OFFICE.appoint", ""},
    {"designate", Frame::appoint, "OFFICE.appoint", ""},
    {"promote", Frame::appoint, "OFFICE.appoint", ""},
    {"confirm", Frame::appoint, "OFFICE.appoint", ""},
    {"elect", Frame::appoint, "OFFICE.elect", ""},
    {"reelect", Frame::appoint, "OFFICE.elect", ""},
    {"re-elect", Frame::appoint, "OFFICE.elect", ""},
    {"become", Frame::become, "OFFICE.become", ""},
    {"swear", Frame::enter, "OFFICE.enter", "in"},
    {"take", Frame::enter, "OFFICE.enter", "over office up"},
    {"assume", Frame::enter, "OFFICE.enter", ""},
    {"return", Frame::enter, "OFFICE.enter", ""},
    {"move", Frame::move, "OFFICE.move", ""},
    {"transfer", Frame::move, "OFFICE.move", ""},
    {"join", Frame::move, "OFFICE.move", ""},
    {"resign", Frame::resign, "OFFICE.resign", ""},
    {"quit", Frame::resign, "OFFICE.resign", ""},
    {"retire", Frame::resign, "OFFICE.resign", ""},
    {"step", Frame::resign, "OFFICE.resign", "down aside"},
    {"stand", Frame::resign, "OFFICE.resign", "down aside"},
    {"dismiss", Frame::dismiss, "OFFICE.dismiss", ""},
    {"fire", Frame::dismiss, "OFFICE.dismiss", ""},
    {"sack", Frame::dismiss, "OFFICE.dismiss", ""},
    {"remove", Frame::dismiss, "OFFICE.dismiss", ""},
    {"oust", Frame::dismiss, "OFFICE.dismiss", ""},
    {"succeed", Frame::succeed, "OFFICE.succeed", ""},
    {"replace", Frame::succeed, "OFFICE.succeed", ""},
};

// Offices that are somebody's, to somebody else.
constexpr std::string_view sent_by_somebody =
    "ambassador envoy representative coordinator adviser advisor commissioner consul";

const Verb* verb_of(const Sentence& s, const VerbGroup& v) {
  const Word* const w = s.tagged[v.head].word;
  if (w == nullptr) return nullptr;
  const std::string_view lemma = w->verb_lemma.empty() ? w->folded : w->verb_lemma;
  const auto* found = std::find_if(std::begin(verbs), std::end(verbs), [&](const Verb& x) { return x.lemma == lemma; });
  return found == std::end(verbs) ? nullptr : found;
}

// A word of a list that is parted by spaces.
bool among(std::string_view list, std::string_view word) {
  for (std::size_t at = 0; at < list.size();) {
    const std::size_t end = std::min(list.find(' ', at), list.size());
    if (list.substr(at, end - at) == word) return true;
    at = end + 1;
  }
  return false;
}

struct Person {
  Entity entity;
  const ActorMention* mention = nullptr;
  ActorIndex country = no_actor;
  bool weak = false;
};

struct Office {
  std::string title;
  ActorIndex body = no_actor;  // where the words themselves say
};

class Teller {
 public:
  Teller(const Analysis& a, const Sentence& s, const std::vector<Clause>& clauses,
         const std::vector<TimeExpression>& times, std::vector<Mention>* out)
      : a_(a), s_(s), clauses_(clauses), times_(times), g_(a.pack().tables->gazetteer), out_(*out) {}

  void tell(const Clause& c) {
    verb_ = verb_of(s_, s_.verbs[c.verb]);
    if (verb_ == nullptr || c.status != Status::actual) return;
    if (c.conditional || c.question || c.content || c.hearsay) return;
    // "Since becoming president": who, is a guess. The present tells of what may be or always is, but for headlines.
    const VerbGroup& v = s_.verbs[c.verb];
    if (v.form == VerbForm::ing || !(v.past || v.perfect || v.form == VerbForm::participle || s_.headline)) return;
    if (!verb_->particle.empty() && !particle(c)) return;
    clause_ = &c;
    switch (verb_->frame) {
      case Frame::appoint:
        return appoint();
      case Frame::become:
        return become();
      case Frame::enter:
        return enter();
      case Frame::move:
        return move();
      case Frame::resign:
        return resign();
      case Frame::dismiss:
        return dismiss();
      case Frame::succeed:
        return succeed();
    }
  }

 private:
  const Chunk& chunk(std::uint32_t i) const { return s_.chunks[i]; }
  const Word* word(std::uint32_t token) const { return s_.tagged[token].word; }
  bool is(std::uint32_t i, ChunkKind kind) const { return i < clause_->tail.last && chunk(i).kind == kind; }

  bool preposition(std::uint32_t i, std::string_view which) const {
    const Word* const w = is(i, ChunkKind::preposition) ? word(chunk(i).first) : nullptr;
    return w != nullptr && w->folded == which;
  }

  // "took over as", "was sworn in as": right behind the verb.
  bool particle(const Clause& c) const {
    const std::uint32_t next = chunk(c.chunk).last;
    for (std::uint32_t t = next; t < next + 2 && t < s_.tagged.size(); ++t) {
      if (word(t) != nullptr && among(verb_->particle, word(t)->folded)) return true;
    }
    return false;
  }

  // The person that a noun chunk names: by a name, or by a pronoun that goes back to one.
  std::optional<Person> person_at(std::uint32_t i) const {
    if (i >= s_.chunks.size() || chunk(i).kind != ChunkKind::noun) return std::nullopt;
    const NounPhrase& p = s_.phrases[chunk(i).index];
    const ActorMention* best = nullptr;
    for (const ActorMention& m : s_.mentions) {
      if (m.merged || m.first > p.first || m.last < p.last || m.head < p.first) continue;
      const bool here = p.mention != none && &m == &s_.mentions[p.mention];
      if (m.refers != Refers::person && !(here && (m.refers == Refers::pronoun || m.refers == Refers::role))) continue;
      if (best == nullptr || here) best = &m;
    }
    if (best == nullptr) return std::nullopt;
    if (best->refers == Refers::role) return named_before_title(*best);
    if (best->entities.size() != 1) return std::nullopt;
    const std::uint32_t number = best->entities.front();
    const DocEntity& d = a_.coreference().entities()[number];
    if (d.kind != Kind::person || d.described || d.plural) return std::nullopt;
    Person out{record_entity(a_, s_, number, *best), best, country_of(number), d.weak};
    return out;
  }

  // "named Laura Vance foreign minister": one phrase to the grammar, a name and an office to the reader.
  std::optional<Person> named_before_title(const ActorMention& m) const {
    std::uint32_t end = m.first;
    while (end < m.title_first && s_.tagged[end].tag == Tag::name) ++end;
    if (m.title_last == 0 || end != m.title_first || end - m.first < 2) return std::nullopt;
    const std::string name = words_of(a_.text(), s_, m.first, end);
    const auto& entities = a_.coreference().entities();
    Person out;
    out.mention = &m;
    for (std::uint32_t n = 0; n < entities.size(); ++n) {
      if (entities[n].kind == Kind::person && entities[n].name == name) {
        out.entity = record_entity(a_, s_, n, m);
        out.country = country_of(n);
      }
    }
    out.entity.identifier_text = name;
    out.entity.kind = Kind::person;
    out.entity.entity_text = own_words(a_, s_.tokens[m.first].start, s_.tokens[end - 1].end);
    out.entity.start = a_.offsets().to_code_points(s_.tokens[m.first].start);
    out.entity.end = a_.offsets().to_code_points(s_.tokens[end - 1].end);
    return out;
  }

  // The only person of a range: of two, none.
  std::optional<Person> person_in(const ChunkRange& range) const {
    std::optional<Person> out;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      auto person = person_at(i);
      if (!person || (out && out->mention == person->mention)) continue;
      if (out) return std::nullopt;
      out = std::move(person);
    }
    return out;
  }

  // State or organisation of an entity: itself, or where it is at home.
  ActorIndex country_of(std::uint32_t number) const {
    const DocEntity& d = a_.coreference().entities()[number];
    if (d.known == no_actor) return d.country;
    const KnownActor& k = g_[d.known];
    if (k.kind == Kind::state || k.kind == Kind::organisation) return d.known;
    return k.home;
  }

  // The office that a noun chunk is: a title without a name in it.
  std::optional<Office> office_at(std::uint32_t i) const {
    if (!is(i, ChunkKind::noun)) return std::nullopt;
    const NounPhrase& p = s_.phrases[chunk(i).index];
    if (p.mention == none) return std::nullopt;
    const ActorMention& m = s_.mentions[p.mention];
    if (m.former || m.plural || (m.refers != Refers::role && m.refers != Refers::described)) return std::nullopt;
    return office_of(m);
  }

  std::optional<Office> office_of(const ActorMention& m) const {
    Office out;
    std::uint32_t first = m.title_first, last = m.title_last;
    if (last == 0) {
      const Word* const head = word(m.head);
      if (head == nullptr || !head->is_title(office_head)) return std::nullopt;
      first = m.head;
      last = m.head + 1;
    }
    if (among_noun("candidate nominee contender hopeful favourite frontrunner", m)) return std::nullopt;
    // "his new envoy": what is said of it is no part of the title.
    const auto titled = [this](std::uint32_t t) {
      return word(t) && word(t)->is_title(office_head | portfolio | rank);
    };
    while (first + 1 < last && s_.tagged[first].tag == Tag::adjective && !titled(first)) ++first;
    out.title = words_of(a_.text(), s_, first, last);
    if (out.title.ends_with("elect")) return std::nullopt;  // "president-elect": not in office yet
    // "ambassador to Oman", "special envoy for Sudan": of somebody else than the country that follows.
    const Word* const next = last + 1 < s_.tagged.size() ? word(last) : nullptr;
    const bool sent = next != nullptr && (next->reads("to") || next->reads("for"));
    if (sent && among_noun(sent_by_somebody, m)) {
      const ActorMention* const where = mention_at(last + 1);
      if (where != nullptr) out.title += " " + std::string(next->folded) + " " + bare_name(*where);
      if (m.country != no_actor && where != nullptr && !told_before(m)) return out;
    }
    out.body = body_of(m);
    return out;
  }

  bool among_noun(std::string_view list, const ActorMention& m) const {
    const Word* const w = word(m.head);
    return w != nullptr && among(list, w->noun_lemma.empty() ? std::string_view(w->folded) : w->noun_lemma);
  }

  // Whether the country stands before the title ("Swiss envoy to Syria"), not behind it.
  bool told_before(const ActorMention& m) const {
    return std::any_of(s_.matches.begin(), s_.matches.end(),
                       [&](const NameMatch& n) { return n.first >= m.first && n.last <= m.title_first; });
  }

  // The actor whose phrase begins at the token, or behind its article.
  const ActorMention* mention_at(std::uint32_t token) const {
    for (const ActorMention& m : s_.mentions) {
      const bool actor = m.refers == Refers::actor || m.refers == Refers::capital || m.refers == Refers::place;
      if (actor && (m.first == token || (m.first + 1 == token && m.definite))) return &m;
    }
    return nullptr;
  }

  std::string bare_name(const ActorMention& m) const {
    if (m.known != no_actor) return std::string(std::string_view(g_[m.known].name));
    return words_of(a_.text(), s_, m.first, m.last);
  }

  ActorIndex body_of(const ActorMention& m) const {
    if (m.country != no_actor) return m.country;
    if (m.owner == none || s_.mentions[m.owner].entities.size() != 1) return no_actor;
    return country_of(s_.mentions[m.owner].entities.front());
  }

  // Behind "as", or "the post of": anywhere in what follows the verb.
  std::optional<Office> office_behind(const ChunkRange& range) const {
    for (std::uint32_t i = range.first; i + 1 < range.last; ++i) {
      if (preposition(i, "as")) return office_at(i + 1);
      if (!preposition(i, "of") || i == 0 || !is(i - 1, ChunkKind::noun)) continue;
      const Word* const post = word(s_.phrases[chunk(i - 1).index].head);
      if (post != nullptr && among("post position job office role rank", post->folded)) return office_at(i + 1);
    }
    return std::nullopt;
  }

  // "as OFFICE", else the title that the text gives the person.
  std::optional<Office> office_left(const Person& person) const {
    if (auto office = office_behind(clause_->tail)) return office;
    const ActorMention& m = *person.mention;
    if (m.title_last == 0 || m.former || m.refers != Refers::person) return std::nullopt;
    return office_of(m);
  }

  // An organisation or a body of a state: never a state, where one also just travels to.
  ActorIndex body_at(std::uint32_t i) const {
    if (!is(i, ChunkKind::noun)) return no_actor;
    const NounPhrase& p = s_.phrases[chunk(i).index];
    if (p.mention == none || s_.mentions[p.mention].refers != Refers::actor) return no_actor;
    const ActorIndex known = s_.mentions[p.mention].known;
    if (known == no_actor) return no_actor;
    return g_[known].kind == Kind::organisation || g_[known].kind == Kind::government ? known : no_actor;
  }

  // The agent of a passive, the subject of an active verb.
  ActorIndex appointer() const {
    const ChunkRange range = clause_->passive ? behind("by") : clause_->subject;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (chunk(i).kind != ChunkKind::noun) continue;
      const NounPhrase& p = s_.phrases[chunk(i).index];
      if (p.mention == none || s_.mentions[p.mention].entities.size() != 1) return no_actor;
      return country_of(s_.mentions[p.mention].entities.front());
    }
    return no_actor;
  }

  // The noun behind a preposition of the tail.
  ChunkRange behind(std::string_view which) const {
    for (std::uint32_t i = clause_->tail.first; i + 1 < clause_->tail.last; ++i) {
      if (preposition(i, which)) return {i + 1, i + 2};
    }
    return {};
  }

  ChunkRange first_of_tail() const {
    const ChunkRange& t = clause_->tail;
    return !t.empty() && chunk(t.first).kind == ChunkKind::noun ? ChunkRange{t.first, t.first + 1} : ChunkRange{};
  }

  void appoint() {
    const auto person = person_in(clause_->passive ? clause_->subject : first_of_tail());
    if (!person) return;
    const ChunkRange tail = clause_->tail;
    std::optional<Office> office = office_behind(tail);
    if (!office && clause_->passive) office = office_at(tail.first);
    if (!office && !clause_->passive && person->mention->refers == Refers::role) office = office_of(*person->mention);
    if (!office && !clause_->passive) office = office_at(tail.first + 1);
    if (!office && clause_->passive && preposition(tail.first, "to")) office = member_of(tail.first + 1);
    if (office) take(*person, *office, appointer());
  }

  void become() {
    const auto person = person_in(clause_->subject);
    const ChunkRange what = first_of_tail();
    if (!person || what.empty() || clause_->passive) return;
    if (const auto office = office_at(what.first)) take(*person, *office, no_actor);
  }

  void enter() {
    const auto person = person_in(clause_->subject);
    const auto office = person ? office_behind(clause_->tail) : std::nullopt;
    if (!office) return;
    take(*person, *office, no_actor);
    if (verb_->lemma != "take") return;
    if (const auto before = person_in(behind("from"))) leave(*before, *office, no_actor);
  }

  // "joined the State Department in 1993", but not "joined the United Nations in calling for …".
  void move() {
    const auto person = person_in(clause_->subject);
    if (!person || clause_->passive) return;
    const bool joins = verb_->lemma == "join";
    std::uint32_t at = joins ? clause_->tail.first : behind("to").first;
    if (!joins && at == 0) return;
    const auto office = member_of(at);
    if (!office) return;
    if (is(at + 1, ChunkKind::preposition) && !time(at + 2) && !preposition(at + 1, "as")) return;
    auto named = office_behind(clause_->tail);
    if (named && named->body == no_actor) named->body = office->body;
    take(*person, named ? *named : *office, no_actor);
  }

  bool time(std::uint32_t i) const {
    if (!is(i, ChunkKind::noun)) return false;
    return s_.phrases[chunk(i).index].time || std::any_of(times_.begin(), times_.end(), [&](const TimeExpression& t) {
             return t.first < chunk(i).last && chunk(i).first < t.last;
           });
  }

  // Who comes to a body without a title is called what everybody there is.
  std::optional<Office> member_of(std::uint32_t i) const {
    const ActorIndex body = body_at(i);
    if (body == no_actor) return std::nullopt;
    return Office{"official", body};
  }

  void resign() {
    const auto person = clause_->passive ? std::nullopt : person_in(clause_->subject);
    if (!person || left_something_else()) return;
    if (const auto office = office_left(*person)) leave(*person, *office, no_actor);
  }

  // "resigned from the party": not from the office that the text calls him by.
  bool left_something_else() const {
    const ChunkRange from = behind("from");
    const ChunkRange what = from.empty() ? first_of_tail() : from;
    if (what.empty() || time(what.first)) return false;
    const Word* const w = word(s_.phrases[chunk(what.first).index].head);
    return w == nullptr || !among("post position job office role cabinet government", w->folded);
  }

  void dismiss() {
    const auto person = person_in(clause_->passive ? clause_->subject : first_of_tail());
    const auto office = person ? office_left(*person) : std::nullopt;
    if (office) leave(*person, *office, appointer());
  }

  void succeed() {
    const ChunkRange with = verb_->lemma == "replace" ? behind("with") : ChunkRange{};
    const auto before = person_in(clause_->passive ? clause_->subject : first_of_tail());
    const auto after = person_in(!with.empty() ? with : clause_->passive ? behind("by") : clause_->subject);
    if (!before || !after || before->entity.identifier_text == after->entity.identifier_text) return;
    auto office = office_left(*before);
    if (!office) return;
    if (office->body == no_actor) office->body = before->country;
    take(*after, *office, no_actor);
    leave(*before, *office, no_actor);
  }

  void take(const Person& person, const Office& office, ActorIndex by) { write(take_office, person, office, by); }
  void leave(const Person& person, const Office& office, ActorIndex by) { write(leave_office, person, office, by); }

  void write(std::string_view action, const Person& person, const Office& office, ActorIndex by) {
    ActorIndex body = office.body;
    if (body == no_actor) body = by;
    if (body == no_actor) body = person.country;
    if (body == no_actor) return;
    Mention m;
    m.action = action;
    m.rule = verb_->rule;
    m.actor = {person.entity};
    m.actor[0].office = office.title;
    const KnownActor& of = g_[body];
    if (m.actor[0].code.empty() && of.kind == Kind::state) m.actor[0].code = of.code;
    if (m.actor[0].sector.empty()) m.actor[0].sector = "GOV";
    m.recipient = {known_entity(of)};
    m.confidence = person.weak ? 0.7 : person.mention->refers == Refers::pronoun ? 0.75 : 0.85;
    date(&m);
    sentence(&m);
    text::StableHash h;
    h.add(m.doc).add(std::to_string(m.event_start)).add(action).add(m.actor[0].identifier_text).add(office.title);
    m.id = h.hex();
    out_.push_back(std::move(m));
  }

  void date(Mention* m) const {
    Found found;
    found.chunk = clause_->chunk;
    found.clause = static_cast<std::uint32_t>(clause_ - clauses_.data());
    const EventTime event_time(s_, clauses_, times_);
    const TimeExpression* const t = event_time.of(found, clause_);
    const auto day = t == nullptr || t->story ? std::nullopt : resolve_time(*t, a_.date(), false);
    if (day) {
      m->date = text::iso(day->first);
      if (day->second) m->enddate = text::iso(*day->second);
      m->date_text = words_of(a_.text(), s_, t->first, t->last);
      m->date_precision = t->precision;
    } else if (a_.date()) {
      m->date = text::iso(*a_.date());
      m->date_precision = DatePrecision::document;
    }
  }

  void sentence(Mention* m) const {
    const std::uint32_t from = s_.tokens.front().start, to = s_.tokens.back().end;
    m->text = std::string(a_.text().substr(from, to - from));
    m->start = a_.offsets().to_code_points(from);
    m->end = a_.offsets().to_code_points(to);
    m->sequence = s_.number;
    const std::uint32_t head = s_.verbs[clause_->verb].head;
    m->event_text = words_of(a_.text(), s_, head, head + 1);
    m->event_start = a_.offsets().to_code_points(s_.tokens[head].start);
    m->event_end = a_.offsets().to_code_points(s_.tokens[head].end);
    const Document& d = a_.document();
    m->doc = d.id;
    m->title = d.title;
    m->url = d.url;
    m->publication = d.publication;
    m->language = d.language;
  }

  const Analysis& a_;
  const Sentence& s_;
  const std::vector<Clause>& clauses_;
  const std::vector<TimeExpression>& times_;
  const Gazetteer& g_;
  std::vector<Mention>& out_;
  const Verb* verb_ = nullptr;
  const Clause* clause_ = nullptr;
};

}  // namespace

bool may_appoint(const Sentence& s) {
  if (std::none_of(s.mentions.begin(), s.mentions.end(),
                   [](const ActorMention& m) { return m.kind == Kind::person; })) {
    return false;
  }
  return std::any_of(s.verbs.begin(), s.verbs.end(), [&s](const VerbGroup& v) { return verb_of(s, v) != nullptr; });
}

void find_appointments(const Analysis& analysis, const Sentence& sentence, const std::vector<Clause>& clauses,
                       const std::vector<TimeExpression>& times, std::vector<Mention>* out) {
  Teller teller(analysis, sentence, clauses, times, out);
  for (const Clause& clause : clauses) teller.tell(clause);
}

}  // namespace demarche::extract
