// An answer of a service about documents: {"status": "ok", "articles": [{"text": …}, …]}.
#ifndef DEMARCHE_INGEST_JSON_FRAME_H
#define DEMARCHE_INGEST_JSON_FRAME_H

#include <cstddef>
#include <string>
#include <string_view>

#include "ingest/field_map.h"

namespace demarche::ingesting {

// The list of documents in an object that is none itself, in any field, or in an object in it, or in one in that:
// {"response": {"results": […]}}. Of several lists the first, nearest to the top, whose records have the text that the
// map names, or a "file". Empty where there is none. A part of `object`. REQUIRES Input::padding readable bytes behind
// `object`.
std::string_view list_of_documents(const char* object, std::size_t length, const FieldMap& map);

// The names of an object's fields, those of the records of a list in brackets: "status, articles [title, body]"; empty
// for what is no object, or none at all. REQUIRES the same.
std::string field_names(const char* object, std::size_t length);

}  // namespace demarche::ingesting

#endif
