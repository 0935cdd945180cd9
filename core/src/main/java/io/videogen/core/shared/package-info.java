/**
 * One store for many machines, behind the folder of each: clips that any of them has paid for, and the record of each
 * job, which is the fence around the purchase. {@link io.videogen.core.shared.SharedStore} is the way in; {@link
 * io.videogen.core.shared.SharedStorage} is what an engine of storage must do for it.
 *
 * <p>The record of a job is created before the submission leaves, and each change replaces the very version that was
 * read. Whoever lost it does not submit. Locks and heartbeats only spare work: none of them is needed for the promise
 * that a clip is paid once, and no clock of another machine is ever compared with ours.
 *
 * <p>A claim of which nothing was sent is taken back. Where the storage can not be told, the machine remembers it below
 * its cache directory ({@code Marks}); to all others, such a submission is unknown.
 *
 * <ul>
 *   <li>{@code jobs/<key>.json}: the job in flight for a key, its holder, and the clip that was made for it. It must
 *       never expire
 *   <li>{@code files/<digest>.<extension>}: the files of clips, under the names of their content
 *   <li>{@code claims/<origin>/<job id>}: which key a job belongs to, so that the search for a lost job adopts none
 *       that is another machine's
 *   <li>{@code ended/<hour>/}: notes for builds that wait for many jobs; nothing depends on them
 * </ul>
 */
package io.videogen.core.shared;
