/**
 * The shared store on S3-compatible storage, by AWS's own client. It is one of the few that signs as every server
 * expects, and finds credentials wherever AWS's tools do; MinIO's client is twice the size and prints signed headers in
 * its exceptions.
 *
 * <p>Nothing here decides about money: one request each, and what came of it in the words of {@link
 * io.videogen.core.shared.SharedStorage}.
 */
package io.videogen.store.s3;
