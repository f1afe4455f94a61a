/**
 * Log messages with ids: {@code STILL} and five digits, one range for each package, ids never reused. Ranges: 001xx gate,
 * 002xx mode, 003xx store, 004xx config, 005xx cdi, 006xx runtime, 007xx window, 008xx background, 010xx transaction,
 * 011xx hibernate, 012xx servlet, 013xx rest, 014xx faces, 015xx jdbc. Internal: free to change.
 */
@NullMarked
package org.stillwater.internal.log;

import org.jspecify.annotations.NullMarked;
