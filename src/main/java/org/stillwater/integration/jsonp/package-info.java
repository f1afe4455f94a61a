/**
 * Jakarta JSON Processing: how JSON is written. Loaded by name where the API is present. Internal: free to change.
 */
@NullMarked
package org.stillwater.integration.jsonp;

import org.jspecify.annotations.NullMarked;
