/**
 * What a build leaves for people and later steps: delivered clips, the manifest {@code videogen.json} and the gallery
 * {@code index.html}.
 */
package io.videogen.core.output;
