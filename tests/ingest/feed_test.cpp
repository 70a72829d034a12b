#include "ingest/feed.h"

#include <doctest/doctest.h>

#include "ingest/temporary_run.h"

namespace demarche::ingesting {
namespace {

using Strings = std::vector<std::string>;

Run read(const std::string& bytes) {
  TemporaryFolder here;
  here.write("feed", bytes);
  return run({"feed"});
}

TEST_CASE("RSS 2.0 with full texts") {
  const Run got =
      read(R"(<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Wire &#8211; World</title><link>https://example.org</link>
    <language>en-US</language><item><title>Clinton &amp;amp; Davutoglu</title><link>https://example.org/1</link><guid>wire-1</guid>
    <dc:creator><![CDATA[Jane Doe]]></dc:creator><pubDate>Thu, 13 May 2010 14:45:51 +0000</pubDate><description>Short.</description>
    <content:encoded><![CDATA[<p>Clinton called <b>Davutoglu</b>.</p><p>He&nbsp;thanked her.</p><p>The post Clinton appeared first on The Wire.</p>]]>
    </content:encoded></item><item><title>No text</title></item><item><description>Obama met Gul.</description></item></channel></rss>)");
  REQUIRE(got.documents.size() == 2);
  const Document& d = got.documents[0];
  CHECK(d.id == "wire-1");
  CHECK(d.text == "Clinton called Davutoglu.\n\nHe thanked her.");
  CHECK(d.title == "Clinton & Davutoglu");
  CHECK(d.date == "2010-05-13");
  CHECK(d.author == "Jane Doe");
  CHECK(d.publication == "The Wire – World");
  CHECK(d.url == "https://example.org/1");
  CHECK(got.documents[1].text == "Obama met Gul.");
  CHECK(got.documents[1].source == "feed: item 3");
  CHECK(got.problems == Strings{"feed: item 2: an item without text; skipped"});
  CHECK(got.counts.formats == std::map<std::string, std::uint64_t>{{"feed", 2}});
}

TEST_CASE("Atom, with the text as elements or quoted") {
  const Run got = read(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Wire</title>
    <entry><title>A</title><link rel="self" href="https://example.org/x"/><link href="https://example.org/1"/><id>tag:1</id>
    <updated>2010-05-14T10:00:00Z</updated><published>2010-05-13T10:00:00Z</published><author><name>Jane Doe</name><email>j</email></author>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Clinton called.</p><p>He answered.</p></div></content></entry>
    <entry><id>tag:2</id><updated>2010-05-14T10:00:00Z</updated><summary type="html">&lt;p&gt;Obama met Gul.&lt;/p&gt;</summary></entry></feed>)");
  REQUIRE(got.documents.size() == 2);
  CHECK(got.documents[0].text == "Clinton called.\n\nHe answered.");
  CHECK(got.documents[0].url == "https://example.org/1");
  CHECK(got.documents[0].date == "2010-05-13");
  CHECK(got.documents[0].author == "Jane Doe");
  CHECK(got.documents[0].publication == "The Wire");
  CHECK(got.documents[1].text == "Obama met Gul.");
  CHECK(got.documents[1].date == "2010-05-14");
}

TEST_CASE("RSS 1.0") {
  CHECK(read("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\">"
             "<channel><title>W</title></channel><item><title>T</title><description>Clinton "
             "called.</description></item></rdf:RDF>")
            .texts() == "Clinton called.");
}

TEST_CASE("Atom whose elements have a prefix") {
  CHECK(read("<?xml version=\"1.0\"?><a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:entry><a:title>T</a:title>"
             "<a:summary>Clinton called.</a:summary></a:entry></a:feed>")
            .texts() == "Clinton called.");
}

TEST_CASE("names of HTML and bare ampersands") {
  const Run got = read(
      "<rss><channel><item><title>Q & A</title><description>Q&A with Lula&nbsp;&ndash; Gul &amp;amp; &#8217;co&#x2019; "
      "AT&T&; "
      "&unknown; end</description></item><item><description><![CDATA[<p>Clinton&nbsp;called A & B.</p>]]>"
      "</description></item></channel></rss>");
  CHECK(got.texts() == "Q&A with Lula – Gul & ’co’ AT&T&; &unknown; end|Clinton called A & B.");
  CHECK(got.documents[0].title == "Q & A");
  CHECK(got.problems == Strings{"(read) feed: ampersands that XML does not know; repaired"});
}

TEST_CASE("feeds that break off, bombs, and feeds without items") {
  const Run cut =
      read("<rss><channel><title>W</title><item><description>Clinton called.</description></item><item><descr");
  CHECK(cut.texts() == "Clinton called.");
  REQUIRE(cut.problems.size() == 2);
  CHECK(cut.problems[0] == "feed: item 2: an item without text; skipped");
  CHECK(cut.problems[1].starts_with("feed: broken XML in line 1 ("));
  CHECK(read("<!DOCTYPE lolz [<!ENTITY lol \"lol\"><!ENTITY lol2 "
             "\"&lol;&lol;\">]><rss><channel><item><description>&lol2;</description>"
             "</item></channel></rss>")
            .problems == Strings{"feed: declares entities of its own; feed skipped"});
  CHECK(read("<rss><channel/></rss>").problems == Strings{"feed: a feed without items; skipped"});
}

TEST_CASE("a fault of the page before is none of the feed") {
  TemporaryFolder here;
  here.write("a.html", "<html><body><article><p>Obama met Gul.</p></article></body></html>");
  here.write("b.rss", "<rss><channel><item><description>Clinton called.</description></item></channel></rss>");
  const Run got = run({"a.html", "b.rss"});
  CHECK(got.texts() == "Obama met Gul.|Clinton called.");
  CHECK(got.problems.empty());
}

TEST_CASE("the feed of a foreign ministry") {
  const std::string path = DEMARCHE_SOURCE_DIR "/../shared/corpora/state_feed.rss";
  if (!std::filesystem::exists(path)) {
    MESSAGE("skipped: ../shared is not there");
    return;
  }
  const Run got = run({path});
  CHECK(got.documents.size() == 10);
  CHECK(got.problems.empty());
  for (const Document& d : got.documents) {
    CHECK((d.date == "2021-08-12" || d.date == "2021-08-13"));
    CHECK(d.title.find('&') == std::string::npos);
    CHECK(d.text.find('<') == std::string::npos);
    CHECK(d.url.starts_with("https://www.state.gov/"));
  }
}

}  // namespace
}  // namespace demarche::ingesting
