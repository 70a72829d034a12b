#include "ingest/feed.h"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "ingest/clean_text.h"
#include "ingest/encoding.h"
#include "ingest/html_blocks.h"
#include "ingest/html_page.h"
#include "ingest/metadata.h"
#include "ingest/page_words.h"
#include "ingest/plain_characters.h"
#include "ingest/read_whole.h"
#include "text/xml_attributes.h"

namespace demarche::ingesting {
namespace {

using XmlTree = std::unique_ptr<xmlDoc, FreeTree>;

// libxml2's own limits (XML_PARSE_HUGE lifts them) are 10 MB for a feed, which is too little, and this depth.
constexpr int deepest = 256;

struct FreeParser {
  void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
};

struct Depth {
  startElementNsSAX2Func start_element = nullptr;
  bool too_deep = false;
};

extern "C" void on_start_of_element(void* context, const xmlChar* name, const xmlChar* prefix, const xmlChar* uri,
                                    int namespaces, const xmlChar** namespace_pairs, int attributes, int defaulted,
                                    const xmlChar** attribute_parts) {
  auto* const parser = static_cast<xmlParserCtxt*>(context);
  Depth& depth = *static_cast<Depth*>(parser->_private);
  if (parser->nodeNr < deepest) {
    return depth.start_element(context, name, prefix, uri, namespaces, namespace_pairs, attributes, defaulted,
                               attribute_parts);
  }
  depth.too_deep = true;
  xmlStopParser(parser);
}

// The tree as far as it can be read; `fault` says what is wrong behind it.
XmlTree parse_xml(const std::string& xml, std::string* fault) {
  xmlInitParser();
  const std::unique_ptr<xmlParserCtxt, FreeParser> parser(xmlNewParserCtxt());
  if (parser == nullptr) return nullptr;
  Depth depth;
  depth.start_element = parser->sax->startElementNs;
  parser->_private = &depth;
  parser->sax->startElementNs = on_start_of_element;
  XmlTree tree(xmlCtxtReadMemory(parser.get(), xml.data(), static_cast<int>(xml.size()), nullptr, "UTF-8",
                                 XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                     XML_PARSE_COMPACT | XML_PARSE_NOCDATA | XML_PARSE_HUGE));
  const xmlError* const error = xmlCtxtGetLastError(parser.get());
  if (depth.too_deep) {
    *fault = "elements too deep in each other";
  } else if (error != nullptr && error->message != nullptr && error->level >= XML_ERR_ERROR) {
    *fault = fmt::format("broken XML in line {} ({})", error->line, trim(error->message));
  }
  return tree;
}

std::string content_of(xmlNode* element) {
  xmlChar* const content = xmlNodeGetContent(element);
  if (content == nullptr) return "";
  std::string out(reinterpret_cast<const char*>(content));
  xmlFree(content);
  return out;
}

// Atom may hold its text as elements instead of quoted.
std::string markup_of(xmlNode* element) {
  if (attribute(element, "type") != "xhtml") return content_of(element);
  xmlBuffer* const buffer = xmlBufferCreate();
  for (xmlNode* n = element->children; n != nullptr; n = n->next) xmlNodeDump(buffer, element->doc, n, 0, 0);
  std::string out(reinterpret_cast<const char*>(xmlBufferContent(buffer)));
  xmlBufferFree(buffer);
  return out;
}

std::string_view prefix_of(const xmlNode* element) {
  return element->ns == nullptr || element->ns->prefix == nullptr ? ""
                                                                  : reinterpret_cast<const char*>(element->ns->prefix);
}

struct Item {
  std::string title, link, id, date, updated, author, language, full, summary;
};

void fill(std::string* field, std::string value) {
  if (field->empty()) *field = std::string(trim(value));
}

void read_link(xmlNode* n, std::string* link) {
  const std::string href = attribute(n, "href");
  const std::string rel = attribute(n, "rel");
  if (href.empty()) return fill(link, content_of(n));  // RSS
  if (rel.empty() || rel == "alternate") fill(link, href);
}

void read_author(xmlNode* n, std::string* author) {
  for (xmlNode* inner = n->children; inner != nullptr; inner = inner->next) {
    if (is_tag(inner, "name")) return fill(author, content_of(inner));
  }
  fill(author, content_of(n));
}

Item read_item(xmlNode* element) {
  Item out;
  for (xmlNode* n = element->children; n != nullptr; n = n->next) {
    const std::string_view tag = tag_of(n), prefix = prefix_of(n);
    if (tag.empty() || prefix == "media" || prefix == "itunes") continue;
    if (tag == "title") fill(&out.title, content_of(n));
    if (tag == "link") read_link(n, &out.link);
    if (tag == "guid" || tag == "id") fill(&out.id, content_of(n));
    if (tag == "pubDate" || tag == "published" || (tag == "date" && prefix == "dc") || tag == "issued")
      fill(&out.date, content_of(n));
    if (tag == "updated" || tag == "modified") fill(&out.updated, content_of(n));
    if (tag == "creator" || tag == "author") read_author(n, &out.author);
    if (tag == "language") fill(&out.language, content_of(n));
    if (tag == "encoded" || tag == "content") fill(&out.full, markup_of(n));
    if (tag == "description" || tag == "summary") fill(&out.summary, markup_of(n));
  }
  return out;
}

// Titles are text, or HTML in quotes: "Lula &amp;amp; Erdogan".
std::string plain(const std::string& text) {
  bool too_deep = false;
  std::string out = text_of_fragment(text, &too_deep);
  for (char& c : out) c = c == '\n' ? ' ' : c;
  return out;
}

struct Channel {
  std::string title, language, updated;
};

Channel read_channel(xmlNode* element) {
  Channel out;
  out.language = attribute(element, "lang");
  for (xmlNode* n = element->children; n != nullptr; n = n->next) {
    if (is_tag(n, "title")) fill(&out.title, plain(content_of(n)));
    if (is_tag(n, "language")) fill(&out.language, content_of(n));
    if (is_tag(n, "lastBuildDate") || is_tag(n, "updated")) fill(&out.updated, content_of(n));
  }
  return out;
}

std::string text_of_item(const Item& item, bool* too_deep) {
  const std::string& markup = item.full.empty() ? item.summary : item.full;
  if (markup.find_first_of("<&") == std::string::npos) return std::string(trim(markup));
  const HtmlTree tree = parse_html(markup, too_deep);
  if (tree == nullptr) return "";
  std::vector<Block> blocks = blocks_within(xmlDocGetRootElement(tree.get()), [](xmlNode*) { return false; });
  std::erase_if(blocks, [](const Block& block) { return is_junk_line(block.text); });
  return join(blocks);
}

void deliver_item(Item item, const Channel& channel, const std::string& where, const Origin& origin, Reading* reading) {
  bool too_deep = false;
  Document document;
  document.source = where;
  document.text = text_of_item(item, &too_deep);
  if (too_deep)
    return reading->lost(where, "elements too deep in each other, or too many attributes; item skipped", Skip::unsafe);
  document.title = plain(item.title);
  document.url = std::move(item.link);
  document.id = item.id.empty() ? document.url : std::move(item.id);
  document.date = item.date.empty() ? std::move(item.updated) : std::move(item.date);
  document.author = plain(item.author);
  document.language = item.language.empty() ? channel.language : std::move(item.language);
  document.publication = channel.title;
  make_plain(&document);
  if (trim(document.text).empty()) return reading->lost(where, "an item without text; skipped", Skip::empty);
  deliver(std::move(document), origin, LanguageWord::page, reading);
}

bool is_name_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// What stands behind an ampersand up to its semicolon: "nbsp" of "&nbsp;", "" where no reference stands there.
std::string_view reference_at(std::string_view xml, std::size_t at) {
  constexpr std::size_t longest = 12;
  std::size_t end = at + 1;
  if (end < xml.size() && xml[end] == '#') ++end;
  while (end < xml.size() && end - at <= longest && is_name_byte(xml[end])) ++end;
  return end < xml.size() && xml[end] == ';' ? xml.substr(at + 1, end - at - 1) : std::string_view();
}

// Feeds that are written by hand hold names that only HTML knows ("&nbsp;") and bare ampersands ("Q & A"), at which an
// XML reader stops. True when there were such.
bool mend_references(std::string* xml) {
  constexpr std::string_view begin = "<![CDATA[", close = "]]>";
  const std::string_view in = *xml;
  std::string out;
  std::size_t kept = 0;
  for (std::size_t at = in.find_first_of("&<"); at != std::string_view::npos; at = in.find_first_of("&<", at)) {
    if (in[at] == '<') {
      const bool quoted = in.substr(at).starts_with(begin);
      at = quoted ? std::min(in.find(close, at), in.size()) : at + 1;
      continue;
    }
    const std::string name(reference_at(in, at));
    const bool own =
        name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos" || name.starts_with('#');
    const htmlEntityDesc* const known =
        own ? nullptr : htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    if (!own) {
      out.append(in.substr(kept, at - kept));
      out += known == nullptr ? "&amp;" : fmt::format("&#{};", known->value);
      kept = known == nullptr ? at + 1 : at + name.size() + 2;
    }
    ++at;
  }
  if (kept == 0) return false;
  out.append(in.substr(kept));
  *xml = std::move(out);
  return true;
}

}  // namespace

void read_feed(Input* input, const Origin& origin, Reading* reading) {
  std::string bytes;
  if (!read_whole(input, reading->options.limits.page_bytes, "feed", origin.where, reading, &bytes)) return;
  decode(&bytes, origin.charset.empty() ? declared_encoding(bytes) : origin.charset, origin.where, reading);
  if (bytes.find("<!ENTITY") != std::string::npos) {
    return reading->lost(origin.where, "declares entities of its own; feed skipped", Skip::unsafe);
  }
  if (text::most_xml_attributes(bytes, text::kMostXmlAttributes) == text::kMostXmlAttributes) {
    return reading->lost(origin.where, "an element with too many attributes; feed skipped", Skip::unsafe);
  }
  if (mend_references(&bytes)) reading->notice(origin.where, "ampersands that XML does not know; repaired");
  std::string fault;
  const XmlTree tree = parse_xml(bytes, &fault);
  xmlNode* const root = tree == nullptr ? nullptr : xmlDocGetRootElement(tree.get());
  if (root == nullptr) return reading->lost(origin.where, "broken XML; feed skipped", Skip::broken);
  Channel channel = read_channel(root);
  std::size_t number = 0;
  for (xmlNode* n = root; n != nullptr && !reading->stopped();) {
    const bool is_item = is_tag(n, "item") || is_tag(n, "entry");
    if (is_tag(n, "channel")) channel = read_channel(n);
    if (is_item) {
      deliver_item(read_item(n), channel, fmt::format("{}: item {}", origin.where, ++number), origin, reading);
    }
    n = next_node(n, root, !is_item);
  }
  if (!fault.empty()) {
    reading->lost(origin.where, fmt::format("{}; the rest is skipped", fault), Skip::broken);
  } else if (number == 0) {
    reading->lost(origin.where, "a feed without items; skipped", Skip::empty);
  }
}

}  // namespace demarche::ingesting
