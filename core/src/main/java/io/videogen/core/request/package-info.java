/**
 * What the user asked for, before any API is chosen: immutable requests, their checks and the key under which a clip is
 * kept.
 */
package io.videogen.core.request;
