#include "ingest/packed.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/any.h"
#include "ingest/clean_text.h"
#include "ingest/file_day.h"
#include "ingest/format.h"
#include "text/utf8.h"

namespace demarche::ingesting {
namespace {

struct FreeArchive {
  void operator()(archive* a) const { archive_read_free(a); }
};
using Archive = std::unique_ptr<archive, FreeArchive>;

// The packed bytes, what came out of them, and what came out of all archives around them.
class Source {
 public:
  // Borrows all; `around` is nullptr where this is the outermost archive.
  Source(Input* packed, Expansion* around, const IngestLimits& limits)
      : input(packed), around_(around), limits_(limits) {}

  Expansion& outermost() { return around_ == nullptr ? own : *around_; }

  // More of a member was read.
  void add_read(std::uint64_t bytes) {
    read_ += bytes;
    count();
  }
  // What the filters (gzip …) gave so far: also members that are passed over cost their unpacking.
  void set_filtered(std::uint64_t bytes) {
    filtered_ = bytes;
    count();
  }
  bool expands_too_much() { return is_too_much(own) || is_too_much(outermost()); }
  std::string fault() const { return fmt::format("unpacks to more than {} times its size", limits_.expansion); }

  Input* input;
  Expansion own;

 private:
  void count() {
    const std::uint64_t all = std::max({read_, filtered_, own.unpacked}), more = all - own.unpacked;
    own.unpacked = all;
    if (around_ != nullptr) around_->unpacked += more;
  }
  bool is_too_much(const Expansion& e) const {
    return e.unpacked > limits_.expansion_free_bytes && e.unpacked / limits_.expansion > e.packed;
  }

  Expansion* around_;
  const IngestLimits& limits_;
  std::uint64_t read_ = 0, filtered_ = 0;
};

extern "C" la_ssize_t give_bytes(archive* a, void* source, const void** bytes) {
  auto* const from = static_cast<Source*>(source);
  from->set_filtered(static_cast<std::uint64_t>(std::max<la_int64_t>(0, archive_filter_bytes(a, 0))));
  if (from->expands_too_much()) {
    archive_set_error(a, EIO, "%s", from->fault().c_str());
    return ARCHIVE_FATAL;
  }
  const std::string_view some = from->input->next_block();
  *bytes = some.data();
  from->own.packed += some.size();
  if (some.empty() && !from->input->failure().empty()) {
    archive_set_error(a, EIO, "%s", from->input->failure().c_str());
    return ARCHIVE_FATAL;
  }
  return static_cast<la_ssize_t>(some.size());
}

std::string fault_of(archive* a) {
  const char* const fault = archive_error_string(a);
  return fault == nullptr ? "no reason given" : fault;
}

// One member while it is unpacked. Watches how much comes out of how little.
class MemberBytes : public Bytes {
 public:
  MemberBytes(archive* a, Source* source) : archive_(a), source_(*source) {}

  std::size_t read(char* to, std::size_t room) override {
    if (!failure_.empty()) return 0;
    const la_ssize_t n = archive_read_data(archive_, to, room);
    if (n < 0) {
      failure_ = source_.expands_too_much() ? source_.fault() : fault_of(archive_);
      ends_archive_ = n <= ARCHIVE_FATAL;
      return 0;
    }
    source_.add_read(static_cast<std::uint64_t>(n));
    if (source_.expands_too_much()) {
      failure_ = source_.fault();
      ends_archive_ = true;
      return 0;
    }
    return static_cast<std::size_t>(n);
  }

  // Whether nothing behind this member can be read, either.
  bool ends_archive() const { return ends_archive_; }

 private:
  archive* archive_;
  Source& source_;
  bool ends_archive_ = false;
};

Archive open_archive(Source* source) {
  Archive a(archive_read_new());
  archive_read_support_filter_gzip(a.get());
  archive_read_support_filter_zstd(a.get());
  archive_read_support_filter_bzip2(a.get());
  archive_read_support_filter_xz(a.get());
  archive_read_support_format_tar(a.get());
  archive_read_support_format_zip(a.get());
  archive_read_support_format_raw(a.get());
  archive_read_support_format_empty(a.get());
  return archive_read_open(a.get(), source, nullptr, give_bytes, nullptr) == ARCHIVE_OK ? std::move(a) : nullptr;
}

bool is_hidden(std::string_view name) {
  for (std::size_t at = 0; at < name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    const std::string_view part = name.substr(at, end - at);
    if ((part.starts_with('.') && part != "." && part != "..") || part == "__MACOSX") return true;
    at = end + 1;
  }
  return false;
}

// "news.jsonl.gz" holds "news.jsonl".
std::string name_within(const std::string& name) {
  const std::string extension = extension_of(name);
  for (const char* packed : {".gz", ".zst", ".bz2", ".xz"}) {
    if (extension == packed) return name.substr(0, name.size() - extension.size());
  }
  return name;
}

std::string name_of(archive_entry* entry) {
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return name == nullptr ? "" : text::repair_utf8(name);
}

// What a zip is that is no archive for its user; empty where it is one.
std::string_view disguised(std::string_view first_member) {
  if (first_member == "mimetype") return "an EPUB or an Office document";
  if (first_member == "[Content_Types].xml") return "an Office document";
  return "";
}

class Unpacking {
 public:
  Unpacking(Input* input, const Origin& origin, Reading* reading)
      : origin_(origin),
        reading_(reading),
        around_(reading->expansion),
        source_(input, around_, reading->options.limits) {
    reading->expansion = &source_.outermost();
  }
  Unpacking(const Unpacking&) = delete;
  Unpacking& operator=(const Unpacking&) = delete;
  ~Unpacking() { reading_->expansion = around_; }

  void run() {
    const Archive a = open_archive(&source_);
    if (a == nullptr) return reading_->lost(origin_.where, "broken archive; file skipped", Skip::broken);
    archive_entry* entry = nullptr;
    for (std::uint64_t n = 0; !reading_->stopped(); ++n) {
      const int got = archive_read_next_header(a.get(), &entry);
      if (got == ARCHIVE_EOF) {
        if (!any_file_) reading_->lost(origin_.where, "an archive without files to read; skipped", Skip::empty);
        return;
      }
      if (got < ARCHIVE_WARN && archive_read_has_encrypted_entries(a.get()) > 0) {
        return reading_->lost(origin_.where, "an archive with a password; the rest is skipped", Skip::unreadable);
      }
      if (got < ARCHIVE_WARN) return say_broken(source_.expands_too_much() ? source_.fault() : fault_of(a.get()), n);
      if (n == reading_->options.limits.archive_members) {
        return reading_->lost(origin_.where, fmt::format("more than {} members; the rest is skipped", n),
                              Skip::too_large);
      }
      if (!read_member(a.get(), entry, n)) return;
    }
  }

 private:
  void say_broken(const std::string& fault, std::uint64_t members) {
    reading_->lost(origin_.where,
                   fmt::format("broken archive ({}); {} skipped", fault, members == 0 ? "file" : "the rest is"),
                   Skip::broken);
  }

  // False when nothing can be read behind it.
  bool read_member(archive* a, archive_entry* entry, std::uint64_t number) {
    const bool is_raw = archive_format(a) == ARCHIVE_FORMAT_RAW;
    const std::string name = is_raw ? name_within(origin_.name) : name_of(entry);
    // What begins as gzip does and is none comes out as it went in.
    if (is_raw && archive_filter_code(a, 0) == ARCHIVE_FILTER_NONE) {
      say_broken("not what its first bytes say", number);
      return false;
    }
    if (!is_raw) {
      if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != nullptr || is_hidden(name))
        return true;
      if (const std::string_view what = number == 0 ? disguised(name) : ""; !what.empty()) {
        reading_->lost(origin_.where, fmt::format("{}; file skipped", what), Skip::not_text);
        return false;
      }
    }
    any_file_ = true;
    if (archive_entry_is_data_encrypted(entry) != 0) {
      reading_->lost(fmt::format("{}: {}", origin_.where, name), "with a password; file skipped", Skip::unreadable);
      return true;
    }
    Origin within = origin_;
    within.name = name;
    within.depth = origin_.depth + 1;
    within.may_link = false;
    within.folder.clear();
    if (!is_raw) {
      within.where = origin_.where + ": " + name;
      if (reading_->options.date_from_mtime) within.modified = day_of(archive_entry_mtime(entry));
    }
    auto bytes = std::make_unique<MemberBytes>(a, &source_);
    const MemberBytes& member = *bytes;
    Input input(std::move(bytes));
    read_any(&input, within, reading_);
    return !member.ends_archive() && source_.input->failure().empty();
  }

  const Origin& origin_;
  Reading* reading_;
  Expansion* const around_;
  Source source_;
  bool any_file_ = false;
};

}  // namespace

void read_packed(Input* input, const Origin& origin, Reading* reading) {
  if (origin.depth >= reading->options.limits.archive_depth) {
    return reading->lost(origin.where, fmt::format("more than {} archives within each other; skipped", origin.depth),
                         Skip::unsafe);
  }
  Unpacking(input, origin, reading).run();
}

}  // namespace demarche::ingesting
