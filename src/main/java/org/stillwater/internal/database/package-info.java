/**
 * What is known about a database, and how it is connected to. Knows {@code java.sql} only. Internal: free to change.
 */
@NullMarked
package org.stillwater.internal.database;

import org.jspecify.annotations.NullMarked;
