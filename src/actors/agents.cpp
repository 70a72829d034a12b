#include "actors/agents.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "actors/lines.h"
#include "rules/gazetteer_file.h"
#include "text/fold.h"

namespace demarche::actors {
namespace {

constexpr std::string_view blanks = " \t\r_";

// A set that holds itself, or sets of sets, would make nouns without end. Real lists have one or two sets in a noun,
// and a tenth of these bytes in all nouns.
constexpr int most_sets = 8;
constexpr std::size_t most_bytes = 4u << 20;

class Reader {
 public:
  Imported run(std::string_view bytes) {
    out_.comments = each_line(bytes, [this](std::string_view line, std::uint32_t number) {
      line_ = number;
      read_line(trimmed(line, blanks));
    });
    return std::move(out_);
  }

 private:
  void read_line(std::string_view line) {
    if (line.empty()) return;
    if (line.front() == '!' && line.find('=') != std::string_view::npos) {
      read_set(line);
      return;
    }
    const std::size_t open = line.find('['), end = line.find(']', std::min(open, line.size()));
    if (open == std::string_view::npos || end == std::string_view::npos) {
      out_.problems.push_back({line_, "\"" + std::string(line) + "\" has no code"});
      return;
    }
    ++out_.entries;
    std::string_view noun = line.substr(0, open);
    noun = trimmed(noun.substr(0, noun.find('{')), blanks);
    std::string code(line.substr(open + 1, end - open - 1));
    std::erase(code, '~');
    const std::string sector = sector_of(code);
    if (sector.empty()) {
      out_.problems.push_back({line_, "\"" + std::string(noun) + "\": its code names no sector of PLOVER or CAMEO"});
    } else if (!add(text::fold(noun), sector, 0)) {
      out_.problems.push_back({line_, "\"" + std::string(line) + "\" makes too many nouns; not all of them are taken"});
    }
  }

  // Codes of a religion alone ("~MUS", "~CHRCTH") are of its people.
  static std::string sector_of(const std::string& code) {
    const std::string sector = rules::split_cameo("---" + code).sector;
    if (!sector.empty()) return sector;
    for (const char* religion : {"BUD", "CHR", "HIN", "JEW", "MUS", "SIK"}) {
      if (code.starts_with(religion)) return "REL";
    }
    return code == "PPL" ? "CVL" : "";
  }

  void read_set(std::string_view line) {
    const std::size_t end = line.find('!', 1);
    if (end == std::string_view::npos) return;
    std::vector<std::string>& words = sets_[text::fold(line.substr(0, end + 1))];
    std::string_view rest = line.substr(line.find('=') + 1);
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      words.push_back(text::fold(trimmed(rest.substr(0, comma), blanks)));
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
  }

  // False when there are more nouns, or sets in them, than one entry may have.
  bool add(std::string noun, const std::string& sector, int sets) {
    // Each step counts, also one towards a set without words.
    bytes_ += sizeof(ImportedNoun) + noun.size();
    if (bytes_ > most_bytes) return false;
    for (std::size_t at = noun.find('!'); at != std::string::npos;) {
      const std::size_t end = noun.find('!', at + 1);
      if (end == std::string::npos) break;
      const auto set = sets_.find(noun.substr(at, end - at + 1));
      if (set == sets_.end()) {
        at = end;
        continue;
      }
      if (sets == most_sets) return false;
      for (const std::string& word : set->second) {
        if (!add(noun.substr(0, at) + word + noun.substr(end + 1), sector, sets + 1)) return false;
      }
      return true;
    }
    std::replace(noun.begin(), noun.end(), '_', ' ');
    if (!noun.empty() && seen_.insert(noun).second) {
      if (noun.find(' ') != std::string::npos) ++out_.phrases;
      out_.nouns.push_back({std::move(noun), sector});
    }
    return true;
  }

  Imported out_;
  std::map<std::string, std::vector<std::string>> sets_;  // "!person!" → words
  std::set<std::string> seen_;
  std::uint32_t line_ = 0;
  std::size_t bytes_ = 0;  // of all nouns
};

}  // namespace

Imported read_agents(std::string_view bytes) { return Reader().run(bytes); }

}  // namespace demarche::actors
