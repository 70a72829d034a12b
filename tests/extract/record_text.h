// Records as text: "actor > action > recipient (status) date in place about topics, says source".
#ifndef DEMARCHE_TESTS_EXTRACT_RECORD_TEXT_H
#define DEMARCHE_TESTS_EXTRACT_RECORD_TEXT_H

#include <string>
#include <vector>

#include "demarche/extractor.h"
#include "extract/reading.h"
#include "text/utf8.h"

namespace demarche::test {

inline Extractor& extractor() {
  static Extractor e(pack());
  return e;
}

inline std::string names(const std::vector<Entity>& list) {
  std::string out;
  for (const Entity& e : list) out += (out.empty() ? "" : " & ") + e.identifier_text;
  return out.empty() ? "-" : out;
}

// "Angela Merkel > visit > Oman (planned)".
inline std::string fact(const Mention& m) {
  std::string out = names(m.actor) + " > " + m.action + " > " + names(m.recipient);
  if (m.status != Status::actual) out += " (" + std::string(to_string(m.status)) + ")";
  return out;
}

// "2010-05-13", "2010-05-10..2010-05-16"; "?" when the text gives none.
inline std::string when(const Mention& m) {
  if (m.date.empty() || m.date_precision == DatePrecision::document) return "?";
  return m.enddate.empty() ? m.date : m.date + ".." + m.enddate;
}

inline std::string facts(const std::vector<Mention>& list) {
  std::string out;
  for (const Mention& m : list) out += (out.empty() ? "" : "\n") + fact(m);
  return out;
}

inline std::string full(const Mention& m) {
  std::string out = fact(m);
  if (when(m) != "?") out += ' ' + when(m);
  if (m.event_loc) out += " in " + m.event_loc->extracted_place;
  for (std::size_t i = 0; i < m.topic.size(); ++i) out += (i ? "; " : " about ") + m.topic[i];
  if (m.attribution) out += ", " + m.attribution->source.identifier_text + " " + m.attribution->verb;
  return out;
}

inline std::string full(const std::vector<Mention>& list) {
  std::string out;
  for (const Mention& m : list) out += (out.empty() ? "" : "\n") + full(m);
  return out;
}

// The text between two code points.
inline std::string cut(std::string_view text, std::uint32_t start, std::uint32_t end) {
  std::string out;
  std::uint32_t n = 0;
  for (std::size_t i = 0; i < text.size(); ++n) {
    std::size_t length = 1;
    text::decode(text, i, &length);
    if (n >= start && n < end) out.append(text.substr(i, length));
    i += length;
  }
  return out;
}

// Every field of a record, to compare two runs.
inline std::string everything(const Mention& m) {
  std::string out = m.id + '|' + m.doc + '|' + full(m) + '|' + m.date + '|' + m.date_text + '|' + m.event + '|' +
                    m.mode + '|' + m.rule + '|' + m.event_text + '|' + m.text;
  for (const std::uint32_t n : {m.event_start, m.event_end, m.start, m.end, m.sequence}) out += ' ' + std::to_string(n);
  for (const auto* list : {&m.actor, &m.recipient}) {
    for (const Entity& e : *list) {
      out += '|' + e.identifier_text + '|' + e.actor + '|' + e.code + '|' + e.sector + '|' + e.office + '|' +
             e.entity_text + '|' + std::to_string(e.start) + '-' + std::to_string(e.end);
    }
  }
  for (const std::string& c : m.context) out += '|' + c;
  return out + '|' + std::to_string(m.confidence);
}

}  // namespace demarche::test

#endif
