@NullMarked
package org.stillwater.cli;

import org.jspecify.annotations.NullMarked;
