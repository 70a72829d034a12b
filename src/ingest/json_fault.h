// Where and why a line is not JSON, in words.
#ifndef DEMARCHE_INGEST_JSON_FAULT_H
#define DEMARCHE_INGEST_JSON_FAULT_H

#include <string>
#include <string_view>

namespace demarche::ingesting {

// "broken JSON at byte 23 (unexpected end of input)"; `otherwise` is the reason when the second parser finds no fault
// (nesting too deep, a number out of range).
std::string describe_json_fault(std::string_view line, std::string_view otherwise);

}  // namespace demarche::ingesting

#endif
