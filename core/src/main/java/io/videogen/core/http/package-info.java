/**
 * How requests travel: the endpoint and its origin, the token that never leaves it, the transport with its bounds on
 * size, time and addresses.
 */
package io.videogen.core.http;
