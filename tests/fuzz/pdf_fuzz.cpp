#include <cstdint>
#include <exception>

#include "convert/parts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    demarche::convert::pages_of_pdf(std::string(reinterpret_cast<const char*>(data), size), 50);
  } catch (const std::exception&) {  // as demarche-convert does
  }
  return 0;
}
