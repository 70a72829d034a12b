#include "ingest/html_page.h"

#include <doctest/doctest.h>

#include "ingest/temporary_run.h"

namespace demarche::ingesting {
namespace {

using Strings = std::vector<std::string>;

const std::string first =
    "Secretary of State Hillary Clinton telephoned Turkish Foreign Minister Ahmet Davutoglu on Thursday.";
const std::string second =
    "She told him that Iran was playing for time, two officials who had heard the call said in Washington.";
const std::string third =
    "A Turkish official confirmed the call but did not say what the minister had answered to the secretary.";
const std::string article = first + "\n\n" + second + "\n\n" + third;

std::string paragraphs() { return "<p>" + first + "</p>\n<p>" + second + "</p>\n<p>" + third + "</p>\n"; }

Run read(const std::string& page) {
  TemporaryFolder here;
  here.write("page", page);
  return run({"page"});
}

Document only(const std::string& page) {
  const Run got = read(page);
  CAPTURE(got.problems);
  REQUIRE(got.documents.size() == 1);
  return got.documents[0];
}

TEST_CASE("a page of the present kind: everything round the article is left out") {
  const Document d = only(R"(<!DOCTYPE html><html lang="en-US"><head><meta charset="utf-8">
    <title>Clinton calls Davutoglu | The Meridian Wire</title>
    <meta property="og:title" content="Clinton calls Davutoglu"><meta property="og:site_name" content="The Meridian Wire">
    <meta property="article:published_time" content="2010-05-13T22:10:00-04:00"><meta name="author" content="Jane Doe">
    <link rel="canonical" href="https://example.org/2010/05/13/clinton"></head>
    <body class="single has-sidebar"><a class="skip-link" href="#m">Skip to content</a>
    <header class="site-header"><nav><ul><li><a href="/">Home</a><li><a href="/world">World</a></ul></nav></header>
    <main id="m"><article><h1>Clinton calls Davutoglu</h1><div class="byline">By Jane Doe</div>
    <div class="share-bar"><a href="#">Share on Facebook</a> <a href="#">Tweet this</a></div>)" +
                          paragraphs() + R"(
    <figure><img src="a.jpg"><figcaption>Mrs. Clinton met Mr. Gul in 2009 and praised him. Getty Images</figcaption></figure>
    <aside class="newsletter">Sign up for our newsletter: we will send you what the minister said every morning.</aside>
    <div class="author-bio"><p>Jane Doe is a reporter at The Meridian Wire who met many ministers in twenty years.</p></div>
    </article><section class="related"><h2>More from The Meridian Wire</h2><ul><li><a href="/1">Obama visits Turkey</a></ul></section>
    <section id="comments"><h2>2 comments</h2><article class="comment"><p>)" +
                          second + second + second + second + R"(</p></article></section></main>
    <div class="sidebar"><h3>Most read</h3><ol><li><a href="/2">Putin meets Merkel in Sochi again</a></ol></div>
    <footer>© 2010 The Meridian Wire. All rights reserved. Lavrov called Steinmeier is not said here.</footer></body></html>)");
  CHECK(d.text == article);
  CHECK(d.title == "Clinton calls Davutoglu");
  CHECK(d.date == "2010-05-13");
  CHECK(d.author == "Jane Doe");
  CHECK(d.publication == "The Meridian Wire");
  CHECK(d.url == "https://example.org/2010/05/13/clinton");
  CHECK(d.language == "en");
}

TEST_CASE("a page of the old kind: a table, no classes, two line ends for a paragraph") {
  const Document d = only(
      "<html><head><title>The Wire - Clinton calls</title></head><body><table><tr><td width=100><a href=/>Home</a><br>"
      "<a href=/w>World news of today and yesterday</a><br><a href=/x>Archive of everything since 1996</a></td>"
      "<td><font face=Arial><b>Clinton calls</b><br>May 13, 2010<br><br>" +
      first + "<br><br>" + second + "<br><br>" + third +
      "</font></td></tr></table><center><a href=/c>Contact</a> | <a href=/i>Imprint</a></center></body></html>");
  CHECK(d.text == "Clinton calls\nMay 13, 2010\n\n" + article);
  CHECK(d.date == "2010-05-13");
}

TEST_CASE("a byline and a date in one block") {
  const Document d = only(
      "<html><title>Lula visits Iran</title><body><td>By Jos\u00E9 P\u00E9rez<br>16 May 2010<p>Brazilian President "
      "Lula da Silva "
      "met President Mahmoud Ahmadinejad in Tehran on Sunday, and the two talked about trade.</td></body></html>");
  CHECK(d.author == "Jos\u00E9 P\u00E9rez");
  CHECK(d.date == "2010-05-16");
}

TEST_CASE("generic containers: the article is where the running text is") {
  const Document d = only(
      "<html><body><div><div><div><a href=/a>First link of a list</a> <a href=/b>Second link of a list</a></div></div>"
      "<div><div><h1>Clinton calls</h1>" +
      paragraphs() +
      "</div></div><div><div><h4><a href=/t>Merkel meets Putin</a></h4><p>The German chancellor met the Russian "
      "president in "
      "Sochi.</p></div></div></div></body></html>");
  CHECK(d.text == article);
  CHECK(d.title == "Clinton calls");
}

TEST_CASE("links to other stories within the article") {
  const Document d = only(
      "<html><body><article><h1>Clinton calls</h1><p>" + first +
      "</p><h3>Related</h3><ul><li><a href=/1>Obama visits "
      "Ankara</a></li><li><a href=/2>Gul visits Washington</a></li></ul><p>" +
      second + "</p><p>READ MORE: Obama meets Erdogan in Toronto</p><p>Advertisement</p><p>" + third +
      "</p><h3>More from The Wire</h3><h4><a href=/3>Merkel meets Putin</a></h4><p>The chancellor met him on Monday in "
      "Sochi and thanked him for that.</p></article></body></html>");
  CHECK(d.text == article);
}

TEST_CASE("an author's biography without a class") {
  const Document d =
      only("<html><body><article>" + paragraphs() +
           "<p>Jane Doe is the diplomatic correspondent of The Wire. Follow her on Twitter @jane.</p>"
           "<p>Additional reporting by John Roe in Ankara; editing by Ann Poe</p></article></body></html>");
  CHECK(d.text == article);
}

TEST_CASE("classes that would leave out most of the page are not believed") {
  const Document d = only("<html><body><div class=\"related-banner\">" + paragraphs() + "</div></body></html>");
  CHECK(d.text == article);
}

TEST_CASE("facts from JSON-LD come first") {
  const Document d = only(R"(<html><head><meta property="og:title" content="Other"><script type="application/ld+json">
    {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"W"},{"@type":["NewsArticle"],"headline":"Clinton &amp; Davutoglu",
    "datePublished":"2010-05-13T10:00:00Z","author":[{"@type":"Person","name":"Jane Doe"},{"name":"John Roe"}],
    "publisher":{"name":"The Meridian Wire"},"mainEntityOfPage":{"@id":"https://example.org/a"}}]}</script></head><body>)" +
                          paragraphs() + "</body></html>");
  CHECK(d.title == "Clinton & Davutoglu");
  CHECK(d.date == "2010-05-13");
  CHECK(d.author == "Jane Doe, John Roe");
  CHECK(d.publication == "The Meridian Wire");
  CHECK(d.url == "https://example.org/a");
}

TEST_CASE("NUL in JSON-LD is a space") {
  const Document d = only(R"(<html><head><script type="application/ld+json">{"@type":"Article",)"
                          R"("headline":"Clinton\u0000calls","articleBody":"Clinton called\u0000Davutoglu."})"
                          "</script></head><body><p>x</p></body></html>");
  CHECK(d.title == "Clinton calls");
  CHECK(d.text == "Clinton called Davutoglu.");
}

TEST_CASE("a page that carries its article in JSON-LD only") {
  CHECK(only("<html><head><script type=\"application/ld+json\">{\"@type\":\"Article\",\"articleBody\":\"" + first +
             " " + second + " " + third + "\"}</script></head><body><div id=app>Loading</div></body></html>")
            .text == first + " " + second + " " + third);
}

TEST_CASE("where the date stands") {
  const auto date = [](const std::string& head, const std::string& body) {
    return only("<html><head>" + head + "</head><body>" + body + paragraphs() + "</body></html>").date;
  };
  CHECK(date("<meta name=\"DC.date.issued\" content=\"2010-05-13\">", "") == "2010-05-13");
  CHECK(date("<meta name=pubdate content=\"Thu, 13 May 2010 10:00:00 GMT\">", "") == "2010-05-13");
  CHECK(date("", "<time datetime=\"2010-05-13T10:00\">yesterday</time>") == "2010-05-13");
  CHECK(date("", "<time datetime=2010-01-01></time><time itemprop=datePublished datetime=2010-05-13></time>") ==
        "2010-05-13");
  CHECK(date("", "<span class=article-date>Thursday, May 13, 2010</span>") == "2010-05-13");
  CHECK(date("<link rel=canonical href=https://example.org/2010/05/13/a>", "") == "2010-05-13");
  CHECK(date("<link rel=canonical href=https://example.org/2010/05/a>", "<span class=date>May 13</span>") ==
        "2010-05-13");
  CHECK(date("", "<span class=date>May 13</span>") == "");
  CHECK(date("", "") == "");
}

TEST_CASE("nesting that libxml2's own limit would cut") {
  for (const std::size_t depth : {300u, 5000u, 20000u}) {
    std::string open, close;
    for (std::size_t i = 0; i < depth; ++i) open += "<div>", close += "</div>";
    CHECK(only("<html><body>" + open + paragraphs() + close + "</body></html>").text == article);
  }
}

TEST_CASE("nesting that is meant to take for ever") {
  std::string page = "<html><body>";
  for (int i = 0; i < 200000; ++i) page += "<b>";
  for (int i = 0; i < 200000; ++i) page += "</i>";
  CHECK(read(page).problems == Strings{"page: elements too deep in each other, or too many attributes; page skipped"});
}

TEST_CASE("pages with nothing to read") {
  CHECK(read("<html><body></body></html>").problems == Strings{"page: a page without text; skipped"});
  CHECK(read("<!DOCTYPE html>").problems == Strings{"page: a page without text; skipped"});
  CHECK(read("<html><body><p>\u00ad</p></body></html>").problems == Strings{"page: a page without text; skipped"});
  CHECK(read("<html><script>alert('Clinton called Davutoglu.')</script></html>").problems ==
        Strings{"page: a page without text; skipped"});
}

TEST_CASE("hidden and invisible") {
  CHECK(only("<html><body><p>Clinton&nbsp;called Davu&shy;toglu.</p><p hidden>A</p><p style=\"display: none\">B</p><p "
             "aria-hidden=true>C</p>"
             "<p>She con\xEF\xAC\x81rmed it.\xE2\x80\x8B</p></body></html>")
            .text == "Clinton called Davutoglu.\n\nShe confirmed it.");
}

TEST_CASE("encodings that a page declares") {
  CHECK(
      only("<html><head><meta charset=iso-8859-9></head><body><p>Ahmet Davuto\xF0lu called.</p></body></html>").text ==
      "Ahmet Davutoğlu called.");
  CHECK(only("<html><head><meta http-equiv=Content-Type content=\"text/html; "
             "charset=windows-1250\"></head><body><p>Kaczy\xF1ski called.</p>"
             "</body></html>")
            .text == "Kaczyński called.");
  CHECK(only("<html><body><p>Clinton\x92s call \x96 the \x93"
             "first\x94</p></body></html>")
            .text == "Clinton’s call – the “first”");
}

TEST_CASE("what readers wrote is left out by its heading, however long and whatever its classes") {
  std::string comments;
  for (int i = 0; i < 20; ++i) comments += "<li><b>reader</b><p>" + second + "</p></li>";
  const Document d =
      only("<body><div class=a1><h1>Clinton calls</h1><div class=a2>Posted on May 14, 2010 by Jane Doe</div><div>" +
           paragraphs() + "</div></div><div class=b1><h2>20 thoughts on “Clinton calls”</h2><ol>" + comments +
           "</ol></div></body>");
  CHECK(d.text == article);
  CHECK(d.date == "2010-05-14");
}

TEST_CASE("teasers: linked headings with a line each") {
  std::string cards;
  for (int i = 0; i < 4; ++i)
    cards += "<div class=c><h3><a href=x>Another story " + std::to_string(i) + "</a></h3><p>" + first + "</p></div>";
  CHECK(only("<body><div><div><h1>Clinton calls</h1>" + paragraphs() + paragraphs() + "</div><div>" + cards +
             "</div></div></body>")
            .text == article + "\n\n" + article);
}

TEST_CASE("walls, boxes and AMP") {
  CHECK(only("<body><article><h1>Clinton calls</h1><p>" + first +
             "</p><p>This article is for subscribers only. To go on, subscribe or "
             "log in to your account today, it takes a minute.</p><amp-ad><p>" +
             second + "</p></amp-ad><p>" + second + "</p><section amp-access=\"NOT subscriber\"><p>" + first +
             "</p></section><p>" + third +
             "</p><p>We use cookies to improve your experience on our site and to show you "
             "advertising.</p></article></body>")
            .text == article);
}

}  // namespace
}  // namespace demarche::ingesting
