/**
 * Clips that were paid for, kept by the content of their request, and the ledger of jobs in flight. One folder holds
 * both; it is shared by threads, builds and processes of this machine. {@link io.videogen.core.store.ClipStore} is the
 * way in.
 *
 * <ul>
 *   <li>{@code clips/<key>/}: a finished clip with its {@code record.json}; appears and goes as a whole
 *   <li>{@code jobs/<key>.json}: a job in flight
 *   <li>{@code parts/<key>/}: what has arrived of a download
 *   <li>{@code locks/}: files whose bytes are locked by key; never removed while a build runs
 *   <li>{@code digests/}: digests of files outside, so that they need not be read again
 *   <li>{@code set-aside/}: clips that were found damaged
 *   <li>{@code shared/}: what this machine remembers of stores that it shares with others
 *   <li>{@code trash/}: clips being removed
 *   <li>{@code version}: layout of all this
 * </ul>
 */
package io.videogen.core.store;
