/** Enterprise Beans: brings refused timers back. Internal: free to change. */
@NullMarked
package org.stillwater.integration.ejb;

import org.jspecify.annotations.NullMarked;
