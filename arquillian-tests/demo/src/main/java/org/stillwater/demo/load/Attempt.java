package org.stillwater.demo.load;

import java.time.Instant;

/**
 * A write that somebody sent.
 *
 * @param marker unique, and in the database if the write is
 * @param ended when the answer had arrived
 */
public record Attempt(Write write, String marker, Phase phase, Outcome outcome, Instant ended) {}
