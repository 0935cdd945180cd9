/** The four APIs: how each reads a create request, words its replies and refuses. */
package io.videogen.preview.api;
