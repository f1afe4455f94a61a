/**
 * Mode stores: the file store, which is the default and covers the applications and tools of one host, and one in memory.
 * The entry point is {@link org.stillwater.internal.store.FileModeStore}. Internal: free to change.
 */
@NullMarked
package org.stillwater.internal.store;

import org.jspecify.annotations.NullMarked;
