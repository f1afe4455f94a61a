/** Read-only mode entered and left by {@code ReadOnlyControl}, and applications that object to it. */
package org.stillwater.it.objections;
