// Archives for tests, made by libarchive.
#ifndef DEMARCHE_TESTS_INGEST_ARCHIVE_FILE_H
#define DEMARCHE_TESTS_INGEST_ARCHIVE_FILE_H

#include <archive.h>
#include <archive_entry.h>

#include <string>
#include <utility>
#include <vector>

namespace demarche::ingesting {

using Members = std::vector<std::pair<std::string, std::string>>;  // name and bytes

// Sets format and filter of a new archive: archive_write_set_format_zip and the like.
using Choose = int (*)(archive*);

inline std::string packed(const Members& members, Choose format, Choose filter = archive_write_add_filter_none) {
  archive* const a = archive_write_new();
  format(a);
  filter(a);
  std::string out(64u << 20, '\0');
  std::size_t used = 0;
  archive_write_set_bytes_in_last_block(a, 1);
  archive_write_open_memory(a, out.data(), out.size(), &used);
  for (const auto& [name, bytes] : members) {
    archive_entry* const entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_mtime(entry, 1273708800, 0);
    archive_write_header(a, entry);
    archive_write_data(a, bytes.data(), bytes.size());
    archive_entry_free(entry);
  }
  archive_write_free(a);
  out.resize(used);
  return out;
}

inline std::string zip(const Members& members) { return packed(members, archive_write_set_format_zip); }
inline std::string tar(const Members& members, Choose filter = archive_write_add_filter_none) {
  return packed(members, archive_write_set_format_ustar, filter);
}
inline std::string compressed(const std::string& bytes, Choose filter) {
  return packed({{"raw", bytes}}, archive_write_set_format_raw, filter);
}
inline std::string gzip(const std::string& bytes) { return compressed(bytes, archive_write_add_filter_gzip); }

}  // namespace demarche::ingesting

#endif
