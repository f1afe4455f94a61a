/**
 * Background work that comes while writes are refused, and must not be lost: timers of EJBs, messages, batch jobs. Knows
 * none of their APIs; what does is loaded by name. Internal: free to change.
 */
@NullMarked
package org.stillwater.internal.background;

import org.jspecify.annotations.NullMarked;
