// The parts of a record that its two forms and the graph's JSON share.
#ifndef DEMARCHE_EXPORT_RECORD_H
#define DEMARCHE_EXPORT_RECORD_H

#include <string>
#include <vector>

#include "demarche/mention.h"
#include "export/json_read.h"
#include "export/json_text.h"

namespace demarche::exporting {

// `native` holds everything; `plover` leaves out what the ontology's entity does not have.
enum class RecordForm : unsigned char { native, plover };

void append_entity(const Entity& entity, RecordForm form, std::string* out);
void append_entities(const std::vector<Entity>& entities, RecordForm form, std::string* out);
void append_location(const Location& place, std::string* out);

// text and text_info; quad_code and event_scale; confidence, rule and cite_info.
void append_text_fields(const Mention& mention, ObjectText* object);
void append_ontology_fields(int quad_code, double event_scale, ObjectText* object);
void append_evidence_fields(const Mention& mention, ObjectText* object);

void read_mention(const JsonObject& record, Mention* mention);

}  // namespace demarche::exporting

#endif
