/**
 * The portable extension, the interceptor behind {@link org.stillwater.Writes} and the beans that applications inject.
 * Mentions no API beyond CDI and Interceptors, because a class loading error would make the container drop the whole
 * extension and start without it. Internal: free to change.
 */
@NullMarked
package org.stillwater.internal.cdi;

import org.jspecify.annotations.NullMarked;
