#include <cstdint>

#include "convert/parts.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  demarche::convert::parts_of_mail(std::string(reinterpret_cast<const char*>(data), size));
  return 0;
}
