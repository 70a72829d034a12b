#include "export/xml_reader.h"

#include <fmt/format.h>
#include <libxml/xmlreader.h>

#include <limits>

#include "text/xml_attributes.h"

namespace demarche::exporting {
namespace {

std::string taken(xmlChar* text) {
  if (text == nullptr) return "";
  std::string out(reinterpret_cast<const char*>(text));
  xmlFree(text);
  return out;
}

void keep_silent(void*, const char*, xmlParserSeverities, xmlTextReaderLocatorPtr) {}

// HUGE lifts the limit on the length of one text; what it opens (entities) goes with the document type, which is
// refused.
constexpr int options = XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;

}  // namespace

XmlReader::XmlReader(int file) : reader_(xmlReaderForFd(file, nullptr, nullptr, options)) {
  if (reader_ != nullptr) xmlTextReaderSetErrorHandler(reader_, keep_silent, nullptr);
}

XmlReader::XmlReader(std::string_view xml) : reader_(nullptr) {
  if (xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    fault_ = "too large: more than 2 GB of XML";
    return;
  }
  if (text::most_xml_attributes(xml, text::kMostXmlAttributes) == text::kMostXmlAttributes) {
    fault_ = "an element with too many attributes";
    return;
  }
  reader_ = xmlReaderForMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, options);
  if (reader_ != nullptr) xmlTextReaderSetErrorHandler(reader_, keep_silent, nullptr);
}

XmlReader::~XmlReader() {
  if (reader_ != nullptr) xmlFreeTextReader(reader_);
}

bool XmlReader::next() {
  while (reader_ != nullptr && fault_.empty()) {
    const int read = xmlTextReaderRead(reader_);
    if (read == 0) return false;
    if (read < 0) {
      fault_ = fmt::format("broken XML at line {}", line());
      return false;
    }
    const int type = xmlTextReaderNodeType(reader_);
    if (type == XML_READER_TYPE_DOCUMENT_TYPE) fault_ = "has a document type, which is not read";
    if (type == XML_READER_TYPE_ELEMENT) return true;
  }
  if (fault_.empty()) fault_ = "no XML";
  return false;
}

std::string XmlReader::name() const { return reinterpret_cast<const char*>(xmlTextReaderConstLocalName(reader_)); }

std::string XmlReader::attribute(const char* name) const {
  return taken(xmlTextReaderGetAttribute(reader_, reinterpret_cast<const xmlChar*>(name)));
}

std::string XmlReader::text() const { return taken(xmlTextReaderReadString(reader_)); }

int XmlReader::line() const { return reader_ == nullptr ? 0 : xmlTextReaderGetParserLineNumber(reader_); }

}  // namespace demarche::exporting
