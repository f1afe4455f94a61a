/**
 * What an application imports: {@link org.stillwater.Writes} marks what writes, {@link org.stillwater.ReadOnlyFlags}
 * answers whether writes are refused at the moment, {@link org.stillwater.ReadOnlyControl} opens and lifts windows from
 * code. Public API: changes here are breaking changes.
 */
@NullMarked
package org.stillwater;

import org.jspecify.annotations.NullMarked;
