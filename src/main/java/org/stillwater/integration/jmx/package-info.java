/** Management beans: WildFly's, which stop the delivery of messages. Internal: free to change. */
@NullMarked
package org.stillwater.integration.jmx;

import org.jspecify.annotations.NullMarked;
