/**
 * What an outsider is told when a write is refused: found by {@link org.stillwater.internal.refusal.Refusal}, worded by
 * {@link org.stillwater.internal.refusal.Notice}, written as {@link org.stillwater.internal.refusal.Answer}. Knows no web
 * API, so that every integration gives the same answer. Internal: free to change.
 */
@NullMarked
package org.stillwater.internal.refusal;

import org.jspecify.annotations.NullMarked;
