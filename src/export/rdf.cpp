// RDF: events in SEM (Simple Event Model), their sources in PROV-O and schema.org.
//
// Only what happened is a fact: an interaction whose settled status is actual is a sem:Event with its actors.
// Everything else is a dem:ReportedEvent without participants; who is said to do what stands with the statements
// (dem:stated…), so that a query for sem:hasActor never finds a plan or a denial. N-Quads also has a graph for each
// statement, named by it, with the event as that statement tells it.
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "demarche/export.h"
#include "export/escape.h"
#include "export/json_text.h"
#include "export/writer.h"
#include "text/date.h"

namespace demarche::exporting {
namespace {

struct Prefix {
  std::string_view name, iri;
};
constexpr Prefix prefixes[] = {
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"sem", "http://semanticweb.cs.vu.nl/2009/11/sem/"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"schema", "https://schema.org/"},
    {"wd", "http://www.wikidata.org/entity/"},
    {"gn", "https://sws.geonames.org/"},
    {"dem", "urn:demarche:term:"},
};

// "sem:Event" as <http://…Event>.
void append_expanded(std::string_view term, std::string* out) {
  const std::size_t colon = term.find(':');
  for (const Prefix& prefix : prefixes) {
    if (prefix.name != term.substr(0, colon)) continue;
    out->append("<").append(prefix.iri).append(term.substr(colon + 1)).push_back('>');
    return;
  }
  out->append(term);
}

std::string own(std::string_view what, std::string_view id) {
  std::string out = "<urn:demarche:";
  out.append(what).push_back(':');
  append_iri_part(id, &out);
  return out + '>';
}

std::string literal(std::string_view text) {
  std::string out;
  append_rdf_literal(text, &out);
  return out;
}

// Triples of one subject after the other, as Turtle or as N-Quads.
class Triples {
 public:
  Triples(bool turtle, ExportTarget* target) : turtle_(turtle), target_(target) {
    if (!turtle_) return;
    for (const Prefix& p : prefixes) target_->write(fmt::format("@prefix {}: <{}> .\n", p.name, p.iri));
  }

  bool has_graphs() const { return !turtle_; }

  // `graph` is an IRI in angle brackets, or empty for the default graph.
  void begin(std::string subject, std::string graph = "") {
    subject_ = std::move(subject);
    graph_ = std::move(graph);
    text_.clear();
  }
  // Objects: a prefixed name, an IRI in brackets or a literal.
  void add(std::string_view predicate, std::string_view object) {
    if (turtle_) {
      text_.append(text_.empty() ? "\n" + subject_ + "\n    " : " ;\n    ")
          .append(predicate)
          .append(" ")
          .append(object);
      return;
    }
    text_.append(subject_).push_back(' ');
    append_expanded(predicate, &text_);
    text_.push_back(' ');
    append_object(object);
    text_.append(graph_.empty() ? "" : " ").append(graph_).append(" .\n");
  }
  void add_text(std::string_view predicate, std::string_view text) {
    if (!text.empty()) add(predicate, literal(text));
  }
  void end() {
    if (turtle_ && !text_.empty()) text_.append(" .\n");
    target_->write(text_);
  }

 private:
  // "…"^^xsd:date with the type in full.
  void append_object(std::string_view object) {
    if (object.front() == '<') {
      text_.append(object);
    } else if (object.front() != '"') {
      append_expanded(object, &text_);
    } else {
      const std::size_t quote = object.rfind('"');
      text_.append(object.substr(0, quote + 1));
      if (quote + 1 == object.size()) return;
      text_.append("^^");
      append_expanded(object.substr(quote + 3), &text_);
    }
  }

  const bool turtle_;
  ExportTarget* target_;
  std::string subject_, graph_, text_;
};

std::string date_literal(std::string_view date) {
  const auto parsed = text::parse_iso(date);
  if (!parsed) return "";
  const std::string_view type = parsed->month == 0 ? "gYear" : parsed->day == 0 ? "gYearMonth" : "date";
  return fmt::format("\"{}\"^^xsd:{}", text::iso(*parsed), type);
}

void add_dates(std::string_view date, std::string_view enddate, Triples* out) {
  const std::string from = date_literal(date);
  if (from.empty()) return;
  const std::string until = date_literal(enddate);
  if (until.empty()) return out->add("sem:hasTimeStamp", from);
  out->add("sem:hasBeginTimeStamp", from);
  out->add("sem:hasEndTimeStamp", until);
}

bool is_wikidata_id(std::string_view id) {
  return id.size() > 1 && id.front() == 'Q' &&
         std::all_of(id.begin() + 1, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_number(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view class_of(Kind kind) {
  static constexpr std::string_view classes[] = {
      "schema:Person",       "schema:Country",      "schema:GovernmentOrganization",
      "schema:Organization", "schema:Organization", "schema:Thing"};
  return classes[static_cast<std::size_t>(kind)];
}

class RdfWriter {
 public:
  RdfWriter(const GraphStream& graph, const ExportOptions& options, bool turtle, ExportTarget* target)
      : graph_(graph), options_(options), out_(turtle, target) {}

  Result<ExportCounts> write() {
    write_terms();
    for (const Actor& actor : graph_.actors()) write_actor(actor);
    auto done = graph_.each_source([this](const Source& source) { write_document(source); });
    if (!done) return done.error();
    done = graph_.each_interaction(true, [this](const Interaction& interaction, const auto& evidence) {
      write_interaction(interaction);
      for (const Mention* const mention : evidence) write_statement(interaction, *mention);
    });
    if (!done) return done.error();
    return ExportCounts{graph_.actors().size(), statements_};
  }

 private:
  void write_terms() {
    for (const std::string_view term : {"agent", "recipient"}) {
      out_.begin(fmt::format("<urn:demarche:term:{}>", term));
      out_.add("rdfs:subPropertyOf", "sem:hasActor");
      out_.end();
    }
  }

  void write_actor(const Actor& actor) {
    out_.begin(own("actor", actor.id));
    out_.add("rdf:type", "sem:Actor");
    out_.add("rdf:type", class_of(actor.kind));
    out_.add_text("rdfs:label", actor.name);
    out_.add_text("dem:code", actor.code);
    out_.add_text("dem:sector", actor.sector);
    for (const std::string& office : actor.offices) out_.add_text("schema:jobTitle", office);
    for (const std::string& alias : actor.aliases) out_.add_text("schema:alternateName", alias);
    if (is_wikidata_id(actor.qid)) out_.add("owl:sameAs", "wd:" + actor.qid);
    out_.end();
  }

  void write_document(const Source& source) {
    out_.begin(own("document", source.id));
    out_.add("rdf:type", "prov:Entity");
    out_.add("rdf:type", "schema:NewsArticle");
    out_.add_text("schema:headline", source.title);
    if (const std::string date = date_literal(source.date); !date.empty()) out_.add("schema:datePublished", date);
    out_.add_text("schema:publisher", source.publication);
    out_.add_text("schema:inLanguage", source.language);
    std::string url;
    if (append_iri(source.url, &url)) out_.add("schema:url", url);
    out_.end();
  }

  void add_participants(const Interaction& interaction, std::string_view actor, std::string_view recipient,
                        bool with_sem) {
    const auto acts_too = [&](const std::string& id) {
      return std::find(interaction.actor.begin(), interaction.actor.end(), id) != interaction.actor.end();
    };
    const auto add = [&](const std::vector<std::string>& ids, std::string_view role) {
      for (const std::string& id : ids) {
        const std::string iri = own("actor", id);
        if (with_sem && (&ids == &interaction.actor || !acts_too(id))) out_.add("sem:hasActor", iri);
        out_.add(role, iri);
      }
    };
    add(interaction.actor, actor);
    add(interaction.recipient, recipient);
  }

  void write_interaction(const Interaction& interaction) {
    out_.begin(own("interaction", interaction.id));
    if (interaction.status == Status::actual) {
      out_.add("rdf:type", "sem:Event");
      add_what(interaction.event, interaction.action);
      add_participants(interaction, "dem:agent", "dem:recipient", true);
      add_dates(interaction.date, interaction.enddate, &out_);
      if (!interaction.place.empty()) out_.add("sem:hasPlace", own("place", interaction.place));
    } else {
      out_.add("rdf:type", "dem:ReportedEvent");
    }
    out_.add_text("dem:status", to_string(interaction.status));
    out_.add("dem:reports", fmt::format("\"{}\"^^xsd:integer", interaction.reports));
    out_.add("dem:independentReports", fmt::format("\"{}\"^^xsd:integer", interaction.independent));
    out_.add("dem:confidence", fmt::format("\"{}\"^^xsd:decimal", interaction.confidence));
    if (!interaction.part_of.empty()) out_.add("dem:partOf", own("interaction", interaction.part_of));
    out_.end();
    if (!interaction.place.empty()) write_place(interaction.place);
  }

  void add_what(std::string_view event, std::string_view action) {
    if (!event.empty()) out_.add("sem:eventType", own("event", event));
    if (!action.empty()) out_.add("sem:eventType", own("action", action));
  }

  void write_place(const std::string& name) {
    if (!places_.insert(name).second) return;
    out_.begin(own("place", name));
    out_.add("rdf:type", "sem:Place");
    out_.add_text("rdfs:label", name);
    out_.end();
  }

  void write_statement(const Interaction& interaction, const Mention& mention) {
    ++statements_;
    const std::string iri = own("statement", mention.id);
    out_.begin(iri);
    out_.add("rdf:type", "prov:Entity");
    out_.add("rdf:type", "dem:Statement");
    out_.add("dem:about", own("interaction", interaction.id));
    out_.add("prov:wasDerivedFrom", own("document", mention.doc));
    out_.add_text("dem:status", to_string(mention.status));
    out_.add_text("dem:statedEvent", mention.event);
    out_.add_text("dem:statedAction", mention.action);
    add_participants(interaction, "dem:statedActor", "dem:statedRecipient", false);
    if (const std::string date = date_literal(mention.date); !date.empty()) out_.add("dem:statedDate", date);
    if (mention.attribution) out_.add_text("dem:saidBy", mention.attribution->source.identifier_text);
    for (const std::string& topic : mention.topic) out_.add_text("schema:about", topic);
    out_.add("dem:confidence", fmt::format("\"{}\"^^xsd:decimal", mention.confidence));
    out_.add_text("dem:rule", mention.rule);
    if (options_.text) out_.add_text("schema:text", mention.text);
    out_.end();
    if (mention.event_loc) write_location(*mention.event_loc);
    if (out_.has_graphs()) write_told_event(interaction, mention, iri);
  }

  void write_location(const Location& place) {
    const std::string& name = place.resolved_place.empty() ? place.extracted_place : place.resolved_place;
    if (name.empty() || !is_number(place.geonameid) || !located_.insert(name).second) return;
    write_place(name);
    out_.begin(own("place", name));
    out_.add("owl:sameAs", fmt::format("<https://sws.geonames.org/{}/>", place.geonameid));
    out_.end();
  }

  // Inside the statement's own graph.
  void write_told_event(const Interaction& interaction, const Mention& mention, const std::string& graph) {
    static constexpr std::string_view types[] = {"sem:Event", "dem:PlannedEvent", "dem:PossibleEvent",
                                                 "dem:DeniedEvent"};
    const bool actual = mention.status == Status::actual;
    out_.begin(own("interaction", interaction.id), graph);
    // What one source asserts and another denies is no fact either.
    const bool fact = actual && interaction.status == Status::actual;
    out_.add("rdf:type", fact     ? types[0]
                         : actual ? "dem:DisputedEvent"
                                  : types[static_cast<std::size_t>(mention.status)]);
    if (fact) {
      add_what(mention.event, mention.action);
      add_participants(interaction, "dem:agent", "dem:recipient", true);
      add_dates(mention.date, mention.enddate, &out_);
    } else {
      add_participants(interaction, "dem:statedActor", "dem:statedRecipient", false);
      out_.add_text("dem:statedAction", mention.action);
      if (const std::string date = date_literal(mention.date); !date.empty()) out_.add("dem:statedDate", date);
    }
    out_.end();
  }

  const GraphStream& graph_;
  const ExportOptions& options_;
  Triples out_;
  std::set<std::string> places_, located_;
  std::uint64_t statements_ = 0;
};

}  // namespace

Result<ExportCounts> write_nquads(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  return RdfWriter(graph, options, false, target).write();
}

Result<ExportCounts> write_turtle(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  return RdfWriter(graph, options, true, target).write();
}

}  // namespace demarche::exporting
