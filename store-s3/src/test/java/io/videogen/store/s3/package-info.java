/** The storage against a fake with faults, and the same contract against servers that others wrote. */
package io.videogen.store.s3;
