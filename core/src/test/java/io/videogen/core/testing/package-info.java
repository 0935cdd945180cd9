/** What the tests of several packages share. */
package io.videogen.core.testing;
