/** Shows with real processes that a video is paid for once: killed, raced and interrupted builds. */
package io.videogen.it.crash;
