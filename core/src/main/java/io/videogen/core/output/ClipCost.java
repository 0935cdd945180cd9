package io.videogen.core.output;

import java.math.BigDecimal;

/**
 * What a clip cost.
 *
 * @param amount how much
 * @param unit currency or credits, as {@code USD}
 * @param source {@code prices} for the build's own list, {@code api} for what the API told
 */
public record ClipCost(BigDecimal amount, String unit, String source) {}
