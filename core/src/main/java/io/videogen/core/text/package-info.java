/**
 * Text that others wrote, and the one gate that it passes before anybody sees it. A server's words end up in build logs,
 * where CI systems take lines for commands and terminals take characters for orders, in manifests and on pages. So they
 * have a type of their own as long as they are raw ({@link io.videogen.core.text.RawText}), which can not be printed,
 * and another one once they are fit to be shown ({@link io.videogen.core.text.Said}), which only the gate
 * ({@link io.videogen.core.text.ServerText}) can make.
 */
package io.videogen.core.text;
