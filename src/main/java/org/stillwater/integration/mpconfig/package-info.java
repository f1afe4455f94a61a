/**
 * MicroProfile Config as the source of settings. Loaded by name where the API is present. Internal: free to change.
 */
@NullMarked
package org.stillwater.integration.mpconfig;

import org.jspecify.annotations.NullMarked;
