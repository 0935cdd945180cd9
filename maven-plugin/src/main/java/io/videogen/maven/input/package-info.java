/** What users wrote in a POM or on the command line, read into values. Every error names the field and quotes the value. */
package io.videogen.maven.input;
