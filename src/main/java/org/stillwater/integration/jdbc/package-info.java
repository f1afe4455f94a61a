/**
 * What the library knows about each kind of database; found through {@code META-INF/services}. Internal: free to
 * change.
 */
@NullMarked
package org.stillwater.integration.jdbc;

import org.jspecify.annotations.NullMarked;
