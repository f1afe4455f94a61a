/** How a hot standby is made without {@code pg_basebackup}; for tests and for the demo. */
package org.stillwater.standby;
