// The largest number of attributes that an element of XML has.
#ifndef DEMARCHE_TEXT_XML_ATTRIBUTES_H
#define DEMARCHE_TEXT_XML_ATTRIBUTES_H

#include <cstddef>
#include <string_view>

namespace demarche::text {

// libxml2 compares each attribute with all before it in the element: a feed of 2 MB with one element takes ten minutes.
// So they are counted before it sees them, as it would read them: name="value" one after the other, no "<" within. What
// stands in comments and sections of character data is counted, too. Stops at `limit`. Linear.
std::size_t most_xml_attributes(std::string_view xml, std::size_t limit);

// More than any honest element has; an element with so many takes libxml2 ten milliseconds.
inline constexpr std::size_t kMostXmlAttributes = 2000;

}  // namespace demarche::text

#endif
