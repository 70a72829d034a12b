// Text made safe for each kind of file. Whatever bytes come in, a file goes out that its readers take whole: invalid
// UTF-8 becomes U+FFFD first.
//
// Marks that turn the direction of text (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069) are written as
// escapes where the format has some and dropped elsewhere: raw, they let a name rearrange what stands after it.
#ifndef DEMARCHE_EXPORT_ESCAPE_H
#define DEMARCHE_EXPORT_ESCAPE_H

#include <string>
#include <string_view>

namespace demarche::exporting {

bool turns_direction(char32_t c);

// For XML 1.0, in content and between double quotes. Characters that XML forbids become U+FFFD; line ends and tabs are
// character references, since readers would make spaces of them.
void append_xml(std::string_view text, std::string* out);

// The same for content alone, where quotes stand for themselves.
void append_xml_text(std::string_view text, std::string* out);

// An id in XML: as append_xml, but what XML forbids becomes "\u0001", so that two ids stay two.
void append_xml_id(std::string_view id, std::string* out);

// One field of CSV (RFC 4180), in quotes where it must be. A field that a spreadsheet would take for a formula begins
// with an apostrophe. NUL is dropped.
void append_csv(std::string_view text, std::string* out);

// The same on one line: line ends become spaces.
void append_csv_line(std::string_view text, std::string* out);

// One field of tab-separated text: tabs, line ends and control characters become spaces.
void append_tsv(std::string_view text, std::string* out);

// A quoted literal of N-Quads and Turtle.
void append_rdf_literal(std::string_view text, std::string* out);

// The part of an IRI after a scheme of our own: everything but unreserved characters (RFC 3986) as %XX.
void append_iri_part(std::string_view text, std::string* out);

// An address from a document as an IRI in angle brackets. False, and nothing written, when it is none (no http or
// https).
bool append_iri(std::string_view url, std::string* out);

// A quoted string of Cypher. Neo4j replaces \uXXXX before anything else, so a backslash never stands before a raw "u".
void append_cypher(std::string_view text, std::string* out);

// Words in Markdown that mean nothing but themselves, on one line, wherever in it they stand.
void append_markdown(std::string_view text, std::string* out);
std::string markdown(std::string_view text);

// An address between the brackets of a Markdown link. False, and nothing written, when it is no http or https address.
bool append_markdown_url(std::string_view url, std::string* out);

}  // namespace demarche::exporting

#endif
