/**
 * What a user can do about a trouble, in the terms of the host: {@link io.videogen.core.advice.Setting} and {@link
 * io.videogen.core.advice.Advice} stand in the sentences of the library, and the front end words them in one place, its
 * {@link io.videogen.core.advice.HostWords}. Found once, as a bundle of texts would be, so that a sentence is whole wherever
 * it goes: to a log, a manifest or a record on disk. Turning English sentences into a host's terms afterwards was tried.
 */
package io.videogen.core.advice;
