/**
 * The durable state machine that makes a paid job safe in a build that may die at any moment. {@link
 * io.videogen.core.engine.RenderMachine} does at most one remote operation a step and holds neither thread nor clock of
 * its own; a host persists {@link io.videogen.core.engine.RenderState} before and after each step.
 */
package io.videogen.core.engine;
