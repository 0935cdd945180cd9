/** What a test can tell the server to do: reply shapes seen in the wild, faults, delays, failed jobs. */
package io.videogen.preview.script;
