package io.videogen.core.poll;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What is remembered of one finished job.
 *
 * @param length time from submission to completion, to within half a poll interval
 * @param forecastError by what fraction of the length a forecast from the job's progress values was wrong; absent when
 *     it told no usable progress
 */
public record JobLength(Duration length, OptionalDouble forecastError) {}
