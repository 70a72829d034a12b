#include "text/json_fault.h"

#include <cstddef>
#include <nlohmann/json.hpp>
#include <utility>

namespace demarche::text {
namespace {

// Hears every event of the parser, keeps only the first fault.
class FaultFinder : public nlohmann::json_sax<nlohmann::json> {
 public:
  std::size_t byte = 0;
  std::string reason;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& fault) override {
    byte = position;
    reason = reason_of(fault.what());
    return false;
  }

 private:
  // Of "[…] parse error at line 1, column 24: syntax error while parsing object - unexpected …; last read: '…'" only
  // the part that helps a reader: what is there and what should be.
  static std::string reason_of(std::string_view what) {
    if (const std::size_t dash = what.find(" - "); dash != std::string_view::npos) what.remove_prefix(dash + 3);
    const std::size_t last_read = what.find("; last read: ");
    if (last_read == std::string_view::npos) return std::string(what);
    std::string reason(what.substr(0, last_read));
    const std::size_t expected = what.find("; expected ");
    if (expected != std::string_view::npos) reason += what.substr(expected);
    return reason;
  }
};

}  // namespace

std::optional<JsonFault> find_json_fault(std::string_view json) {
  FaultFinder finder;
  if (nlohmann::json::sax_parse(json, &finder)) return std::nullopt;
  return JsonFault{finder.byte, std::move(finder.reason)};
}

}  // namespace demarche::text
