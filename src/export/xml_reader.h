// Reading XML from files of strangers: element by element, nothing held, no network, no document type.
//
// Thread safety: one thread at a time.
#ifndef DEMARCHE_EXPORT_XML_READER_H
#define DEMARCHE_EXPORT_XML_READER_H

#include <cstddef>
#include <string>
#include <string_view>

struct _xmlTextReader;

namespace demarche::exporting {

class XmlReader {
 public:
  // Borrows the text.
  explicit XmlReader(std::string_view xml);
  // Reads an open file, which the caller closes; of any size.
  explicit XmlReader(int file);
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  // Goes to the next start of an element. False at the end, or where the text is no XML: see fault().
  bool next();

  std::string name() const;  // without prefix
  std::string attribute(const char* name) const;
  std::string text() const;  // everything inside the element
  int line() const;

  // "broken XML at line 3", empty while all is well.
  const std::string& fault() const { return fault_; }

 private:
  _xmlTextReader* reader_;
  std::string fault_;
};

}  // namespace demarche::exporting

#endif
