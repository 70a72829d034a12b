// Described actors by several words, as dictionaries of a user's own list them: "human rights activist", "minister of
// information".
#ifndef DEMARCHE_EXTRACT_ACTOR_PHRASE_H
#define DEMARCHE_EXTRACT_ACTOR_PHRASE_H

#include <optional>
#include <string_view>

#include "extract/sentence.h"
#include "rules/pack_data.h"

namespace demarche::extract {

struct ActorPhrase {
  std::string_view sector;  // of the tables
  Kind kind;
};

// The longest listed phrase around the head word at token `head`; nothing where there is none.
std::optional<ActorPhrase> actor_phrase(const rules::PackTables& tables, const Sentence& sentence, std::uint32_t head);

}  // namespace demarche::extract

#endif
