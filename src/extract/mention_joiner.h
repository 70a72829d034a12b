// Joins the noun phrases of a sentence that are one actor: titles with names, apposition, complements, shared heads.
#ifndef DEMARCHE_EXTRACT_MENTION_JOINER_H
#define DEMARCHE_EXTRACT_MENTION_JOINER_H

#include <string_view>

#include "extract/sentence.h"

namespace demarche::extract {

// REQUIRES the mentions that each phrase is by itself. Chunks that are taken up by another leave the sentence.
void join_mentions(const rules::PackTables& tables, Sentence* sentence);

// "Hezbollah officials", "officials of the United Nations": of the body's sector, unless it is a state's.
std::string_view body_sector(const rules::Gazetteer& gazetteer, rules::ActorIndex of, std::string_view own);

}  // namespace demarche::extract

#endif
