/** Drains that PostgreSQL confirms, in an application with persistence units and with plain JDBC beside them. */
package org.stillwater.it.drain;
