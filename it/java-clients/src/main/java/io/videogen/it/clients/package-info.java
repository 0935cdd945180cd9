/** What users write to get a clip with the provider's own client: a class for each, all with the same arguments. */
package io.videogen.it.clients;
