/**
 * When to ask for a job again: a schedule that learns from the lengths of earlier jobs of the same model.
 *
 * <p>What is paid for asking is requests, what is paid for not asking is delay. For lengths with density {@code f} and
 * survival {@code S} the product of both is least when polls are as dense as the square root of the hazard
 * {@code f / S}: rarely while a job can hardly be done yet, often around the usual length, rarely again in the tail.
 * Progress values are believed only once the last jobs of that model have shown that they can be.
 */
package io.videogen.core.poll;
