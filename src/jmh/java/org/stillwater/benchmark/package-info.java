/**
 * What the library costs, side by side with what it could be compared with: docs/benchmarks.md. Compiled in every build,
 * run on demand, in no jar.
 */
package org.stillwater.benchmark;
