/**
 * What the builds of this Jenkins share, so that a video is paid for once and not once a build: finished clips and jobs in
 * flight. Both are {@code core}'s store, ledger and locks under {@code JENKINS_HOME/videogen}, so that they outlive builds and
 * restarts.
 *
 * <ul>
 *   <li>{@code <endpoint>/}: clips by the origin that made them; for every build with a token for it
 *   <li>{@code jobs/<account>/}: jobs by endpoint, API and a keyed digest of the token; for builds with that token alone
 * </ul>
 *
 * <p>{@link io.jenkins.plugins.videogen.shared.SharedJob} is one render's part in a job: it works on it, or waits for the build
 * that does.
 */
package io.jenkins.plugins.videogen.shared;
