// The largest number of attributes that an element of a page has.
#ifndef DEMARCHE_INGEST_ATTRIBUTE_COUNT_H
#define DEMARCHE_INGEST_ATTRIBUTE_COUNT_H

#include <cstddef>
#include <string_view>

namespace demarche::ingesting {

// libxml2 compares each attribute with all before it in the element: 60,000 take ten seconds, a million an hour. So
// they are counted before it sees them, as it would cut them; the contents of scripts, styles and comments are no tags.
// Stops at `limit`. Linear.
std::size_t most_attributes(std::string_view page, std::size_t limit);

}  // namespace demarche::ingesting

#endif
