// Ctrl-C: the first one asks the program to end cleanly, a second one ends it at once.
#ifndef DEMARCHE_CLI_INTERRUPT_H
#define DEMARCHE_CLI_INTERRUPT_H

#include <atomic>

namespace demarche::cli {

// From now on SIGINT and SIGTERM set the flag instead of ending the process. Reads that wait return with EINTR.
void watch_interrupts();

// Set by a signal; stays set.
const std::atomic<bool>& interrupted();

// Signals go to the other threads, so that they end a read of the main thread.
void keep_interrupts_from_this_thread();

}  // namespace demarche::cli

#endif
