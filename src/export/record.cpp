#include "export/record.h"

#include "demarche/export.h"
#include "export/json_read.h"
#include "export/json_text.h"

namespace demarche {
namespace exporting {

void append_entity(const Entity& entity, RecordForm form, std::string* out) {
  ObjectText object(out);
  object.optional_text("identifier_text", entity.identifier_text);
  object.optional_text("identifier_id", entity.identifier_id);
  if (form == RecordForm::native) object.optional_text("actor_id", entity.actor);
  object.optional_text("code", entity.code);
  object.optional_text("sector", entity.sector);
  object.optional_text("office", entity.office);
  object.optional_text("entity_text", entity.entity_text);
  object.number("start", std::uint64_t{entity.start});
  object.number("end", std::uint64_t{entity.end});
  if (form == RecordForm::native) object.text("kind", to_string(entity.kind));
}

void append_entities(const std::vector<Entity>& entities, RecordForm form, std::string* out) {
  out->push_back('[');
  for (std::size_t i = 0; i < entities.size(); ++i) {
    if (i != 0) out->push_back(',');
    append_entity(entities[i], form, out);
  }
  out->push_back(']');
}

void append_location(const Location& place, std::string* out) {
  ObjectText object(out);
  object.optional_text("extracted_place", place.extracted_place);
  object.optional_text("resolved_place", place.resolved_place);
  object.optional_text("country_code", place.country);
  object.optional_text("geonameid", place.geonameid);
}

void append_text_fields(const Mention& mention, ObjectText* object) {
  object->optional_text("text", mention.text);
  ObjectText info(object->key("text_info"));
  info.number("sequence", std::uint64_t{mention.sequence});
  info.number("start", std::uint64_t{mention.start});
  info.number("end", std::uint64_t{mention.end});
}

void append_ontology_fields(int quad_code, double event_scale, ObjectText* object) {
  if (quad_code > 0) object->number("quad_code", static_cast<std::uint64_t>(quad_code));
  object->number("event_scale", event_scale);
}

void append_evidence_fields(const Mention& mention, ObjectText* object) {
  object->number("confidence", mention.confidence);
  object->optional_text("rule", mention.rule);
  if (mention.title.empty() && mention.url.empty() && mention.publication.empty() && mention.language.empty()) return;
  ObjectText cite(object->key("cite_info"));
  cite.optional_text("title", mention.title);
  cite.optional_text("url", mention.url);
  cite.optional_text("publication", mention.publication);
  cite.optional_text("language", mention.language);
}

namespace {

void append_when_and_who(const Mention& mention, ObjectText* object) {
  object->optional_text("date", mention.date);
  object->optional_text("enddate", mention.enddate);
  object->optional_text("date_text", mention.date_text);
  if (mention.date_precision != DatePrecision::none) {
    object->text("date_precision", to_string(mention.date_precision));
  }
  append_entities(mention.actor, RecordForm::native, object->key("actor"));
  append_entities(mention.recipient, RecordForm::native, object->key("recipient"));
}

void append_what(const Mention& mention, ObjectText* object) {
  if (!mention.event.empty()) {
    object->key("event")->push_back('[');
    append_string(mention.event, object->out());
    object->out()->push_back(']');
  }
  object->optional_text("plover", mention.plover);
  object->optional_text("mode", mention.mode);
  object->optional_text("action", mention.action);
  object->boolean("reciprocal", mention.reciprocal);
  object->text("status", to_string(mention.status));
  object->optional_text("turn", to_string(mention.turn));
  object->optional_text("turn_date", mention.turn_date);
  if (mention.attribution) {
    ObjectText attribution(object->key("attribution"));
    append_entity(mention.attribution->source, RecordForm::native, attribution.key("source"));
    attribution.optional_text("verb", mention.attribution->verb);
  }
  object->optional_texts("topic", mention.topic);
  object->optional_texts("context", mention.context);
  if (mention.event_loc) append_location(*mention.event_loc, object->key("event_loc"));
  object->optional_text("event_text", mention.event_text);
  if (mention.event_start != 0 || mention.event_end != 0) {
    object->number("event_start", std::uint64_t{mention.event_start});
    object->number("event_end", std::uint64_t{mention.event_end});
  }
}

void read_entity(const JsonObject& object, Entity* entity) {
  object.text("identifier_text", &entity->identifier_text);
  object.text("identifier_id", &entity->identifier_id);
  object.text("actor_id", &entity->actor);
  object.text("code", &entity->code);
  object.text("sector", &entity->sector);
  object.text("office", &entity->office);
  object.text("entity_text", &entity->entity_text);
  object.number("start", &entity->start);
  object.number("end", &entity->end);
  object.word("kind", &entity->kind, parse_kind, known_kinds);
}

void read_entities(const JsonObject& record, std::string_view name, std::vector<Entity>* entities) {
  record.objects(name, [entities](const JsonObject& object) { read_entity(object, &entities->emplace_back()); });
}

void read_when_and_who(const JsonObject& record, Mention* mention) {
  record.required_text("id", &mention->id);
  record.required_text("doc", &mention->doc);
  record.text("date", &mention->date);
  record.text("enddate", &mention->enddate);
  record.text("date_text", &mention->date_text);
  record.word("date_precision", &mention->date_precision, parse_precision, known_precisions);
  read_entities(record, "actor", &mention->actor);
  read_entities(record, "recipient", &mention->recipient);
}

void read_what(const JsonObject& record, Mention* mention) {
  record.only_text("event", &mention->event);
  record.text("plover", &mention->plover);
  record.text("mode", &mention->mode);
  record.text("action", &mention->action);
  record.boolean("reciprocal", &mention->reciprocal);
  record.word("status", &mention->status, parse_status, known_statuses);
  record.word("turn", &mention->turn, parse_turn, known_turns);
  record.text("turn_date", &mention->turn_date);
  record.object("attribution", [mention](const JsonObject& object) {
    Attribution& attribution = mention->attribution.emplace();
    object.object("source", [&](const JsonObject& source) { read_entity(source, &attribution.source); });
    object.text("verb", &attribution.verb);
  });
  record.texts("topic", &mention->topic);
  record.texts("context", &mention->context);
  record.object("event_loc", [mention](const JsonObject& object) {
    Location& place = mention->event_loc.emplace();
    object.text("extracted_place", &place.extracted_place);
    object.text("resolved_place", &place.resolved_place);
    object.text("country_code", &place.country);
    object.text("geonameid", &place.geonameid);
  });
}

void read_evidence(const JsonObject& record, Mention* mention) {
  record.text("event_text", &mention->event_text);
  record.number("event_start", &mention->event_start);
  record.number("event_end", &mention->event_end);
  record.text("text", &mention->text);
  record.object("text_info", [mention](const JsonObject& info) {
    info.number("sequence", &mention->sequence);
    info.number("start", &mention->start);
    info.number("end", &mention->end);
  });
  std::uint32_t quad_code = 0;
  record.number("quad_code", &quad_code);
  mention->quad_code = static_cast<int>(quad_code);
  record.number("event_scale", &mention->event_scale);
  record.number("confidence", &mention->confidence);
  record.text("rule", &mention->rule);
  record.object("cite_info", [mention](const JsonObject& cite) {
    cite.text("title", &mention->title);
    cite.text("url", &mention->url);
    cite.text("publication", &mention->publication);
    cite.text("language", &mention->language);
  });
}

}  // namespace

void read_mention(const JsonObject& record, Mention* mention) {
  read_when_and_who(record, mention);
  read_what(record, mention);
  read_evidence(record, mention);
}

}  // namespace exporting

void write_record(const Mention& mention, std::string* out) {
  exporting::ObjectText object(out);
  object.text("id", mention.id);
  object.text("doc", mention.doc);
  exporting::append_when_and_who(mention, &object);
  exporting::append_what(mention, &object);
  exporting::append_text_fields(mention, &object);
  exporting::append_ontology_fields(mention.quad_code, mention.event_scale, &object);
  exporting::append_evidence_fields(mention, &object);
}

Result<Mention> read_record(std::string_view json, std::string_view where) {
  // One parser a thread: its buffers serve every line.
  static thread_local exporting::JsonReader reader;
  Mention mention;
  const auto problem = reader.read(json, where, "one record of `demarche extract`",
                                   [&](const exporting::JsonObject& object) { read_mention(object, &mention); });
  if (problem) return *problem;
  return mention;
}

}  // namespace demarche
