/**
 * Clients and fake servers that nobody here wrote, against ours: what both sides take for an API is it. Each runs in a
 * process of its own, in the language it comes in; {@code src/test/node} and the module {@code java-clients} hold what
 * calls them.
 */
package io.videogen.it.clients;
