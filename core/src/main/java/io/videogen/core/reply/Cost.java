package io.videogen.core.reply;

import io.videogen.core.text.Said;
import java.math.BigDecimal;

/**
 * What the API says that a job costs.
 *
 * @param amount how much
 * @param unit a currency such as {@code USD}, or what the API counts in: {@code credits}, {@code tokens}
 */
public record Cost(BigDecimal amount, Said unit) {}
