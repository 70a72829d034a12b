// Whom an office without a name means: "Pakistan's army chief", "the CIA director", "the U.S. ambassador to Russia", as
// `demarche actors lookup` answers it, where just one person is known for the document's days.
#ifndef DEMARCHE_EXTRACT_OFFICE_PHRASES_H
#define DEMARCHE_EXTRACT_OFFICE_PHRASES_H

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rules/office_lookup.h"
#include "rules/pack_data.h"

namespace demarche::extract {

enum class Sex : std::uint8_t { unknown, female, male };

// Thread safety: one a thread. It keeps what it has been asked, and starts empty-handed: the offices are read when
// somebody asks for the first.
class OfficePhrases {
 public:
  // `tables` must outlive it.
  explicit OfficePhrases(const rules::PackTables& tables) : tables_(tables) {}

  // Who held the office on all of the days (ISO). no_actor where nobody or several did, where no day is given, and for
  // offices of which a state has many while we know one ("the Turkish deputy foreign minister").
  rules::ActorIndex holder(std::string_view phrase, const std::vector<std::string>& days, Sex sex);

 private:
  const std::vector<rules::OfficeHolder>& known(std::string_view phrase);

  const rules::PackTables& tables_;
  std::optional<rules::OfficeLookup> lookup_;
  std::unordered_map<std::string, std::vector<rules::OfficeHolder>> known_;  // by phrase
};

}  // namespace demarche::extract

#endif
