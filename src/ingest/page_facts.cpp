#include "ingest/page_facts.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "ingest/clean_text.h"
#include "ingest/html_blocks.h"
#include "ingest/html_tree.h"
#include "ingest/json_ld.h"
#include "ingest/page_words.h"
#include "ingest/written_date.h"

namespace demarche::ingesting {
namespace {

// Names of <meta name>, <meta property> and <meta itemprop>, best first.
constexpr std::string_view title_names[] = {"og:title", "twitter:title",  "dc.title",     "dcterms.title",
                                            "headline", "sailthru.title", "parsely-title"};
constexpr std::string_view date_names[] = {"article:published_time",
                                           "article:published",
                                           "og:published_time",
                                           "datepublished",
                                           "date",
                                           "pubdate",
                                           "publishdate",
                                           "publish-date",
                                           "publish_date",
                                           "publication_date",
                                           "dc.date.issued",
                                           "dc.date",
                                           "dcterms.issued",
                                           "dcterms.created",
                                           "dcterms.date",
                                           "dc.date.created",
                                           "parsely-pub-date",
                                           "sailthru.date",
                                           "article.published",
                                           "article.created",
                                           "displaydate",
                                           "originalpublicationdate",
                                           "cxenseparse:recs:publishtime",
                                           "citation_publication_date",
                                           "datecreated"};
constexpr std::string_view author_names[] = {
    "author",         "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "article:author",
    "citation_author"};
constexpr std::string_view publication_names[] = {"og:site_name",     "dc.publisher",        "dcterms.publisher",
                                                  "application-name", "source_organization", "copyright"};
constexpr std::string_view url_names[] = {"og:url", "twitter:url"};
constexpr std::string_view language_names[] = {"og:locale", "dc.language", "content-language", "language"};

using Metas = std::map<std::string, std::string>;

template <std::size_t n>
std::string first_of(const Metas& metas, const std::string_view (&names)[n]) {
  for (const std::string_view name : names) {
    const auto at = metas.find(std::string(name));
    if (at != metas.end() && !at->second.empty()) return at->second;
  }
  return "";
}

void fill(std::string* field, std::string value) {
  if (field->empty()) *field = std::move(value);
}

bool is_web_address(std::string_view s) { return s.starts_with("http://") || s.starts_with("https://"); }

// What stands in elements, gathered in one walk over the page.
struct Elements {
  Metas metas;
  std::string canonical, html_language, title, heading, time, marked_time, date_line, posted, byline;
};

bool has_class_word(xmlNode* element, std::string_view word) {
  const std::string names = in_lower_case(attribute(element, "class") + " " + attribute(element, "id") + " " +
                                          attribute(element, "itemprop"));
  return names.find(word) != std::string::npos;
}

void read_meta(xmlNode* meta, Metas* metas) {
  for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
    const std::string name = in_lower_case(attribute(meta, key));
    if (!name.empty()) metas->try_emplace(name, attribute(meta, "content"));
  }
}

void read_time(xmlNode* element, Elements* out) {
  std::string written = attribute(element, "datetime");
  if (written.empty()) written = text_within(element, 200);
  if (!read_written_date(written).day) return;
  const bool marked = attribute(element, "itemprop") == "datePublished" ||
                      xmlHasProp(element, reinterpret_cast<const xmlChar*>("pubdate")) != nullptr ||
                      has_class_word(element, "publish");
  fill(marked ? &out->marked_time : &out->time, written);
}

// <div class="meta">Posted on May 13, 2010 by Jane Doe</div>
bool begins_with_posted(xmlNode* element) {
  if (element->children == nullptr || element->children->type != XML_TEXT_NODE) return false;
  const std::string_view text = trim(reinterpret_cast<const char*>(element->children->content));
  constexpr std::string_view words[] = {"Posted", "Published", "First published", "Updated", "Last updated", "Issued"};
  return std::any_of(std::begin(words), std::end(words),
                     [text](std::string_view word) { return text.starts_with(word); });
}

// <span class="article-date">May 13, 2010</span>
void read_short_element(xmlNode* element, Elements* out) {
  if (out->posted.empty() && begins_with_posted(element)) {
    const std::string written = text_within(element, 120);
    if (read_written_date(written).day) out->posted = written;
  }
  if (element->properties == nullptr) return;
  if (out->date_line.empty() && (has_class_word(element, "date") || has_class_word(element, "publish") ||
                                 has_class_word(element, "posted") || has_class_word(element, "time"))) {
    std::string written = attribute(element, "content");
    if (written.empty()) written = text_within(element, 120);
    if (read_written_date(written).day) out->date_line = written;
  }
  if (out->byline.empty() && (has_class_word(element, "byline") || has_class_word(element, "author") ||
                              attribute(element, "rel") == "author")) {
    const std::string line = text_within(element, 200);
    if (line.size() < 120 && (is_byline(line) || attribute(element, "rel") == "author")) out->byline = line;
  }
}

Elements gather(xmlDoc* page, PageFacts* facts) {
  Elements out;
  xmlNode* const root = xmlDocGetRootElement(page);
  for (xmlNode* n = root; n != nullptr; n = next_node(n, root)) {
    const std::string_view tag = tag_of(n);
    if (tag.empty()) continue;
    if (tag == "html") out.html_language = attribute(n, "lang");
    if (tag == "meta") read_meta(n, &out.metas);
    if (tag == "link" && in_lower_case(attribute(n, "rel")) == "canonical") fill(&out.canonical, attribute(n, "href"));
    if (tag == "title") fill(&out.title, text_within(n));
    if (tag == "h1") fill(&out.heading, text_within(n));
    if (tag == "time") read_time(n, &out);
    if (tag == "script" && in_lower_case(attribute(n, "type")) == "application/ld+json" && n->children != nullptr &&
        n->children->content != nullptr) {
      read_json_ld(reinterpret_cast<const char*>(n->children->content), facts);
    }
    if (tag == "span" || tag == "div" || tag == "p" || tag == "a" || tag == "li" || tag == "em" || tag == "small") {
      read_short_element(n, &out);
    }
  }
  return out;
}

// "Clinton calls Davutoglu | The Meridian Wire" without the paper's name.
std::string without_publication(std::string title, const std::string& publication) {
  for (const char* mark : {" | ", " - ", " – ", " — ", " :: ", " » "}) {
    const std::size_t at = title.rfind(mark);
    if (at == std::string::npos || at == 0) continue;
    const std::string tail = title.substr(at + std::string_view(mark).size());
    if (in_lower_case(tail) == in_lower_case(publication) || std::string_view(mark) == " | ") title.resize(at);
  }
  return title;
}

std::string without_by(std::string byline) {
  if (byline.starts_with("By ") || byline.starts_with("BY ")) byline.erase(0, 3);
  return byline;
}

// "example.org" of "https://www.example.org/a".
std::string host_of(const std::string& url) {
  if (!is_web_address(url)) return "";
  const std::size_t start = url.find("//") + 2;
  std::string host = url.substr(start, url.find_first_of("/:?#", start) - start);
  if (host.starts_with("www.")) host.erase(0, 4);
  return host;
}

}  // namespace

PageFacts facts_of(xmlDoc* page, const Origin& origin) {
  PageFacts facts;
  const Elements e = gather(page, &facts);
  fill(&facts.publication, first_of(e.metas, publication_names));
  fill(&facts.title, first_of(e.metas, title_names));
  fill(&facts.title, e.heading);
  fill(&facts.title, without_publication(e.title, facts.publication));
  for (const std::string& date : {first_of(e.metas, date_names), e.marked_time, e.time, e.date_line, e.posted}) {
    if (facts.date.empty() || !read_written_date(facts.date).day) facts.date = date.empty() ? facts.date : date;
  }
  const std::string author = first_of(e.metas, author_names);
  if (!is_web_address(author)) fill(&facts.author, author);
  fill(&facts.author, e.byline);
  facts.author = without_by(facts.author);
  if (is_web_address(e.canonical)) facts.url = e.canonical;
  if (!is_web_address(facts.url)) facts.url = first_of(e.metas, url_names);
  if (!is_web_address(facts.url)) facts.url = origin.url;
  fill(&facts.publication, host_of(facts.url));
  fill(&facts.language, e.html_language);
  fill(&facts.language, first_of(e.metas, language_names));
  return facts;
}

}  // namespace demarche::ingesting
