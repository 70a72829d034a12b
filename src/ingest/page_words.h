// The words by which pages show what is not their article.
#ifndef DEMARCHE_INGEST_PAGE_WORDS_H
#define DEMARCHE_INGEST_PAGE_WORDS_H

#include <libxml/tree.h>

#include <string_view>

namespace demarche::ingesting {

// "share-bar", "relatedArticles", "comments" … in class or id. Never for <html>, <body>, <main>.
bool is_frame_by_class(xmlNode* element);

// "More from The Wire", "Related stories", "About the author": what stands below is not the article.
bool is_section_label(std::string_view line);

// "12 comments", "Leave a reply": what stands below is what readers wrote.
bool is_comment_label(std::string_view line);

// "Share this", "Advertisement", "Read more: …", "3 min read", "This article is for subscribers only": not the article
// by itself.
bool is_junk_line(std::string_view line);

// "By Jane Doe and John Roe".
bool is_byline(std::string_view line);

// "Jane Doe is a reporter at …", "Reporting by …; editing by …", "Follow her on …".
bool is_biography(std::string_view paragraph);

}  // namespace demarche::ingesting

#endif
