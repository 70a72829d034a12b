#include "extract/record_entity.h"

namespace demarche::extract {

using namespace rules;

namespace {

// The nearest mention before the pronoun in its sentence that stands for the same actor; else the pronoun itself.
const ActorMention& antecedent(const Sentence& s, std::uint32_t number, const ActorMention& pronoun) {
  const ActorMention* best = &pronoun;
  for (const ActorMention& o : s.mentions) {
    if (o.merged || o.refers == Refers::pronoun || o.last > pronoun.first || o.entities.size() != 1 ||
        o.entities.front() != number)
      continue;
    if (best == &pronoun || o.first > best->first) best = &o;
  }
  return *best;
}

}  // namespace

Entity known_entity(const KnownActor& actor) {
  Entity e;
  e.identifier_text = actor.name;
  e.identifier_id = actor.qid;
  e.actor = actor.id;
  e.code = actor.code;
  e.sector = actor.sector;
  e.kind = actor.kind;
  return e;
}

Entity record_entity(const Analysis& a, const Sentence& s, std::uint32_t number, const ActorMention& m) {
  const PackTables& tables = *a.pack().tables;
  const DocEntity& d = a.coreference().entities()[number];
  Entity e;
  e.identifier_text = d.name;
  e.kind = d.kind;
  e.sector = d.sector;
  e.office = d.office;
  if (d.known != no_actor) {
    const KnownActor& k = tables.gazetteer[d.known];
    e.actor = k.id;
    e.identifier_id = k.qid;
    const auto coding = tables.gazetteer.coding(d.known, a.day());
    e.code = coding.code;
    e.sector = coding.sector;
  } else if (!d.code.empty()) {
    e.code = d.code;
  } else if (d.country != no_actor) {
    e.code = tables.gazetteer[d.country].code;
  }
  // A person by the bare name, so that what the text calls somebody can be looked up; a pronoun by what it goes back
  // to.
  const ActorMention& told = m.refers == Refers::pronoun ? antecedent(s, number, m) : m;
  const bool bare = told.refers == Refers::person && told.name_last != 0;
  const std::uint32_t first = bare ? told.name_first : told.first, last = bare ? told.name_last : told.last;
  e.entity_text = own_words(a, s.tokens[first].start, s.tokens[last - 1].end);
  e.start = a.offsets().to_code_points(s.tokens[first].start);
  e.end = a.offsets().to_code_points(s.tokens[last - 1].end);
  return e;
}

std::string own_words(const Analysis& a, std::uint32_t from, std::uint32_t to) {
  std::string out;
  for (const char c : a.text().substr(from, to - from)) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

}  // namespace demarche::extract
