// Reading PDF and mail in a process of its own: the libraries that do it are large, are loaded only when they are
// needed, and what makes them crash, run on or take all memory costs one document.
//
// The process is the program demarche-convert (src/convert). It lives from the first document to the end of reading,
// and is started again when it ends early.
//
// Not thread-safe.
#ifndef DEMARCHE_INGEST_CONVERTER_H
#define DEMARCHE_INGEST_CONVERTER_H

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

namespace demarche::ingesting {

class Converter {
 public:
  Converter() = default;
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter();

  // Sends a document of this kind ("pdf", "mail") and returns the answer, an object; `seconds` of processor time are
  // allowed. Where there is no answer, `fault` says why: "takes more than 20 s", "crashes the library that reads it",
  // "demarche-convert is not installed beside demarche".
  nlohmann::json convert(std::string_view kind, std::string_view bytes, unsigned seconds, std::string* fault);

 private:
  bool start();
  // Ends the process and says why there was no answer.
  std::string end();

  int socket_ = -1;
  int process_ = -1;
};

}  // namespace demarche::ingesting

#endif
