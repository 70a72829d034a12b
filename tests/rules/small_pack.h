// A pack of a few lines, for tests of loading: one state, one person, one rule.
#ifndef DEMARCHE_TESTS_RULES_SMALL_PACK_H
#define DEMARCHE_TESTS_RULES_SMALL_PACK_H

#include <map>
#include <string>
#include <vector>

#include "demarche/pack.h"
#include "rules/pack_data.h"

namespace demarche {

class SmallPack {
 public:
  SmallPack() {
    files_["events.toml"] = "[CONSULT]\nquad = 1\nscore = 2.5\nmodes = { phone = 1.5, visit = 4.0 }\n";
    files_["lexicon/sets.toml"] = "[sets]\ncall_noun = [\"call\", \"phone-call\"]\n";
    files_["actors/states.toml"] =
        "[[state]]\nid = \"TUR\"\nname = \"Turkey\"\nadjectives = [\"Turkish\"]\ncapital = [\"Ankara\"]\n";
    files_["offices/turkey.toml"] =
        "[[person]]\nid = \"p.ahmet-davutoglu\"\nname = \"Ahmet Davutoglu\"\ncountry = \"TUR\"\ngender = \"m\"\n"
        "terms = [{ office = \"foreign-minister\", of = \"TUR\", title = \"Foreign Minister\", from = 2009-05-01, "
        "until = \"2014-08\" }]\n";
    files_["actions/consult.toml"] = rule("");
  }

  // A rule on the first eight lines of its file, `more` behind them; its patterns stand on line 7.
  static std::string rule(const std::string& more, const std::string& patterns = "'X V:call|phone Y'",
                          const std::string& head = "event = \"CONSULT\"\n") {
    return "[[rule]]\nid = \"CONSULT.call\"\naction = \"call\"\nmeaning = \"X telephones Y.\"\n" + head +
           "counter = [\"She called it a day.\"]\npatterns = [" + patterns +
           "]\nexamples = [{ text = \"A called B.\", facts = [\"A > call > B\"] }]\n" + more;
  }

  SmallPack& with(const std::string& path, std::string text) {
    files_[path] = std::move(text);
    return *this;
  }

  std::vector<PackFile> files() const {
    std::vector<PackFile> out;
    for (const auto& [path, text] : files_) out.push_back({path, text});
    return out;
  }

  Pack compile() const { return Pack::compile(files()).value(); }

  // The message of the error, or "no error".
  std::string error() const {
    const auto pack = Pack::compile(files());
    return pack ? "no error" : pack.error().message;
  }

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace demarche

#endif
