#include "ingest/file_day.h"

#include <sys/stat.h>

#include "text/date.h"

namespace demarche::ingesting {

std::string day_of(std::time_t time) {
  const long days = static_cast<long>(time / 86400) - (time % 86400 < 0 ? 1 : 0);
  return text::iso(text::from_days(days));
}

std::string day_of_file(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return "";
  return day_of(status.st_mtime);
}

}  // namespace demarche::ingesting
