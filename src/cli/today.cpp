#include "cli/today.h"

#include <ctime>

#include "text/date.h"

namespace demarche::cli {

std::string local_day() {
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  ::localtime_r(&now, &local);
  return text::iso({local.tm_year + 1900, local.tm_mon + 1, local.tm_mday});
}

}  // namespace demarche::cli
