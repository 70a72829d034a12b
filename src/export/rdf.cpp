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
#include "export/office.h"
#include "export/triples.h"
#include "export/writer.h"
#include "text/date.h"

namespace demarche::exporting {
namespace {

constexpr std::string_view wikidata = "wd:"_rdf.vocabulary;

void add_dates(std::string_view date, std::string_view enddate, Triples* out) {
  if (!text::parse_iso(enddate)) return out->add_date("sem:hasTimeStamp"_rdf, date);
  if (!text::parse_iso(date)) return;
  out->add_date("sem:hasBeginTimeStamp"_rdf, date);
  out->add_date("sem:hasEndTimeStamp"_rdf, enddate);
}

bool is_wikidata_id(std::string_view id) {
  return id.size() > 1 && id.front() == 'Q' &&
         std::all_of(id.begin() + 1, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_number(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Term class_of(Kind kind) {
  static constexpr Term classes[] = {
      "schema:Person"_rdf,       "schema:Country"_rdf,      "schema:GovernmentOrganization"_rdf,
      "schema:Organization"_rdf, "schema:Organization"_rdf, "schema:Thing"_rdf};
  return classes[static_cast<std::size_t>(kind)];
}

class RdfWriter {
 public:
  RdfWriter(const GraphStream& graph, const ExportOptions& options, bool turtle, ExportTarget* target)
      : graph_(graph), options_(options), out_(turtle, target) {}

  Result<ExportCounts> write() {
    write_terms();
    for (const Actor& actor : graph_.actors()) write_actor(actor, true);
    if (auto done = write_offices(); !done) return done.error();
    auto done = graph_.each_source([this](const Source& source) { write_document(source); });
    if (!done) return done.error();
    done = graph_.each_interaction(true, [this](const Interaction& interaction, const auto& evidence) {
      write_interaction(interaction);
      for (const Mention* const mention : evidence) write_statement(interaction, *mention);
    });
    if (!done) return done.error();
    return ExportCounts{graph_.actors().size(), statements_ + offices_};
  }

 private:
  void write_terms() {
    for (const std::string_view term : {"agent", "recipient"}) {
      out_.begin("term", term);
      out_.add("rdfs:subPropertyOf"_rdf, "sem:hasActor"_rdf);
      out_.end();
    }
  }

  // A body that only offices name took part in nothing: it is no sem:Actor.
  void write_actor(const Actor& actor, bool takes_part) {
    out_.begin("actor", actor.id);
    if (takes_part) out_.add("rdf:type"_rdf, "sem:Actor"_rdf);
    out_.add("rdf:type"_rdf, class_of(actor.kind));
    out_.add_text("rdfs:label"_rdf, actor.name);
    out_.add_text("dem:code"_rdf, actor.code);
    out_.add_text("dem:sector"_rdf, actor.sector);
    for (const std::string& office : actor.offices) out_.add_text("schema:jobTitle"_rdf, office);
    for (const std::string& alias : actor.aliases) out_.add_text("schema:alternateName"_rdf, alias);
    if (is_wikidata_id(actor.qid)) {
      const std::string brief = "wd:" + actor.qid;
      out_.add("owl:sameAs"_rdf, Term{brief, wikidata, actor.qid});
    }
    out_.end();
  }

  // Person –office→ body, by the W3C's organisation ontology.
  Result<Done> write_offices() {
    const auto offices = Offices::of(graph_, false);
    if (!offices) return offices.error();
    for (const Actor& body : offices->bodies()) write_actor(body, false);
    for (const Office& office : offices->all()) {
      const Affiliation& a = *office.affiliation;
      out_.begin("office", office.key);
      out_.add("rdf:type"_rdf, "org:Membership"_rdf);
      out_.add("org:member"_rdf, "actor", a.person);
      out_.add("org:organization"_rdf, "actor", office.body);
      out_.add_text("schema:roleName"_rdf, a.office);
      out_.add_date("schema:startDate"_rdf, a.from);
      out_.add_date("schema:endDate"_rdf, a.until);
      out_.add_date("dem:firstTold"_rdf, a.first_told);
      out_.add_date("dem:lastTold"_rdf, a.last_told);
      if (a.former) out_.add_text("dem:office"_rdf, "former");
      for (const std::string& mention : a.mentions) out_.add("prov:wasDerivedFrom"_rdf, "statement", mention);
      out_.end();
      ++offices_;
    }
    return Done{};
  }

  void write_document(const Source& source) {
    out_.begin("document", source.id);
    out_.add("rdf:type"_rdf, "prov:Entity"_rdf);
    out_.add("rdf:type"_rdf, "schema:NewsArticle"_rdf);
    out_.add_text("schema:headline"_rdf, source.title);
    out_.add_date("schema:datePublished"_rdf, source.date);
    out_.add_text("schema:publisher"_rdf, source.publication);
    out_.add_text("schema:inLanguage"_rdf, source.language);
    std::string url;
    if (append_iri(source.url, &url)) out_.add_iri("schema:url"_rdf, url);
    out_.end();
  }

  void add_participants(const Interaction& interaction, Term actor, Term recipient, bool with_sem) {
    const auto acts_too = [&](const std::string& id) {
      return std::find(interaction.actor.begin(), interaction.actor.end(), id) != interaction.actor.end();
    };
    const auto add = [&](const std::vector<std::string>& ids, Term role) {
      for (const std::string& id : ids) {
        if (with_sem && (&ids == &interaction.actor || !acts_too(id))) out_.add("sem:hasActor"_rdf, "actor", id);
        out_.add(role, "actor", id);
      }
    };
    add(interaction.actor, actor);
    add(interaction.recipient, recipient);
  }

  void write_interaction(const Interaction& interaction) {
    out_.begin("interaction", interaction.id);
    if (interaction.status == Status::actual) {
      out_.add("rdf:type"_rdf, "sem:Event"_rdf);
      add_what(interaction.event, interaction.action);
      add_participants(interaction, "dem:agent"_rdf, "dem:recipient"_rdf, true);
      add_dates(interaction.date, interaction.enddate, &out_);
      if (!interaction.place.empty()) out_.add("sem:hasPlace"_rdf, "place", interaction.place);
    } else {
      out_.add("rdf:type"_rdf, "dem:ReportedEvent"_rdf);
    }
    out_.add_text("dem:status"_rdf, to_string(interaction.status));
    out_.add_number("dem:reports"_rdf, interaction.reports);
    out_.add_number("dem:independentReports"_rdf, interaction.independent);
    out_.add_number("dem:confidence"_rdf, interaction.confidence);
    if (!interaction.part_of.empty()) out_.add("dem:partOf"_rdf, "interaction", interaction.part_of);
    out_.end();
    if (!interaction.place.empty()) write_place(interaction.place);
  }

  void add_what(std::string_view event, std::string_view action) {
    if (!event.empty()) out_.add("sem:eventType"_rdf, "event", event);
    if (!action.empty()) out_.add("sem:eventType"_rdf, "action", action);
  }

  void write_place(const std::string& name) {
    if (!places_.insert(name).second) return;
    out_.begin("place", name);
    out_.add("rdf:type"_rdf, "sem:Place"_rdf);
    out_.add_text("rdfs:label"_rdf, name);
    out_.end();
  }

  void write_statement(const Interaction& interaction, const Mention& mention) {
    ++statements_;
    out_.begin("statement", mention.id);
    out_.add("rdf:type"_rdf, "prov:Entity"_rdf);
    out_.add("rdf:type"_rdf, "dem:Statement"_rdf);
    out_.add("dem:about"_rdf, "interaction", interaction.id);
    out_.add("prov:wasDerivedFrom"_rdf, "document", mention.doc);
    out_.add_text("dem:status"_rdf, to_string(mention.status));
    out_.add_text("dem:statedEvent"_rdf, mention.event);
    out_.add_text("dem:statedAction"_rdf, mention.action);
    add_participants(interaction, "dem:statedActor"_rdf, "dem:statedRecipient"_rdf, false);
    out_.add_date("dem:statedDate"_rdf, mention.date);
    if (mention.attribution) out_.add_text("dem:saidBy"_rdf, mention.attribution->source.identifier_text);
    for (const std::string& topic : mention.topic) out_.add_text("schema:about"_rdf, topic);
    out_.add_number("dem:confidence"_rdf, mention.confidence);
    out_.add_text("dem:rule"_rdf, mention.rule);
    if (options_.text) out_.add_text("schema:text"_rdf, mention.text);
    out_.end();
    if (mention.event_loc) write_location(*mention.event_loc);
    if (out_.has_graphs()) write_told_event(interaction, mention);
  }

  void write_location(const Location& place) {
    const std::string& name = place.resolved_place.empty() ? place.extracted_place : place.resolved_place;
    if (name.empty() || !is_number(place.geonameid) || !located_.insert(name).second) return;
    write_place(name);
    out_.begin("place", name);
    out_.add_iri("owl:sameAs"_rdf, fmt::format("<https://sws.geonames.org/{}/>", place.geonameid));
    out_.end();
  }

  // Inside the statement's own graph.
  void write_told_event(const Interaction& interaction, const Mention& mention) {
    static constexpr Term types[] = {"sem:Event"_rdf, "dem:PlannedEvent"_rdf, "dem:PossibleEvent"_rdf,
                                     "dem:DeniedEvent"_rdf};
    const bool actual = mention.status == Status::actual;
    out_.begin_in("statement", mention.id, "interaction", interaction.id);
    // What one source asserts and another denies is no fact either.
    const bool fact = actual && interaction.status == Status::actual;
    out_.add("rdf:type"_rdf, fact     ? types[0]
                             : actual ? "dem:DisputedEvent"_rdf
                                      : types[static_cast<std::size_t>(mention.status)]);
    if (fact) {
      add_what(mention.event, mention.action);
      add_participants(interaction, "dem:agent"_rdf, "dem:recipient"_rdf, true);
      add_dates(mention.date, mention.enddate, &out_);
    } else {
      add_participants(interaction, "dem:statedActor"_rdf, "dem:statedRecipient"_rdf, false);
      out_.add_text("dem:statedAction"_rdf, mention.action);
      out_.add_date("dem:statedDate"_rdf, mention.date);
    }
    out_.end();
  }

  const GraphStream& graph_;
  const ExportOptions& options_;
  Triples out_;
  std::set<std::string> places_, located_;
  std::uint64_t statements_ = 0, offices_ = 0;
};

}  // namespace

Result<ExportCounts> write_nquads(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  return RdfWriter(graph, options, false, target).write();
}

Result<ExportCounts> write_turtle(const GraphStream& graph, const ExportOptions& options, ExportTarget* target) {
  return RdfWriter(graph, options, true, target).write();
}

}  // namespace demarche::exporting
