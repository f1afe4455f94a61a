/** An application on a server that reads a hot standby of PostgreSQL while it is in read-only mode. */
package org.stillwater.it.standby;
