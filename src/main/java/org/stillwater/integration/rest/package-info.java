/**
 * Jakarta RESTful Web Services: refusals as status 503. {@link org.stillwater.integration.rest.ReadOnlyFeature} is what
 * the runtime finds. Internal: free to change.
 */
@NullMarked
package org.stillwater.integration.rest;

import org.jspecify.annotations.NullMarked;
