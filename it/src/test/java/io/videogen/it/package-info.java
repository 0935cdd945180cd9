/** What the scripts of the invoker projects share: a preview server with canned clips, and what to look at afterwards. */
package io.videogen.it;
