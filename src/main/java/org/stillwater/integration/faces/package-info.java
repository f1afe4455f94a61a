/**
 * Jakarta Faces: refused actions as messages on the page. {@code META-INF/faces-config.xml} is what the runtime finds. The
 * banner lies in {@code META-INF/resources/stillwater}. Internal: free to change.
 */
@NullMarked
package org.stillwater.integration.faces;

import org.jspecify.annotations.NullMarked;
