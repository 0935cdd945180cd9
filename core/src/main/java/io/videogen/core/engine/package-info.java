/**
 * The durable loop that makes a paid job safe in a build that may die at any moment. {@link
 * io.videogen.core.engine.Render} runs it for one video, a step at a time, and asks its host for four things alone: where
 * to write {@link io.videogen.core.engine.RenderState} down, whose a job is, where bytes go, and whom to tell. The rules
 * of each phase are in {@code Submission}, {@code Waiting} and {@code Fetching}, which turn a state into the next one;
 * {@code Recorder} holds the policy of writes, {@link io.videogen.core.engine.Deadline} the rule of time.
 */
package io.videogen.core.engine;
