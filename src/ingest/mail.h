// Mail (RFC 5322) and mailboxes (mbox): newsletters.
#ifndef DEMARCHE_INGEST_MAIL_H
#define DEMARCHE_INGEST_MAIL_H

#include "ingest/input.h"
#include "ingest/reading.h"

namespace demarche::ingesting {

// One mail is one document: subject, date and sender, and its text, plain or from HTML.
void read_mail(Input* input, const Origin& origin, Reading* reading);

// Mails with a line "From …" before each; named as "where: message N". Holds one at a time.
void read_mbox(Input* input, const Origin& origin, Reading* reading);

}  // namespace demarche::ingesting

#endif
