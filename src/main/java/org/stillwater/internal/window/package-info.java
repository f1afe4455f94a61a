/**
 * The operator's side of the protocol: opens a window, waits until every live application has drained, lifts it. Used by
 * the command line and by {@link org.stillwater.ReadOnlyControl}. Internal: free to change.
 */
@NullMarked
package org.stillwater.internal.window;

import org.jspecify.annotations.NullMarked;
