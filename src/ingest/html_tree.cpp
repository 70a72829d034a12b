#include "ingest/html_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

#include <cstdint>

#include "ingest/attribute_count.h"
#include "ingest/clean_text.h"

namespace demarche::ingesting {
namespace {

// For each start tag and each wrong tag libxml2 looks through the open elements. A page of a million tags thirty deep
// causes a tenth of this; more than that takes seconds and is meant to.
constexpr std::uint64_t most_work = 300'000'000;
constexpr std::size_t most_attributes_in_one = 2000;

struct Work {
  startElementSAXFunc start_element = nullptr;
  std::uint64_t done = 0;
  bool too_much = false;
};

void count(htmlParserCtxt* parser) {
  Work& work = *static_cast<Work*>(parser->_private);
  work.done += static_cast<std::uint64_t>(parser->nameNr) + 1;
  if (work.done <= most_work || work.too_much) return;
  work.too_much = true;
  xmlStopParser(parser);
}

extern "C" void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  auto* const parser = static_cast<htmlParserCtxt*>(context);
  count(parser);
  static_cast<Work*>(parser->_private)->start_element(context, name, attributes);
}

extern "C" void on_error(void* context, xmlError*) {
  auto* const parser = static_cast<htmlParserCtxt*>(context);
  if (parser != nullptr && parser->_private != nullptr) count(parser);
}

struct FreeParser {
  void operator()(htmlParserCtxt* parser) const { htmlFreeParserCtxt(parser); }
};

}  // namespace

HtmlTree parse_html(std::string_view valid_utf8, bool* too_deep) {
  *too_deep = most_attributes(valid_utf8, most_attributes_in_one) >= most_attributes_in_one;
  if (*too_deep) return nullptr;
  xmlInitParser();
  const std::unique_ptr<htmlParserCtxt, FreeParser> parser(htmlNewParserCtxt());
  if (parser == nullptr) return nullptr;
  Work work;
  work.start_element = parser->sax->startElement;
  parser->_private = &work;
  parser->sax->startElement = on_start;
  parser->sax->serror = on_error;
  parser->sax->initialized = XML_SAX2_MAGIC;
  HtmlTree tree(htmlCtxtReadMemory(parser.get(), valid_utf8.data(), static_cast<int>(valid_utf8.size()), nullptr,
                                   "UTF-8",
                                   HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_COMPACT | XML_PARSE_HUGE));
  *too_deep = work.too_much;
  if (work.too_much || tree == nullptr || xmlDocGetRootElement(tree.get()) == nullptr) return nullptr;
  return tree;
}

std::string_view tag_of(const xmlNode* node) {
  if (node == nullptr || node->type != XML_ELEMENT_NODE) return {};
  return reinterpret_cast<const char*>(node->name);
}

bool is_tag(const xmlNode* node, std::string_view tag) { return tag_of(node) == tag; }

std::string attribute(const xmlNode* element, const char* name) {
  if (element == nullptr || element->type != XML_ELEMENT_NODE) return "";
  xmlChar* const value = xmlGetProp(element, reinterpret_cast<const xmlChar*>(name));
  if (value == nullptr) return "";
  std::string out(trim(reinterpret_cast<const char*>(value)));
  xmlFree(value);
  return out;
}

xmlNode* next_node(xmlNode* node, const xmlNode* root, bool into) {
  if (into && node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
  while (node != root && node != nullptr && node->next == nullptr) node = node->parent;
  return node == root || node == nullptr ? nullptr : node->next;
}

std::string text_within(xmlNode* root, std::size_t limit) {
  constexpr int most_nodes = 2000;
  std::string out;
  int nodes = 0;
  for (xmlNode* n = root; n != nullptr && out.size() < limit && nodes < most_nodes; n = next_node(n, root), ++nodes) {
    if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) {
      append_collapsed(reinterpret_cast<const char*>(n->content), &out);
    } else if (is_tag(n, "br") || is_tag(n, "p") || is_tag(n, "div")) {
      append_collapsed(" ", &out);
    }
  }
  return std::string(trim(out));
}

void append_collapsed(std::string_view text, std::string* out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    if (!space) {
      out->push_back(c);
    } else if (!out->empty() && out->back() != ' ' && out->back() != '\n') {
      out->push_back(' ');
    }
  }
}

}  // namespace demarche::ingesting
