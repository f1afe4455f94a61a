/** Replicas that are read in read-only mode, with real primaries and real replicas. */
package org.stillwater.it.replica;
