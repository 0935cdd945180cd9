/**
 * What the library says to users: a {@link io.videogen.core.advice.Message} words a text and the values in it. The text stands
 * where the trouble is seen, and translations are files that are keyed by it, as with gettext. What a user can do about the
 * trouble differs between hosts: {@link io.videogen.core.advice.Setting} and {@link io.videogen.core.advice.Advice} are
 * values, and the front end words them in one place, its {@link io.videogen.core.advice.HostWords}. Language and host are
 * found once, so that a sentence is whole wherever it goes: to a log, a manifest or a record on disk. Turning English
 * sentences into a host's terms afterwards was tried.
 */
package io.videogen.core.advice;
