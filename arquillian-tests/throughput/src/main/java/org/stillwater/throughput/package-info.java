/**
 * Requests per second with and without the library: {@code ./mvnw -f arquillian-tests -Pthroughput verify}. What it does
 * and what came out: docs/benchmarks.md.
 */
package org.stillwater.throughput;
