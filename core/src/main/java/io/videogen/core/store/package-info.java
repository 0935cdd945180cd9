/**
 * Clips that were paid for, kept by the content of their request, and the ledger of jobs in flight. One folder holds
 * both; it is shared by threads, builds and processes of this machine.
 */
package io.videogen.core.store;
