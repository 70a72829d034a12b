#include "extract/records.h"

#include <algorithm>

#include "extract/mentions.h"
#include "text/hash.h"

namespace demarche::extract {

using namespace rules;

namespace {

constexpr std::size_t most_topics = 3;
constexpr std::size_t most_participants = 12;

class RecordWriter {
 public:
  RecordWriter(const Analysis& a, const Sentence& s, const std::vector<Clause>& clauses, const std::vector<TimeExpression>& times,
               const std::vector<Mention>* told, bool lone_actors)
      : a_(a), s_(s), clauses_(clauses), times_(times), told_(told), tables_(*a.pack().tables), lone_actors_(lone_actors) {}

  bool write(const Found& f, Mention* m) {
    const Rule& rule = tables_.rules[f.rule];
    clause_ = f.clause == none ? nullptr : &clauses_[f.clause];
    participants(f, rule, m);
    if (rule.joins && m->recipient.empty() && !join(m)) return false;
    if (m->actor.empty() || (m->recipient.empty() && !lone_actors_ && !f.group_only && !f.recipients.empty())) return false;
    if (m->event.empty()) {
      m->event = rule.event;
      m->mode = rule.mode;
      m->action = rule.action;
    }
    m->plover = rule.plover;
    m->rule = rule.id;
    m->reciprocal = f.reciprocal;
    m->status = status(f, rule);
    if (m->status == Status::planned && !rule.planned_event.empty()) {
      m->event = rule.planned_event;
      m->mode.clear();
    }
    scores(m);
    date(f, m);
    place(f, m);
    visited(rule, m);
    if (m->recipient.empty() && !lone_actors_ && !f.group_only) return false;
    topics(f, m);
    contexts(m);
    attribution(m);
    sentence(f, m);
    m->confidence = confidence(f, rule, *m);
    identify(m);
    return true;
  }

 private:
  std::uint32_t point(std::uint32_t byte) const { return a_.offsets().to_code_points(byte); }

  Entity entity(std::uint32_t number, const ActorMention& m) const {
    const DocEntity& d = a_.coreference().entities()[number];
    Entity e;
    e.identifier_text = d.name;
    e.kind = d.kind;
    e.sector = d.sector;
    e.office = d.office;
    if (d.known != no_actor) {
      const KnownActor& k = tables_.gazetteer[d.known];
      e.actor = k.id;
      e.identifier_id = k.qid;
      const auto coding = tables_.gazetteer.coding(d.known, a_.document().date);
      e.code = coding.code;
      if (!k.codes.empty()) e.sector = coding.sector;
    } else if (!d.code.empty()) {
      e.code = d.code;
    } else if (d.country != no_actor) {
      e.code = tables_.gazetteer[d.country].code;
    }
    // A person by the bare name, so that what the text calls somebody can be looked up; a pronoun by what it goes back to.
    const ActorMention& told = m.refers == Refers::pronoun ? antecedent(number, m) : m;
    const bool bare = told.refers == Refers::person && told.name_last != 0;
    const std::uint32_t first = bare ? told.name_first : told.first, last = bare ? told.name_last : told.last;
    e.entity_text = own_words(s_.tokens[first].start, s_.tokens[last - 1].end);
    e.start = point(s_.tokens[first].start);
    e.end = point(s_.tokens[last - 1].end);
    return e;
  }

  // The nearest mention before the pronoun in its sentence that stands for the same actor; else the pronoun itself.
  const ActorMention& antecedent(std::uint32_t number, const ActorMention& pronoun) const {
    const ActorMention* best = &pronoun;
    for (const ActorMention& o : s_.mentions) {
      if (o.merged || o.refers == Refers::pronoun || o.last > pronoun.first || o.entities.size() != 1 || o.entities.front() != number) continue;
      if (best == &pronoun || o.first > best->first) best = &o;
    }
    return *best;
  }

  // The text's own words, white space collapsed.
  std::string own_words(std::uint32_t from, std::uint32_t to) const {
    std::string out;
    for (const char c : a_.text().substr(from, to - from)) {
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!space) out += c;
      else if (!out.empty() && out.back() != ' ') out += ' ';
    }
    return out;
  }

  // A recipient that is no actor: "the village", "a court decision".
  Entity thing(std::uint32_t chunk) const {
    const Chunk& c = s_.chunks[chunk];
    std::uint32_t first = c.first;
    while (first + 1 < c.last && s_.tagged[first].tag == Tag::determiner) ++first;
    Entity e;
    e.kind = Kind::other;
    e.identifier_text = words_of(a_.text(), s_, first, c.last);
    e.entity_text = own_words(s_.tokens[c.first].start, s_.tokens[c.last - 1].end);
    e.start = point(s_.tokens[c.first].start);
    e.end = point(s_.tokens[c.last - 1].end);
    return e;
  }

  // "leaders", "the minister" that nobody in the text is: no actor that a reader could name.
  bool vague(const ActorMention& m) const {
    if (m.given || m.country != no_actor || m.owner != none || m.entities.size() != 1 || m.name_last != 0) return false;
    if (m.refers != Refers::described && m.refers != Refers::role) return false;
    const DocEntity& d = a_.coreference().entities()[m.entities.front()];
    if (d.known != no_actor || d.country != no_actor || (d.sector != "GOV" && d.sector != "LEG")) return false;
    return d.name.find(' ') == std::string::npos || m.refers == Refers::role;
  }

  void add_entities(std::uint32_t number, std::vector<Entity>* list, std::vector<std::uint32_t>* seen) const {
    const ActorMention& m = s_.mentions[number];
    if (!lone_actors_ && vague(m)) return;
    for (const std::uint32_t e : m.entities) {
      if (std::find(seen->begin(), seen->end(), e) != seen->end() || list->size() >= most_participants) continue;
      seen->push_back(e);
      list->push_back(entity(e, m));
    }
  }

  void participants(const Found& f, const Rule&, Mention* m) const {
    std::vector<std::uint32_t> seen;
    for (const std::uint32_t n : f.actors) add_entities(n, &m->actor, &seen);
    for (const std::uint32_t n : f.recipients) add_entities(n, &m->recipient, &seen);
    if (lone_actors_) {
      for (const std::uint32_t c : f.things) m->recipient.push_back(thing(c));
    }
    // "The two leaders met": one phrase, two sides.
    if (f.group_only && m->actor.size() > 1) {
      m->recipient.assign(m->actor.begin() + 1, m->actor.end());
      m->actor.resize(1);
    }
  }

  Status status(const Found& f, const Rule& rule) const {
    if (rule.presupposed) return modified_status(f).value_or(Status::actual);
    if (f.negated_pattern) return rule.status.value_or(Status::actual);
    if (rule.status && !(clause_ && clause_->status == Status::denied)) return *rule.status;
    if (f.nominal) return nominal_status(f);
    return clause_ ? clause_->status : Status::actual;
  }

  // "the upcoming visit", "the alleged letter".
  std::optional<Status> modified_status(const Found& f) const {
    const NounPhrase& p = s_.phrases[s_.chunks[f.chunk].index];
    for (std::uint32_t t = p.first; t < p.head; ++t) {
      const Word* w = s_.tagged[t].word;
      if (!w) continue;
      if (in_set("planned_modifier", w->folded)) return Status::planned;
      if (in_set("possible_modifier", w->folded)) return Status::possible;
    }
    return std::nullopt;
  }

  // A noun's event takes its status from its modifiers, and from the clause where that one speaks of its happening.
  Status nominal_status(const Found& f) const {
    if (const auto status = modified_status(f)) return *status;
    if (!clause_) return Status::actual;
    // "during a visit", "after talks": presupposed, unless all of it is still to come.
    if (f.chunk > 0 && s_.chunks[f.chunk - 1].kind == ChunkKind::preposition && chunk_is("presupposing_preposition", f.chunk - 1)) {
      return clause_->status == Status::planned ? Status::planned : Status::actual;
    }
    const Word* head = s_.tagged[s_.verbs[clause_->verb].head].word;
    const std::string_view lemma = head ? (head->verb_lemma.empty() ? std::string_view(head->folded) : head->verb_lemma) : std::string_view();
    if (in_set("cancel_verb", lemma)) return Status::denied;
    if (in_set("plan_verb", lemma)) return clause_->status == Status::denied ? Status::denied : Status::planned;
    if (in_set("happen_verb", lemma)) return clause_->status;
    return clause_->status == Status::planned || clause_->status == Status::possible ? clause_->status : Status::actual;
  }

  bool chunk_is(std::string_view set, std::uint32_t i) const {
    const Word* w = s_.tagged[s_.chunks[i].first].word;
    return w && in_set(set, w->folded);
  }

  bool in_set(std::string_view set, std::string_view lemma) const {
    const auto* words = tables_.vocabulary.set(set);
    return words && std::find(words->begin(), words->end(), lemma) != words->end();
  }

  // Completes "Y took part in the call" from the event told before.
  bool join(Mention* m) const {
    for (auto e = told_->rbegin(); e != told_->rend(); ++e) {
      if (e->event != "CONSULT" || e->actor.empty() || s_.number - e->sequence > 12 || joined(e->rule)) continue;
      const auto same = [&](const Entity& a) { return std::any_of(m->actor.begin(), m->actor.end(), [&](const Entity& b) { return a.identifier_text == b.identifier_text; }); };
      if (std::any_of(e->actor.begin(), e->actor.end(), same)) continue;
      m->recipient = e->actor;
      m->event = e->event;
      m->mode = e->mode;
      m->action = e->action;
      return true;
    }
    return false;
  }

  bool joined(std::string_view id) const {
    return std::any_of(tables_.rules.begin(), tables_.rules.end(), [&](const Rule& r) { return r.id == id && r.joins; });
  }

  void scores(Mention* m) const {
    for (const EventType& t : tables_.events) {
      if (t.name != m->event) continue;
      m->quad_code = t.quad;
      m->event_scale = t.score;
      for (const auto& [mode, score] : t.modes) {
        if (mode == m->mode) m->event_scale = score;
      }
    }
  }

  // Tokens that belong to the clause: from its subject (or what stands before it) to the end of its complements.
  std::pair<std::uint32_t, std::uint32_t> clause_tokens(const Found& f) const {
    std::uint32_t first = s_.chunks[f.chunk].first, last = s_.chunks[f.chunk].last;
    if (clause_) {
      first = std::min(first, s_.chunks[clause_->chunk].first);
      if (!clause_->subject.empty()) first = std::min(first, s_.chunks[clause_->subject.first].first);
      if (!clause_->tail.empty()) last = std::max(last, s_.chunks[clause_->tail.last - 1].last);
      // What stands before the subject belongs to it when no other clause does.
      bool earlier = false;
      for (const Clause& c : clauses_) earlier = earlier || s_.chunks[c.chunk].first < first;
      if (!earlier) first = 0;
    }
    return {first, last};
  }

  const TimeExpression* time_of(const Found& f) const {
    const auto [first, last] = clause_tokens(f);
    const std::uint32_t trigger = s_.chunks[f.chunk].first;
    const TimeExpression* best = nullptr;
    std::uint32_t distance = none;
    for (const TimeExpression& t : times_) {
      if (t.first < first || t.first > last) continue;
      if (owned_by_other(t, f)) continue;
      const std::uint32_t d = t.first > trigger ? t.first - trigger : (trigger - t.first) * 2;
      if (d < distance) {
        distance = d;
        best = &t;
      }
    }
    if (!best) best = antecedent_time();
    if (best || times_.size() != 1 || clauses_.size() > 3 || f.nominal) return best;
    return &times_.front();
  }

  // "until December (when X and Y are to sign …)": the time that "when" goes back to.
  const TimeExpression* antecedent_time() const {
    if (!clause_ || clause_->subject.empty() || clause_->subject.first == 0) return nullptr;
    std::uint32_t i = clause_->subject.first - 1;
    const Word* w = s_.tagged[s_.chunks[i].first].word;
    if (s_.chunks[i].kind != ChunkKind::subordinator || !w || w->folded != "when") return nullptr;
    while (i > 0 && (s_.chunks[i - 1].kind == ChunkKind::open || s_.chunks[i - 1].kind == ChunkKind::comma)) --i;
    for (const TimeExpression& t : times_) {
      if (i > 0 && t.last == s_.chunks[i - 1].last) return &t;
    }
    return nullptr;
  }

  // A time between another clause's verb and its end belongs to that clause.
  bool owned_by_other(const TimeExpression& t, const Found& f) const {
    const std::uint32_t trigger = s_.chunks[f.chunk].first;
    for (const Clause& c : clauses_) {
      if (&c == clause_) continue;
      const std::uint32_t verb = s_.chunks[c.chunk].first;
      const bool between = trigger < verb && verb < t.first;
      if (between && c.relation != Relation::infinitive && c.relation != Relation::reduced) return true;
    }
    return false;
  }

  void date(const Found& f, Mention* m) const {
    const bool future = m->status == Status::planned || (clause_ && s_.verbs[clause_->verb].future);
    if (const TimeExpression* t = time_of(f)) {
      if (const auto resolved = resolve_time(*t, a_.date(), future)) {
        m->date = text::iso(resolved->first);
        if (resolved->second) m->enddate = text::iso(*resolved->second);
        m->date_text = words_of(a_.text(), s_, t->first, t->last);
        m->date_precision = t->precision;
        return;
      }
    }
    if (m->status == Status::planned || !a_.date()) return;
    m->date = text::iso(*a_.date());
    m->date_precision = DatePrecision::document;
  }

  const ActorMention* place_at(std::uint32_t i) const {
    if (i == 0 || s_.chunks[i].kind != ChunkKind::noun || s_.chunks[i - 1].kind != ChunkKind::preposition) return nullptr;
    const NounPhrase& p = s_.phrases[s_.chunks[i].index];
    const Word* w = s_.tagged[s_.chunks[i - 1].first].word;
    if (p.mention == none || !w || (w->folded != "in" && w->folded != "at" && w->folded != "near" && w->folded != "outside")) return nullptr;
    const ActorMention& m = s_.mentions[p.mention];
    const bool place = m.refers == Refers::place || m.refers == Refers::capital || (m.refers == Refers::actor && m.kind == Kind::state);
    return place ? &m : nullptr;
  }

  void place(const Found& f, Mention* m) {
    const std::uint32_t from = f.chunk, to = clause_ ? clause_->tail.last : static_cast<std::uint32_t>(s_.chunks.size());
    const ActorMention* found = nullptr;
    for (std::uint32_t i = from + 1; i < to && !found; ++i) found = place_at(i);
    const std::uint32_t subject = clause_ && !clause_->subject.empty() ? clause_->subject.first : from;
    for (std::uint32_t i = 0; i < subject && !found && clauses_.size() < 3; ++i) found = place_at(i);
    for (std::uint32_t i = subject; i < from && !found && f.nominal; ++i) found = place_at(i);
    if (!found) return;
    Location l;
    const bool named = found->name_last != 0;
    const std::uint32_t first = named ? found->name_first : found->first, last = named ? found->name_last : found->last;
    l.extracted_place = words_of(a_.text(), s_, first, last);
    l.resolved_place = l.extracted_place;
    place_start_ = point(s_.tokens[first].start);
    place_end_ = point(s_.tokens[last - 1].end);
    const ActorIndex state = found->refers == Refers::place ? found->country : found->known;
    if (state != no_actor) l.country = tables_.gazetteer[state].code;
    m->event_loc = std::move(l);
  }

  // "the visit of President Lula … in Tehran": the place names the state that is visited.
  void visited(const Rule& rule, Mention* m) const {
    if (rule.mode != "visit" || !m->recipient.empty() || !m->event_loc || m->event_loc->country.empty()) return;
    const ActorIndex state = tables_.gazetteer.find_id(m->event_loc->country);
    if (state == no_actor || m->actor.front().code == m->event_loc->country) return;
    const KnownActor& k = tables_.gazetteer[state];
    Entity e;
    e.identifier_text = k.name;
    e.identifier_id = k.qid;
    e.actor = k.id;
    e.code = k.code;
    e.sector = k.sector;
    e.kind = k.kind;
    e.entity_text = m->event_loc->extracted_place;
    e.start = place_start_;
    e.end = place_end_;
    m->recipient.push_back(std::move(e));
  }

  std::string topic_text(std::uint32_t first, std::uint32_t last) const {
    while (first < last && (s_.tagged[first].tag == Tag::determiner || s_.tagged[first].tag == Tag::possessive || s_.tagged[first].tag == Tag::quantifier)) ++first;
    return words_of(a_.text(), s_, first, last);
  }

  // "issues", "progress": says nothing without its complement. The last token of a phrase's first noun phrase is `head`.
  bool empty_topic(std::uint32_t head) const {
    const Word* w = s_.tagged[head].word;
    return w && s_.tagged[head].tag == Tag::noun && in_set("empty_topic", w->noun_lemma);
  }

  void add_topic(std::uint32_t first, std::uint32_t last, Mention* m) const {
    if (m->topic.size() >= most_topics || first >= last) return;
    const Tag t = s_.tagged[last - 1].tag;
    if (t == Tag::pronoun) return;
    std::string topic = topic_text(first, last);
    if (!topic.empty() && std::find(m->topic.begin(), m->topic.end(), topic) == m->topic.end()) m->topic.push_back(std::move(topic));
  }

  // The noun phrases of [first, last), "of" phrases joined to their heads.
  void topics_in(std::uint32_t first, std::uint32_t last, Mention* m) const {
    for (std::uint32_t i = 0; i < s_.chunks.size(); ++i) {
      const Chunk& c = s_.chunks[i];
      if (c.kind != ChunkKind::noun || c.first < first || c.last > last || s_.phrases[c.index].time) continue;
      std::uint32_t end = c.last, j = i;
      while (j + 2 < s_.chunks.size() && s_.chunks[j + 1].kind == ChunkKind::preposition && s_.chunks[j + 2].kind == ChunkKind::noun && s_.chunks[j + 2].last <= last && !s_.phrases[s_.chunks[j + 2].index].time) {
        j += 2;
        end = s_.chunks[j].last;
      }
      if (!empty_topic(c.last - 1)) add_topic(c.first, end, m);
      else if (j > i) add_topic(s_.chunks[i + 2].first, end, m);
      i = j;
    }
  }

  // "spoke with Y and discussed Iran": the second verb says what about.
  void coordinate_topics(Mention* m) const {
    if (m->event != "CONSULT" || !clause_) return;
    for (const Clause& c : clauses_) {
      const bool coordinate = c.relation == Relation::coordinate && c.subject.first == clause_->subject.first;
      const bool purpose = c.relation == Relation::infinitive && c.governor != none && &clauses_[c.governor] == clause_;
      if (&c == clause_ || (!coordinate && !purpose) || c.chunk < clause_->chunk) continue;
      const Word* w = s_.tagged[s_.verbs[c.verb].head].word;
      if (!w || !in_set("discuss_verb", w->verb_lemma) || c.tail.empty()) continue;
      std::uint32_t end = c.tail.first;
      while (end < c.tail.last && s_.chunks[end].kind != ChunkKind::verb && !(s_.chunks[end].kind == ChunkKind::preposition && chunk_is("partner_preposition", end))) ++end;
      if (end > c.tail.first) topics_in(s_.chunks[c.tail.first].first, s_.chunks[end - 1].last, m);
    }
  }

  void topics(const Found& f, Mention* m) const {
    if (f.topic_last) topics_in(f.topic_first, f.topic_last, m);
    coordinate_topics(m);
    const std::uint32_t to = clause_ ? std::max(clause_->tail.last, f.covered.empty() ? 0u : f.covered.back() + 1) : static_cast<std::uint32_t>(s_.chunks.size());
    for (std::uint32_t i = f.chunk + 1; i + 1 < std::min<std::uint32_t>(to, static_cast<std::uint32_t>(s_.chunks.size())) && m->topic.size() < most_topics; ++i) {
      if (s_.chunks[i].kind != ChunkKind::preposition || s_.chunks[i + 1].kind != ChunkKind::noun) continue;
      const Word* w = s_.tagged[s_.chunks[i].first].word;
      if (i > 0 && s_.chunks[i - 1].kind == ChunkKind::preposition) continue;  // "at about a dozen places"
      if (!w || !in_set("topic_preposition", w->folded) || s_.phrases[s_.chunks[i + 1].index].time) continue;
      std::uint32_t end = i + 2;
      while (end + 1 < s_.chunks.size() && ((s_.chunks[end].kind == ChunkKind::conjunction || s_.chunks[end].kind == ChunkKind::comma) && s_.chunks[end + 1].kind == ChunkKind::noun && end + 2 <= to)) end += 2;
      topics_in(s_.chunks[i + 1].first, s_.chunks[end - 1].last, m);
    }
  }

  void contexts(Mention* m) const {
    std::vector<std::string_view> words;
    for (const Tagged& t : s_.tagged) words.push_back(t.word ? std::string_view(t.word->folded) : std::string_view());
    std::uint64_t bits = 0;
    tables_.contexts.find(words, &bits);
    for (std::size_t i = 0; i < tables_.contexts.size(); ++i) {
      if (bits >> i & 1) m->context.emplace_back(tables_.contexts.name(i));
    }
  }

  void attribution(Mention* m) const {
    if (!clause_ || clause_->source == none) return;
    const Clause& source = clauses_[clause_->source];
    if (source.subject.empty()) return;
    const Chunk& c = s_.chunks[source.subject.first];
    if (c.kind != ChunkKind::noun) return;
    const NounPhrase& p = s_.phrases[c.index];
    const Word* verb = s_.tagged[s_.verbs[source.verb].head].word;
    Attribution a;
    a.verb = verb ? std::string(verb->verb_lemma.empty() ? std::string_view(verb->folded) : verb->verb_lemma) : "say";
    if (p.mention != none && !s_.mentions[p.mention].entities.empty()) {
      a.source = entity(s_.mentions[p.mention].entities.front(), s_.mentions[p.mention]);
    } else {
      a.source.entity_text = a.source.identifier_text = words_of(a_.text(), s_, p.first, p.last);
      a.source.start = point(s_.tokens[p.first].start);
      a.source.end = point(s_.tokens[p.last - 1].end);
    }
    m->attribution = std::move(a);
  }

  void sentence(const Found& f, Mention* m) const {
    const std::uint32_t from = s_.tokens.front().start, to = s_.tokens.back().end;
    m->text = std::string(a_.text().substr(from, to - from));
    m->start = point(from);
    m->end = point(to);
    m->sequence = s_.number;
    const Chunk& c = s_.chunks[f.chunk];
    std::uint32_t first = c.first, last = c.last;
    if (!f.nominal) {
      const VerbGroup& v = s_.verbs[c.index];
      first = last = v.head;
      ++last;
    } else {
      first = s_.phrases[c.index].head;
      last = first + 1;
    }
    m->event_text = words_of(a_.text(), s_, first, last);
    m->event_start = point(s_.tokens[first].start);
    m->event_end = point(s_.tokens[last - 1].end);
    m->doc = a_.document().id;
    m->title = a_.document().title;
    m->url = a_.document().url;
    m->publication = a_.document().publication;
    m->language = a_.document().language;
  }

  double confidence(const Found& f, const Rule& rule, const Mention& m) const {
    double c = rule.confidence;
    if (f.nominal) c *= 0.85;
    if (clause_ && clause_->hearsay) c *= 0.9;
    for (const auto* list : {&f.actors, &f.recipients}) {
      for (const std::uint32_t n : *list) {
        const ActorMention& a = s_.mentions[n];
        if (a.refers == Refers::pronoun) c *= 0.9;
        if (a.refers == Refers::described && a.country == no_actor && !a.given) c *= 0.85;
        if (!a.entities.empty() && a_.coreference().entities()[a.entities.front()].weak) c *= 0.8;
      }
    }
    if (m.recipient.empty()) c *= 0.9;
    return std::max(0.05, std::min(1.0, static_cast<double>(static_cast<int>(c * 100 + 0.5)) / 100));
  }

  void identify(Mention* m) const {
    text::StableHash h;
    h.add(m->doc).add(std::to_string(m->event_start)).add(std::to_string(m->event_end)).add(m->action).add(to_string(m->status));
    for (const Entity& e : m->actor) h.add(e.identifier_text);
    h.add("→");
    for (const Entity& e : m->recipient) h.add(e.identifier_text);
    m->id = h.hex();
  }

  const Analysis& a_;
  const Sentence& s_;
  const std::vector<Clause>& clauses_;
  const std::vector<TimeExpression>& times_;
  const std::vector<Mention>* told_;  // the records of the document so far
  const PackTables& tables_;
  bool lone_actors_;
  const Clause* clause_ = nullptr;
  std::uint32_t place_start_ = 0, place_end_ = 0;
};

bool same_statement(const Mention& a, const Mention& b) {
  const auto names = [](const std::vector<Entity>& list) {
    std::vector<std::string_view> out;
    for (const Entity& e : list) out.push_back(e.identifier_text);
    std::sort(out.begin(), out.end());
    return out;
  };
  return a.action == b.action && a.status == b.status && names(a.actor) == names(b.actor) && names(a.recipient) == names(b.recipient);
}

}  // namespace

void write_records(const Analysis& analysis, const Sentence& sentence, const std::vector<Clause>& clauses,
                   const std::vector<Found>& found, const std::vector<TimeExpression>& times,
                   bool lone_actors, std::vector<Mention>* out) {
  RecordWriter writer(analysis, sentence, clauses, times, out, lone_actors);
  std::vector<Mention> records;
  for (const Found& f : found) {
    Mention m;
    if (!writer.write(f, &m)) continue;
    if (std::any_of(records.begin(), records.end(), [&](const Mention& r) { return same_statement(r, m); })) continue;
    records.push_back(std::move(m));
  }
  std::stable_sort(records.begin(), records.end(), [](const Mention& a, const Mention& b) { return a.confidence > b.confidence; });
  for (Mention& m : records) out->push_back(std::move(m));
}

}  // namespace demarche::extract
