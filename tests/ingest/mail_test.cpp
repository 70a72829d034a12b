#include "ingest/mail.h"

#include <doctest/doctest.h>

#include "ingest/temporary_run.h"

namespace demarche::ingesting {
namespace {

using Strings = std::vector<std::string>;

Run read(const std::string& bytes) {
  TemporaryFolder here;
  here.write("m", bytes);
  return run({"m"});
}

const std::string head =
    "From: =?utf-8?q?The_Meridian_Wire?= <news@example.org>\r\nTo: you@example.org\r\nSubject: "
    "=?iso-8859-9?Q?Davuto=F0lu?= calls\r\n"
    "Date: Thu, 13 May 2010 23:30:00 -0400\r\nMessage-ID: <a1@example.org>\r\nMIME-Version: 1.0\r\n";

TEST_CASE("a plain mail") {
  const Run got =
      read(head +
           "Content-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
           "Clinton called=\r\n Davutoglu =96 he said =93yes=94.\r\n> An older mail.\r\n-- \r\nThe Wire\r\n");
  REQUIRE(got.documents.size() == 1);
  const Document& d = got.documents[0];
  CHECK(d.text == "Clinton called Davutoglu – he said “yes”.\n");
  CHECK(d.title == "Davutoğlu calls");
  CHECK(d.date == "2010-05-13");
  CHECK(d.publication == "The Meridian Wire");
  CHECK(d.id == "a1@example.org");
  CHECK(d.source == "m");
  CHECK(got.problems.empty());
}

TEST_CASE("a newsletter: the letter is in the HTML part") {
  const Run got = read(
      head +
      "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee this mail in "
      "a browser.\r\n"
      "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
      "PHA+U2VjcmV0YXJ5IENsaW50b24gY2FsbGVkIEZvcmVpZ24gTWluaXN0ZXIgRGF2dXRvZ2x1LjwvcD48cD5VbnN1YnNjcmliZSBoZXJlPC9wPg=="
      "\r\n--b--\r\n");
  CHECK(got.texts() == "Secretary Clinton called Foreign Minister Davutoglu.");
}

TEST_CASE("a mail that does not say what its bytes mean") {
  CHECK(read(head + "\r\nLula met Gul in Bras\xEDlia \x96 a first.\r\n").texts() ==
        "Lula met Gul in Brasília – a first.\n");
  CHECK(read(head + "Content-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
                    "Lula met Gul in Bras=EDlia.\r\n")
            .texts() == "Lula met Gul in Brasília.\n");
  CHECK(read(head + "\r\nLula met Gül in Brasília.\r\n").texts() == "Lula met Gül in Brasília.\n");
}

TEST_CASE("a mailbox") {
  const std::string message = head + "\r\nClinton called.\r\n>From here on he listened.\r\n\r\n";
  const std::string separator = "From news@example.org Thu May 13 23:30:00 2010\r\n";
  std::string other = message;
  other.replace(other.find("a1@"), 3, "a2@");
  const Run got = read(separator + message + separator + other + separator + head + "\r\n");
  CHECK(got.texts() == "Clinton called.\nFrom here on he listened.\n\n|Clinton called.\nFrom here on he listened.\n\n");
  CHECK(got.documents[1].id == "a2@example.org");
  CHECK(got.documents[1].source == "m: message 2");
  CHECK(got.problems == Strings{"m: message 3: a mail without text; skipped"});
  CHECK(got.counts.formats == std::map<std::string, std::uint64_t>{{"mbox", 2}});
}

TEST_CASE("a text that begins like a mail is a text") {
  CHECK(read("From: the beginning, Clinton called.\n\nTo: the end.\n").counts.formats.begin()->first == "text");
  CHECK(read("Date: May 13, 2010\n\nClinton called Davutoglu.\n").counts.formats.begin()->first == "text");
}

}  // namespace
}  // namespace demarche::ingesting
