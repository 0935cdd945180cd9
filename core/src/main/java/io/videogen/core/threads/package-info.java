/**
 * Threads for work that mostly waits: for replies, for turns. They are daemons, so that a build that ends without closing
 * what it opened still ends, and they follow the need. Where the JVM has virtual threads that may wait in a monitor (Java
 * 24) these are used for what there may be thousands of. They are found by reflection: a multi-release jar would have to be
 * built on such a Java, and this is one factory.
 */
package io.videogen.core.threads;
