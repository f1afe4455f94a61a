/** Hibernate on WildFly, which reads a hot standby of PostgreSQL in read-only mode. */
package org.stillwater.it.standby;
