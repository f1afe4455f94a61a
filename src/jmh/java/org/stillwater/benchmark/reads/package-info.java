/**
 * What the guards of persistence units cost reads in normal mode: a guarded unit next to one without any guard, in one JVM.
 * Compiled in every build, run on demand, in no jar.
 */
package org.stillwater.benchmark.reads;
