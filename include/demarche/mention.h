// The record of `extract`: one statement in one sentence of one document. It is a PLOVER record (Political Language
// Ontology for Verifiable Event Records, Open Event Data Alliance, manual of 2021) with extensions.
//
// Offsets are Unicode code points of the document's text, end exclusive. Strings are UTF-8. An empty string means
// "not stated"; writers leave such fields out.
#ifndef DEMARCHE_MENTION_H
#define DEMARCHE_MENTION_H

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace demarche {

enum class Kind : std::uint8_t { person, state, government, organisation, group, other };
enum class Status : std::uint8_t { actual, planned, possible, denied };
enum class DatePrecision : std::uint8_t { none, day, week, month, year, document };
// How a plan ended that a statement with Status::denied speaks of.
enum class Turn : std::uint8_t { none, postponed, cancelled };

// "person", "planned", "document" …; parse_* return false and leave the output alone for an unknown word.
std::string_view to_string(Kind kind);
std::string_view to_string(Status status);
std::string_view to_string(DatePrecision precision);
std::string_view to_string(Turn turn);
bool parse_kind(std::string_view word, Kind* kind);
bool parse_status(std::string_view word, Status* status);
bool parse_precision(std::string_view word, DatePrecision* precision);
bool parse_turn(std::string_view word, Turn* turn);

struct Entity {
  std::string identifier_text;  // canonical name: "Ahmet Davutoglu", "Turkey", "Turkish official"
  std::string identifier_id;    // Wikidata QID
  std::string actor;        // permanent id of the gazetteer ("p.ahmet-davutoglu", "TUR"); empty for open-world actors
  std::string code;         // ISO 3166 alpha-3, or IGO, NGO, MNC …
  std::string sector;       // GOV, MIL, REB …
  std::string office;       // "Foreign Minister", as the text or the office table has it
  std::string entity_text;  // the words of the text
  Kind kind = Kind::other;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

struct Attribution {
  Entity source;
  std::string verb;  // lemma: say, tell, deny …
};

struct Location {
  std::string extracted_place;  // the words of the text
  std::string resolved_place;   // canonical name, where known
  std::string country;          // alpha-3
  std::string geonameid;
};

struct Mention {
  std::string id;   // hash of document id, span, action and participants; the same input gives the same id
  std::string doc;  // Document::id

  std::string date;     // ISO day, or "2010-05", "2010"; empty where unknown
  std::string enddate;  // end of an interval, inclusive; empty for a point
  std::string date_text;
  DatePrecision date_precision = DatePrecision::none;

  std::vector<Entity> actor;
  std::vector<Entity> recipient;

  std::string event;   // PLOVER type: CONSULT …
  std::string plover;  // PLOVER type of the projection, where it differs from `event`
  std::string mode;    // PLOVER mode: phone, visit …
  std::string action;  // the rule's action, a verb: call, meet, condemn …
  bool reciprocal = false;
  Status status = Status::actual;
  Turn turn = Turn::none;
  std::string turn_date;  // what it was postponed to: ISO day, or "2010-06"; empty where the text names none
  std::optional<Attribution> attribution;
  std::vector<std::string> topic;
  std::vector<std::string> context;
  std::optional<Location> event_loc;

  std::string event_text;  // trigger words
  std::uint32_t event_start = 0;
  std::uint32_t event_end = 0;
  std::string text;            // the sentence
  std::uint32_t sequence = 0;  // number of the sentence in the document, from 0
  std::uint32_t start = 0;     // of the sentence
  std::uint32_t end = 0;

  int quad_code = 0;
  double event_scale = 0;
  double confidence = 0;  // 0–1
  std::string rule;       // permanent id of the rule that fired

  std::string title, url, publication, language;  // cite_info
};

}  // namespace demarche

#endif
