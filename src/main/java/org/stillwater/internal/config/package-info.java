/**
 * Settings, read once into a record: {@link org.stillwater.internal.config.Settings}. Internal: free to change.
 */
@NullMarked
package org.stillwater.internal.config;

import org.jspecify.annotations.NullMarked;
