// demarche-convert: documents in on standard input, their parts out on standard output; see README.md.
#include <signal.h>
#include <sys/resource.h>
#include <sys/time.h>

#include <cstdint>
#include <cstdio>
#include <exception>
#include <string>

#include "convert/parts.h"

namespace demarche::convert {
namespace {

constexpr unsigned protocol = 2;  // as in src/ingest/converter.cpp
constexpr rlim_t most_memory = 2ul << 30;
constexpr unsigned long largest_document = 1ul << 30;

void limit_memory() {
#ifndef DEMARCHE_SANITIZED  // its shadow of the memory is larger
  const rlimit limit{most_memory, most_memory};
  ::setrlimit(RLIMIT_AS, &limit);
#endif
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
}

// The default action of SIGPROF ends the process.
void allow(unsigned seconds) {
  const itimerval time{{0, 0}, {static_cast<time_t>(seconds), 0}};
  ::setitimer(ITIMER_PROF, &time, nullptr);
}

bool read_line(std::string* line) {
  line->clear();
  for (int c = std::getchar(); c != EOF && line->size() < 100; c = std::getchar()) {
    if (c == '\n') return true;
    line->push_back(static_cast<char>(c));
  }
  return false;
}

nlohmann::json convert(const std::string& kind, const std::string& bytes, unsigned most_pages) {
  try {
    if (kind == "pdf") return pages_of_pdf(bytes, most_pages);
    return kind == "markdown" ? page_of_markdown(bytes) : parts_of_mail(bytes);
  } catch (const std::bad_alloc&) {
    return {{"fault", "takes too much memory"}};
  } catch (const std::exception&) {
    return {{"fault", "broken " + kind}};
  }
}

int serve() {
  for (std::string line; read_line(&line);) {
    char kind[12] = "";
    unsigned version = 0, seconds = 0, most_pages = 0;
    unsigned long size = 0;
    const int read = std::sscanf(line.c_str(), "%u %11s %u %u %lu", &version, kind, &seconds, &most_pages, &size);
    if (read != 5 || version != protocol) return 1;
    if (size > largest_document) return 1;
    std::string bytes(size, '\0');
    if (std::fread(bytes.data(), 1, size, stdin) != size) return 1;
    allow(seconds);
    // Bytes that are no UTF-8 become U+FFFD.
    const std::string answer =
        convert(kind, bytes, most_pages).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    allow(0);
    const std::uint64_t length = answer.size();
    if (std::fwrite(&length, sizeof length, 1, stdout) != 1 ||
        std::fwrite(answer.data(), 1, length, stdout) != length || std::fflush(stdout) != 0) {
      return 1;
    }
  }
  return 0;
}

}  // namespace
}  // namespace demarche::convert

int main() {
  ::signal(SIGINT, SIG_IGN);  // the program that asks decides when it is enough
  ::signal(SIGTERM, SIG_IGN);
  demarche::convert::limit_memory();
  return demarche::convert::serve();
}
