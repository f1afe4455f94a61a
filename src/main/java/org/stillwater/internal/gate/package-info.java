/**
 * Counts the writes in flight in this JVM and can be closed and drained. Pure Java, no framework. The entry point is
 * {@link org.stillwater.internal.gate.WriteAdmission}. Internal: free to change.
 */
@NullMarked
package org.stillwater.internal.gate;

import org.jspecify.annotations.NullMarked;
