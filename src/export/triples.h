// RDF triples as Turtle or as N-Quads, subject by subject. There are some fifty for each interaction, so they are put
// together in place: every name of a vocabulary is taken apart when the program is compiled.
#ifndef DEMARCHE_EXPORT_TRIPLES_H
#define DEMARCHE_EXPORT_TRIPLES_H

#include <cstdint>
#include <string>
#include <string_view>

#include "demarche/export.h"

namespace demarche::exporting {

struct Prefix {
  std::string_view name, iri;
};
inline constexpr Prefix prefixes[] = {
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"org", "http://www.w3.org/ns/org#"},
    {"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"schema", "https://schema.org/"},
    {"wd", "http://www.wikidata.org/entity/"},
    {"gn", "https://sws.geonames.org/"},
    {"dem", "urn:demarche:term:"},
};

// A name of a vocabulary: as Turtle has it, and the two parts of its IRI.
struct Term {
  std::string_view brief, vocabulary, name;
};

// "sem:Event"_rdf; a prefix that is not in the table does not compile.
consteval Term operator""_rdf(const char* text, std::size_t length) {
  const std::string_view brief(text, length);
  const std::size_t colon = brief.find(':');
  for (const Prefix& prefix : prefixes) {
    if (prefix.name == brief.substr(0, colon)) return {brief, prefix.iri, brief.substr(colon + 1)};
  }
  throw "no such prefix";
}

// Things of a graph have IRIs of their own: <urn:demarche:WHAT:ID>, the id with escapes.
class Triples {
 public:
  // Borrows the target. Turtle begins with its prefixes.
  Triples(bool turtle, ExportTarget* target);

  bool has_graphs() const { return !turtle_; }

  // What is added until end() is said of this thing, in the default graph.
  void begin(std::string_view what, std::string_view id);
  // In the graph that is named by a thing. REQUIRES has_graphs().
  void begin_in(std::string_view graph, std::string_view graph_id, std::string_view what, std::string_view id);
  void end();

  void add(Term predicate, Term object);
  void add(Term predicate, std::string_view what, std::string_view id);
  void add_iri(Term predicate, std::string_view iri);  // in angle brackets
  // Empty text says nothing: nothing is added.
  void add_text(Term predicate, std::string_view text);
  void add_number(Term predicate, std::uint32_t number);
  void add_number(Term predicate, double number);
  // A day, a month or a year. What is no date is not added.
  void add_date(Term predicate, std::string_view date);

 private:
  void open(Term predicate);
  void append(Term term);
  void add_typed(Term predicate, std::string_view text, Term type);
  void close();

  const bool turtle_;
  ExportTarget* target_;
  std::string subject_, graph_, text_;
};

}  // namespace demarche::exporting

#endif
