// The story within what agencies and papers put round it: what copies of one wire story have in common.
#ifndef DEMARCHE_TEXT_STORY_H
#define DEMARCHE_TEXT_STORY_H

#include <string_view>

namespace demarche::text {

// `text` without headlines and bylines before it (lines that end no sentence), the dateline ("WASHINGTON, May 14 (The
// Wire) - "), and behind it who reported, wrote and edited it, whose copyright it is, in lines of their own or in
// parentheses. All of it where nothing else is left. A view of `text`.
std::string_view story_of(std::string_view text);

}  // namespace demarche::text

#endif
