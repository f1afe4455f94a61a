/**
 * Jakarta Servlet: permits for requests, the mark on responses, the status resource, and refusals as status 503.
 * {@link org.stillwater.integration.servlet.StillwaterInitializer} is what the server finds. Internal: free to change.
 */
@NullMarked
package org.stillwater.integration.servlet;

import org.jspecify.annotations.NullMarked;
