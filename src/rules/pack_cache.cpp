#include "rules/pack_cache.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace demarche::rules {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_kept = 4;
constexpr char cache_magic[8] = {'D', 'M', 'C', 'A', 'C', 'H', 'E', '1'};
constexpr const char* suffix = ".pack";

// In front of the table.
struct CacheHeader {
  char magic[8];
  std::uint64_t key, size, checksum;
};
static_assert(sizeof(CacheHeader) % table_alignment == 0);

// FNV-1a over words of eight bytes and the length, finished as in MurmurHash3 (Appleby): byte by byte it would cost
// more than reading the file.
std::uint64_t mixed(std::uint64_t state, std::string_view bytes) {
  const auto mix = [&state](std::uint64_t word) {
    state = (state ^ word) * 0x100000001B3ULL;
    state ^= state >> 29;
  };
  std::size_t at = 0;
  for (std::uint64_t word = 0; at + sizeof word <= bytes.size(); at += sizeof word) {
    std::memcpy(&word, bytes.data() + at, sizeof word);
    mix(word);
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, bytes.data() + at, bytes.size() - at);
  mix(rest);
  mix(bytes.size());
  return state;
}

std::uint64_t finished(std::uint64_t h) {
  h = (h ^ (h >> 33)) * 0xFF51AFD7ED558CCDULL;
  h = (h ^ (h >> 33)) * 0xC4CEB9FE1A85EC53ULL;
  return h ^ (h >> 33);
}

constexpr std::uint64_t start_of_hash = 0xCBF29CE484222325ULL;

std::uint64_t checksum(std::string_view bytes) { return finished(mixed(start_of_hash, bytes)); }

std::string variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string() : value;
}

class Descriptor {
 public:
  explicit Descriptor(const std::string& path) : fd_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }

  // Bytes of a file that only this user can have written; 0 for any other.
  std::size_t trusted_size() const {
    struct stat about {};
    if (fd_ < 0 || ::fstat(fd_, &about) != 0 || !S_ISREG(about.st_mode)) return 0;
    const bool ours = about.st_uid == ::geteuid() && (about.st_mode & (S_IWGRP | S_IWOTH)) == 0;
    return ours ? static_cast<std::size_t>(about.st_size) : 0;
  }
  int number() const { return fd_; }

 private:
  int fd_;
};

bool whole(std::string_view file, const std::string& key) {
  CacheHeader header;
  std::memcpy(&header, file.data(), sizeof header);
  const std::string_view table = file.substr(sizeof header);
  return std::memcmp(header.magic, cache_magic, sizeof cache_magic) == 0 && fmt::format("{:016x}", header.key) == key &&
         header.size == table.size() && header.checksum == checksum(table);
}

void remove_old(const std::string& folder) {
  std::error_code ignored;
  std::vector<std::pair<fs::file_time_type, fs::path>> kept;
  for (fs::directory_iterator it(folder, ignored), end; !ignored && it != end; it.increment(ignored)) {
    if (it->path().extension() == suffix) kept.emplace_back(it->last_write_time(ignored), it->path());
  }
  std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return a > b; });
  for (std::size_t i = most_kept; i < kept.size(); ++i) fs::remove(kept[i].second, ignored);
}

}  // namespace

std::string cache_folder() {
  const std::string named = variable("DEMARCHE_CACHE");
  if (!named.empty()) return named == "off" ? "" : named;
  std::string base = variable("XDG_CACHE_HOME");
  if (base.empty() || base.front() != '/') {
    const std::string home = variable("HOME");
    if (home.empty() || home.front() != '/') return "";
    base = home + "/.cache";
  }
  return base + "/demarche";
}

std::string cache_key(std::string_view program, const std::vector<PackFile>& files) {
  std::uint64_t state = mixed(start_of_hash, program);
  for (const PackFile& file : files) state = mixed(mixed(state, file.path), file.text);
  return fmt::format("{:016x}", finished(state));
}

std::shared_ptr<const PackTables> find_cached(const std::string& folder, const std::string& key) {
  const Descriptor file(folder + "/" + key + suffix);
  const std::size_t size = file.trusted_size();
  if (size <= sizeof(CacheHeader) + sizeof(TableHeader)) return nullptr;
  void* const mapped = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
  if (mapped == MAP_FAILED) return nullptr;
  const std::shared_ptr<const char> bytes(static_cast<const char*>(mapped),
                                          [size](const char* from) { ::munmap(const_cast<char*>(from), size); });
  if (!whole({bytes.get(), size}, key)) return nullptr;
  return {bytes, table_root<PackTables>(bytes.get() + sizeof(CacheHeader))};
}

void keep_cached(const std::string& folder, const std::string& key, const TableBytes& pack) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return;
  const std::string_view table(pack.data.get(), pack.size);
  CacheHeader header{{}, std::strtoull(key.c_str(), nullptr, 16), table.size(), checksum(table)};
  std::memcpy(header.magic, cache_magic, sizeof cache_magic);
  const std::string path = folder + "/" + key + suffix, temporary = fmt::format("{}.{}", path, ::getpid());
  {
    std::ofstream out(temporary, std::ios::binary);
    out.write(reinterpret_cast<const char*>(&header), sizeof header);
    out.write(table.data(), static_cast<std::streamsize>(table.size()));
    if (!out.flush()) error = std::make_error_code(std::errc::io_error);
  }
  if (!error) fs::permissions(temporary, fs::perms::owner_read | fs::perms::owner_write, error);
  if (!error) fs::rename(temporary, path, error);
  std::error_code ignored;
  if (error) fs::remove(temporary, ignored);
  remove_old(folder);
}

}  // namespace demarche::rules
