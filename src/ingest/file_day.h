// The day of a file's last change, for users who want it as a date.
#ifndef DEMARCHE_INGEST_FILE_DAY_H
#define DEMARCHE_INGEST_FILE_DAY_H

#include <ctime>
#include <string>

namespace demarche::ingesting {

// ISO day of UTC.
std::string day_of(std::time_t time);

// Empty for what is no regular file.
std::string day_of_file(const std::string& path);

}  // namespace demarche::ingesting

#endif
