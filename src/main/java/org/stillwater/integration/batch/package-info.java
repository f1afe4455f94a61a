/** Jakarta Batch: stops jobs at a chunk. Internal, but for the name that jobs refer to. */
@NullMarked
package org.stillwater.integration.batch;

import org.jspecify.annotations.NullMarked;
