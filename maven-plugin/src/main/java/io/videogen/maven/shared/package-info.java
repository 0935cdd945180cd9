/**
 * The store that many machines share: its client comes through Maven's resolver when a build names such a store and
 * first needs it, and lives in a class loader of its own, where neither its libraries nor its log meet Maven's.
 */
package io.videogen.maven.shared;
