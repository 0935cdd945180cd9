/**
 * Root of the library: the one exception family every part reports through.
 *
 * <p>The packages below it, in the order a clip passes through them: {@code request} (what the user asked for),
 * {@code api} (how each remote API spells it), {@code reply} (what comes back), {@code http} (how it travels),
 * {@code remote} (both as one port), {@code download} (bytes to a verified file), {@code engine} (the durable state
 * machine that pays once), {@code store} (clips kept, jobs in flight), {@code shared} (both
 * for many machines), {@code batch} (many videos in one build).
 */
package io.videogen.core;
