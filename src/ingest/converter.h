// Reading PDF, mail and Markdown in a process of its own: the libraries that do it are large, are loaded only when they
// are needed, and what makes them crash, run on or take all memory costs one document.
//
// The process is the program demarche-convert (src/convert). It lives from the first document to the end of reading,
// and is started again when it ends early.
//
// Not thread-safe.
#ifndef DEMARCHE_INGEST_CONVERTER_H
#define DEMARCHE_INGEST_CONVERTER_H

#include <atomic>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace demarche::ingesting {

// What one document may cost.
struct Allowance {
  unsigned seconds = 0;  // of processor time
  unsigned pages = 0;    // of a PDF; later ones are not read
};

class Converter {
 public:
  // `stop`, if given, ends a wait that a signal interrupts; it is borrowed.
  explicit Converter(const std::atomic<bool>* stop) : stop_(stop) {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter();

  // Sends a document of this kind ("pdf", "mail", "markdown") and returns the answer, an object. Where there is no
  // answer, `fault` says why: "takes more than 20 s", "does not answer", "demarche-convert is of another version",
  // "crashes the library that reads it", "demarche-convert is not installed beside demarche".
  nlohmann::json convert(std::string_view kind, std::string_view bytes, Allowance allowance, std::string* fault);

 private:
  bool start();
  // How long an answer may be waited for, by the clock: a machine that is busy gives a process a part of its time.
  void wait_at_most(unsigned seconds) const;
  bool send_all(const char* bytes, std::size_t size) const;
  bool receive_all(char* bytes, std::size_t size) const;
  // After a call of the system that failed: whether a signal came between and the user has not had enough.
  bool may_try_again() const;
  // Ends the process and says why there was no answer. `silent`: it was waited for in vain.
  std::string end(bool silent);

  const std::atomic<bool>* stop_;
  int socket_ = -1;
  int process_ = -1;
};

}  // namespace demarche::ingesting

#endif
