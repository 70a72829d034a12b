// One talk, one record. "A met B in Rome. The two discussed trade." tells of one meeting; what was discussed there,
// where and when, goes to the record of the meeting.
#ifndef DEMARCHE_EXTRACT_RETOLD_H
#define DEMARCHE_EXTRACT_RETOLD_H

#include <vector>

#include "demarche/mention.h"

namespace demarche::extract {

// Takes out of a document's records (in the order of the text) the talks between the same people at the same time that
// another record near by tells of, too: talks without a channel beside a meeting or call, and talks told again.
//
// Cost: linear; each record is compared with a few dozen neighbours.
void join_retold_talks(std::vector<Mention>* records);

}  // namespace demarche::extract

#endif
