// Where and why a text is not JSON. The fast parser does not say it well, so a second one looks again.
#ifndef DEMARCHE_TEXT_JSON_FAULT_H
#define DEMARCHE_TEXT_JSON_FAULT_H

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace demarche::text {

struct JsonFault {
  std::size_t byte = 0;  // bytes read when it failed, from 1
  std::string reason;    // "unexpected end of input; expected ':'"
};

// nullopt when the text is JSON.
std::optional<JsonFault> find_json_fault(std::string_view json);

}  // namespace demarche::text

#endif
