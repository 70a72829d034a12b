#include "ingest/json_fault.h"

#include <fmt/format.h>

#include "text/json_fault.h"

namespace demarche::ingesting {

std::string describe_json_fault(std::string_view line, std::string_view otherwise) {
  const auto fault = text::find_json_fault(line);
  if (!fault) return fmt::format("unusable JSON ({})", otherwise);
  return fmt::format("broken JSON at byte {} ({})", fault->byte, fault->reason);
}

}  // namespace demarche::ingesting
