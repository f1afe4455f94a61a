/** Batch jobs that run when a window opens: they stop at a chunk, and go on from there after the lift. */
package org.stillwater.it.jobs;
