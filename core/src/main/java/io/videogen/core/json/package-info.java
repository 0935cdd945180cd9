/**
 * Our own records as JSON text, written and read as streams: a build with nothing to do reads some of them, and the
 * first use of Jackson's tree model would cost it more than all the rest. What servers send is read by {@code reply}.
 */
package io.videogen.core.json;
