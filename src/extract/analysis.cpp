#include "extract/analysis.h"

#include <algorithm>

#include "extract/chunker.h"
#include "extract/deeds.h"
#include "extract/headline_speaker.h"
#include "extract/mentions.h"
#include "extract/names.h"
#include "extract/office_period.h"
#include "extract/office_words.h"
#include "extract/tagger.h"
#include "text/fold.h"
#include "text/title_day.h"

namespace demarche::extract {

using namespace rules;

namespace {

constexpr std::uint32_t longest_sentence = 400;  // tokens; longer ones are tables and lists, read in pieces
constexpr std::size_t batch = 32;                // sentences that pass each stage together
constexpr std::size_t long_text = 1 << 20;       // bytes; from here on memory is worth more than time

constexpr std::string_view says = "says";  // what a headline's colon stands for

// The flags of a part of a token that a hyphen divides.
std::uint8_t part_flags(std::uint8_t flags, std::string_view part) {
  flags = static_cast<std::uint8_t>(flags & ~(text::has_hyphen | text::all_caps | text::has_dot));
  const bool lower = std::any_of(part.begin(), part.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (part.size() > 1 && !lower) flags |= text::all_caps;
  if (part.ends_with('.')) flags |= text::has_dot;
  return flags;
}

}  // namespace

Analysis::Analysis(const Pack::Rep& pack, Words* words, SentencePool* pool, OfficePhrases* offices,
                   const Document& document)
    : pack_(pack),
      words_(words),
      offices_(offices),
      document_(document),
      offsets_(document.text),
      date_(text::parse_iso(document.date)),
      pool_(pool) {
  if (date_ && date_->day == 0) date_ = text::first_day(*date_);
  for (const GivenMention& m : document.mentions) {
    const std::size_t a = offsets_.to_bytes(m.start), b = offsets_.to_bytes(m.end);
    if (a < b) given_.push_back({static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b), &m});
  }
  std::sort(given_.begin(), given_.end(),
            [](const Given& a, const Given& b) { return a.start != b.start ? a.start < b.start : a.end < b.end; });
}

// The state that "the president" belongs to, where the publication is a government's.
ActorIndex Analysis::find_home() const {
  const Gazetteer& g = pack_.tables->gazetteer;
  std::uint32_t node = 0;
  std::vector<std::string> words = name_words(document_.publication);
  if (!words.empty() && words.front() == "the") words.erase(words.begin());
  for (const std::string& w : words) {
    node = g.step(node, g.name_word(w));
    if (node == 0) return no_actor;
  }
  const auto* refs = node ? g.names_at(node) : nullptr;
  if (!refs) return no_actor;
  const ActorIndex a = refs->front().actor;
  if (a == no_actor) return no_actor;
  return g[a].kind == Kind::state ? a : g[a].home;
}

// The document's day; without one the days that those named with their offices leave.
std::vector<std::string> Analysis::days() const {
  if (!day_.empty()) return {day_};
  OfficePeriod period(pack_.tables->gazetteer);
  period.headed(document_.title);
  const Gazetteer& g = pack_.tables->gazetteer;
  std::vector<ActorIndex> readings;
  for (const Sentence& s : sentences()) {
    if (!s.speaker.empty()) {
      const std::string label = text::fold(s.speaker);
      const std::size_t space = label.rfind(' ');
      period.speaks(space == std::string::npos ? label : label.substr(space + 1), home_);
    }
    for (const ActorMention& m : s.mentions) {
      if (m.refers != Refers::person || m.title_last == 0 || m.former) continue;
      const std::string surname = text::fold(text::view(text(), s.tokens[m.head]));
      readings.clear();
      if (m.known != no_actor) {
        readings.push_back(m.known);
      } else if (const auto* const list = g.by_surname(surname); list && m.name_last == m.name_first + 1) {
        for (const ActorIndex a : *list) {
          if (m.country == no_actor || g[a].home == m.country) readings.push_back(a);
        }
      }
      if (readings.empty()) continue;
      const std::string title = text::fold(words_of(text(), s, m.title_first, m.title_last));
      if (contains_word(title, "vice") || contains_word(title, "deputy")) continue;
      period.named(title + " " + surname, readings,
                   title.substr(title.rfind(' ') == std::string::npos ? 0 : title.rfind(' ') + 1));
    }
  }
  return period.most_told().days();
}

bool Analysis::boilerplate(const text::Sentence& range) const {
  const RE2* lines = pack_.boilerplate();
  if (!lines) return false;
  const std::uint32_t from = tokens_[range.first].start, to = tokens_[range.last - 1].end;
  if (to - from > 1000) return false;
  return RE2::PartialMatch(re2::StringPiece(text().data() + from, to - from), *lines);
}

void Analysis::run() {
  words_->start_document();
  text::tokenize(text(), *pack_.abbreviations, &tokens_);
  text::split_sentences(text(), tokens_, *pack_.abbreviations, &ranges_);
  pool_->start_document(ranges_.size() + tokens_.size() / longest_sentence);
  coreference_ = std::make_unique<Coreference>(text(), *pack_.tables, offices_);
  home_ = find_home();
  if (document_.date.empty())
    date_ = text::title_day(document_.title, home_ != no_actor && pack_.tables->gazetteer[home_].id == "USA");
  day_ = document_.date.empty() && date_ ? text::iso(*date_) : document_.date;
  const bool dated = !day_.empty();
  if (dated) coreference_->start({day_}, home_);
  std::uint32_t number = 0;
  std::size_t read = 0;
  for (const text::Sentence& range : ranges_) {
    for (std::uint32_t first = range.first; first < range.last; first += longest_sentence) {
      prepare({first, std::min(range.last, first + longest_sentence)}, number);
    }
    ++number;
    if (pool_->all().size() - read < batch && number < ranges_.size()) continue;
    find_phrases(pool_->all().subspan(read));
    for (; dated && read < pool_->all().size(); ++read) coreference_->collect(&pool_->all()[read]);
    read = pool_->all().size();
  }
  std::vector<text::Token>().swap(tokens_);  // the sentences have their own
  std::vector<text::Sentence>().swap(ranges_);
  if (!dated) {
    coreference_->start(days(), home_);
    for (Sentence& s : pool_->all()) coreference_->collect(&s);
  }
  coreference_->collected();
  find_joint_statement();
  resolve();
}

void Analysis::resolve() {
  const std::span<Sentence> all = pool_->all();
  Deeds deeds(*pack_.tables, coreference_->entities());
  bool labelled = false;
  for (std::size_t first = 0; first < all.size(); first += batch) {
    const std::size_t last = std::min(first + batch, all.size());
    for (std::size_t i = first; i < last; ++i) {
      Sentence& s = all[i];
      if (!s.speaker.empty()) {
        const std::uint32_t speaker = speaker_of(s.speaker);
        coreference_->set_speaker(speaker, speaker == none);
        labelled = true;
      }
      coreference_->resolve(&s);
      if (i < 4 && !labelled && byline(s)) coreference_->set_speaker(s.mentions.front().entities.front(), false);
    }
    for (std::size_t i = first; i < last; ++i) deeds.read(&all[i]);
  }
}

// Each step asks for the memory that the next one reads.
void Analysis::find_words(Sentence* s) {
  const std::size_t count = s->tokens.size();
  s->tagged.resize(count);
  places_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const text::Token& t = s->tokens[i];
    if (t.is_word()) places_[i] = words_->place_of(text::view(text(), t), text().size() - t.start);
  }
  for (std::size_t i = 0; i < count; ++i) {
    const text::Token& t = s->tokens[i];
    if (!t.is_word()) continue;
    s->tagged[i].word = &words_->find(text::view(text(), t), places_[i]);
    __builtin_prefetch(s->tagged[i].word);
  }
}

void Analysis::prepare(const text::Sentence& range, std::uint32_t number) {
  Sentence& s = pool_->next();
  s.number = number;
  s.token = range.first;
  s.tokens.assign(tokens_.begin() + range.first, tokens_.begin() + range.last);
  const std::string_view bytes = text().substr(s.tokens.front().start, s.tokens.back().end - s.tokens.front().start);
  if (bytes.find('-') != std::string_view::npos) split_pairs(&s.tokens);
  take_label(&s);
  if (bytes.find('(') != std::string_view::npos) take_acronyms(&s);
  if (s.tokens.empty()) {
    pool_->drop_last();
    return;
  }
  find_words(&s);
  std::uint64_t traits = 0;
  for (std::size_t i = 0; i < s.tokens.size(); ++i) {
    const Word* const w = s.tagged[i].word;
    if (!w) continue;
    traits |= w->traits;
    s.can_act = s.can_act || w->can_act;
    if (w->reads("opposite")) take_opposite_number(&s, i);
  }
  const Word* first = s.tagged.front().word;
  const bool likely =
      (traits & trait_bit(Trait::boilerplate_word)) || (first && first->has_trait(Trait::boilerplate_start));
  if (likely && boilerplate(range)) pool_->drop_last();
}

// Stage by stage: the code of all of them together outgrows the processor's first cache.
void Analysis::find_phrases(std::span<Sentence> sentences) {
  for (Sentence& s : sentences) {
    find_names(text(), pack_.tables->gazetteer, &s);
    if (const std::uint32_t colon = headline_speaker(pack_.tables->gazetteer, s); colon != none)
      s.tagged[colon].word = &words_->find(says, says.size());
    if (!given_.empty()) mark_tokens(&s);
  }
  for (Sentence& s : sentences) tag(text(), &s);
  for (Sentence& s : sentences) chunk(text(), pack_.tables->gazetteer, &s);
  for (Sentence& s : sentences) {
    find_mentions(text(), *pack_.tables, &s);
    if (!given_.empty()) mark_given(&s);
  }
  if (text().size() < long_text) return;
  for (Sentence& s : sentences) s.fit();
}

// "Antony J. Blinken, Secretary of State" alone on one of the first lines: who speaks in what follows.
bool Analysis::byline(const Sentence& s) const {
  if (!s.verbs.empty() || s.tokens.size() > 14 || s.mentions.empty()) return false;
  if (s.tokens.front().punct == '-') return false;  // "– Secretary Blinken, February 25, 2021": whose words stand above
  const ActorMention& m = s.mentions.front();
  if (m.refers != Refers::person || m.entities.size() != 1 ||
      coreference_->entities()[m.entities.front()].known == no_actor)
    return false;
  // "Secretary Blinken's Meeting with …" tells of him.
  if (m.last < s.tagged.size() && s.tagged[m.last].tag == Tag::genitive) return false;
  if (m.title_last != 0) return true;
  if (m.last + 1 >= s.tokens.size() || s.tokens[m.last].punct != ',') return false;
  const Word* title = s.tagged[m.last + 1].word;
  return title && title->is_title(office_head | rank | portfolio);
}

// "The following statement was released by the governments of the United States and Germany": they say "we".
void Analysis::find_joint_statement() {
  const std::span<const Sentence> all = sentences();
  for (std::size_t i = 0; i < all.size() && i < 5; ++i) {
    const Sentence& s = all[i];
    std::uint32_t by = none;
    bool statement = false;
    for (std::uint32_t t = 0; t < s.tagged.size(); ++t) {
      const Word* w = s.tagged[t].word;
      if (!w) continue;
      if (w->noun_lemma == "statement" || w->noun_lemma == "declaration" || w->noun_lemma == "communique")
        statement = true;
      if (statement && by == none && w->reads("by")) by = t;
    }
    if (by == none || s.verbs.empty()) continue;
    FewNumbers states;
    for (const ActorMention& m : s.mentions) {
      if (m.first < by || m.refers != Refers::actor || m.kind != Kind::state || m.known == no_actor) continue;
      const std::uint32_t n = coreference_->entity_of(m.known);
      if (std::find(states.begin(), states.end(), n) == states.end()) states.push_back(n);
    }
    if (states.size() > 1) return coreference_->set_joint_speakers(std::move(states));
  }
}

// "MR. GIBBS:", "SECRETARY BLINKEN:", "THE PRESIDENT:", "Q" at the start of a line.
void Analysis::take_label(Sentence* s) const {
  auto& tokens = s->tokens;
  if (tokens.empty() || !(tokens[0].flags & text::line_before)) return;
  std::size_t i = 0;
  while (i < tokens.size() && i < 6 && tokens[i].is_word() &&
         (tokens[i].flags & (text::all_caps | text::has_dot) || tokens[i].end - tokens[i].start == 1))
    ++i;
  const bool question = i >= 1 && text::view(text(), tokens[0]) == "Q";
  if (question) {
    s->speaker.assign(1, 'Q');
    tokens.erase(tokens.begin());
    return;
  }
  if (i == 0 || i >= tokens.size() || tokens[i].punct != ':') return;
  s->speaker = std::string(text().substr(tokens[0].start, tokens[i - 1].end - tokens[0].start));
  tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
}

// "Democratic Republic of the Congo (DRC) President …": the bracket is no part of the phrase.
void Analysis::take_acronyms(Sentence* s) const {
  auto& tokens = s->tokens;
  for (std::size_t i = 1; i + 2 < tokens.size(); ++i) {
    if (tokens[i].punct != '(' || tokens[i + 2].punct != ')' || !tokens[i + 1].is_word()) continue;
    if (!(tokens[i + 1].flags & text::all_caps) || !(tokens[i - 1].flags & text::capitalised)) continue;
    s->acronyms.emplace_back(static_cast<std::uint32_t>(i - 1), std::string(text::view(text(), tokens[i + 1])));
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i), tokens.begin() + static_cast<std::ptrdiff_t>(i) + 3);
  }
}

// "U.S.-Iran", "Turkish-Greek": two states joined by a hyphen are two words.
void Analysis::split_pairs(std::vector<text::Token>* tokens) const {
  const Gazetteer& g = pack_.tables->gazetteer;
  const auto is_state = [&](std::string_view part) {
    const std::uint32_t node = g.step(0, g.name_word(name_form(part)));
    const auto* refs = node ? g.names_at(node) : nullptr;
    return refs && std::any_of(refs->begin(), refs->end(), [&](const NameRef& r) {
             return r.actor != no_actor && g[r.actor].kind == Kind::state &&
                    (r.kind == NameKind::full || r.kind == NameKind::adjective);
           });
  };
  for (std::size_t i = 0; i < tokens->size(); ++i) {
    const text::Token t = (*tokens)[i];
    if (!(t.flags & text::has_hyphen) || !(t.flags & text::capitalised)) continue;
    const std::string_view word = text::view(text(), t);
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos || hyphen + 1 >= word.size() || !is_state(word.substr(0, hyphen)) ||
        !is_state(word.substr(hyphen + 1)))
      continue;
    text::Token second = t;
    (*tokens)[i].end = t.start + static_cast<std::uint32_t>(hyphen);
    (*tokens)[i].flags = part_flags(t.flags, word.substr(0, hyphen));
    second.start = (*tokens)[i].end + 1;
    second.flags =
        part_flags(static_cast<std::uint8_t>(t.flags & ~(text::space_before | text::line_before | text::blank_before)),
                   word.substr(hyphen + 1));
    tokens->insert(tokens->begin() + static_cast<std::ptrdiff_t>(i) + 1, second);
  }
}

// "his opposite number": a counterpart.
void Analysis::take_opposite_number(Sentence* s, std::size_t i) const {
  if (i + 1 >= s->tokens.size() || !text::view(text(), s->tokens[i + 1]).starts_with("number")) return;
  const std::string_view one = text::view(text(), s->tokens[i + 1]).ends_with("s") ? "counterparts" : "counterpart";
  s->tagged[i].word = &words_->find(one, one.size());
  s->tokens[i].end = s->tokens[i + 1].end;
  s->tokens.erase(s->tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
  s->tagged.erase(s->tagged.begin() + static_cast<std::ptrdiff_t>(i) + 1);
}

// The tokens that lie in a given span, before tagging: no verb stands there, and one noun phrase covers them.
void Analysis::mark_tokens(Sentence* s) {
  for (const Given& given : given_) {
    std::uint32_t first = 0;
    const auto count = static_cast<std::uint32_t>(s->tokens.size());
    while (first < count && s->tokens[first].start < given.start) ++first;
    std::uint32_t last = first;
    while (last < count && s->tokens[last].end <= given.end) ++last;
    if (first >= last) continue;
    if (!s->marked.empty() && first < s->marked.back().second) {
      s->marked.back().second = std::max(s->marked.back().second, last);
    } else {
      s->marked.emplace_back(first, last);
    }
  }
}

// A given span is an actor, whatever the cascade thinks of it: a phrase, or what owns or modifies one.
void Analysis::mark_given(Sentence* s) {
  for (const Given& given : given_) {
    for (Chunk& c : s->chunks) {
      if (c.kind != ChunkKind::noun || s->tokens[c.first].start >= given.end ||
          s->tokens[c.last - 1].end <= given.start)
        continue;
      NounPhrase& p = s->phrases[c.index];
      if (s->tokens[p.head].start >= given.end)
        give_owner(s, &p, given);
      else
        give_phrase(s, c, *given.mention);
      break;
    }
  }
}

void Analysis::give_phrase(Sentence* s, const Chunk& chunk, const GivenMention& given) {
  NounPhrase* p = &s->phrases[chunk.index];
  if (p->mention == none) p->mention = add_given(s, p->first, p->last, p->head);
  ActorMention& m = s->mentions[p->mention];
  m.given = true;
  m.marked = &given;
  m.last = std::max(m.last, chunk.last);
  if (m.refers == Refers::pronoun || m.refers == Refers::place ||
      (m.refers == Refers::person && m.kind == Kind::other)) {
    m.refers = Refers::described;
    m.name_first = p->first;
    m.name_last = p->last;
  }
  p->possessors.clear();
}

// "<Germany>'s decision": the span stands before the phrase's head.
void Analysis::give_owner(Sentence* s, NounPhrase* p, const Given& given) {
  const std::uint32_t from = given.start, to = given.end;
  for (const std::uint32_t n : p->possessors) {
    ActorMention& m = s->mentions[n];
    if (s->tokens[m.first].start < to && s->tokens[m.last - 1].end > from) {
      m.given = true;
      m.marked = given.mention;
      return;
    }
  }
  std::uint32_t first = p->first;
  while (first < p->head && s->tokens[first].end <= from) ++first;
  std::uint32_t last = first;
  while (last < p->head && s->tokens[last].start < to) ++last;
  if (last == first) return;
  const std::uint32_t owner = add_given(s, first, last, last - 1);
  s->mentions[owner].marked = given.mention;
  p->possessors.push_back(owner);
  p->mention = none;
}

std::uint32_t Analysis::add_given(Sentence* s, std::uint32_t first, std::uint32_t last, std::uint32_t head) {
  ActorMention m;
  m.first = m.name_first = first;
  m.last = m.name_last = last;
  m.head = head;
  m.refers = Refers::described;
  m.given = true;
  s->mentions.push_back(m);
  return static_cast<std::uint32_t>(s->mentions.size() - 1);
}

// Who a transcript's label means; none for a questioner and for somebody unknown.
std::uint32_t Analysis::speaker_of(const std::string& label) {
  if (label == "Q" || label == "QUESTION") return none;
  const std::string folded = text::fold(label);
  const std::string surname = folded.substr(folded.rfind(' ') == std::string::npos ? 0 : folded.rfind(' ') + 1);
  const auto& entities = coreference_->entities();
  for (std::uint32_t n = 0; n < entities.size(); ++n) {
    if (entities[n].kind == Kind::person && entities[n].surname == surname) return n;
  }
  if (surname == "president" && home_ != no_actor) {
    const ActorIndex president = coreference_->home_president();
    return president != no_actor ? coreference_->entity_of(president) : none;
  }
  if (!office_category(folded).empty()) {
    const ActorIndex holder = coreference_->office_speaker(folded);
    if (holder != no_actor) return coreference_->entity_of(holder);
  }
  if (const ActorIndex known = coreference_->known_speaker(surname, folded); known != no_actor)
    return coreference_->entity_of(known);
  // Whom the publication's own people introduce as "MR. KIRBY" or "SENIOR OFFICIAL" speaks for it; a guest does not.
  const std::string_view first = std::string_view(folded).substr(0, folded.find(' '));
  const bool own = first == "mr." || first == "ms." || first == "mrs." || first == "mr" || first == "ms" ||
                   first == "mrs" || first == "senior" || surname == "official";
  return own && home_ != no_actor ? coreference_->entity_of(home_) : none;
}

}  // namespace demarche::extract
