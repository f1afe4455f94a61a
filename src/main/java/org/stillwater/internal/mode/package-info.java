/**
 * The state machine of one application: applies the snapshots of the store, drives the gate, publishes reports, tells
 * listeners. The entry point is {@link org.stillwater.internal.mode.ModeMachine}. Internal: free to change.
 */
@NullMarked
package org.stillwater.internal.mode;

import org.jspecify.annotations.NullMarked;
