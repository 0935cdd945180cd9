/** Root of the library. */
package io.videogen.core;
