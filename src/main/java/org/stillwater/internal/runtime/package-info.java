/**
 * Wires settings, store, gate and mode for one application and hands them to the integrations:
 * {@link org.stillwater.internal.runtime.ReadOnlyRuntime}. Internal: free to change.
 */
@NullMarked
package org.stillwater.internal.runtime;

import org.jspecify.annotations.NullMarked;
