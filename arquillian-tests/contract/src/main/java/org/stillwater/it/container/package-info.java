/** What has to run before a server starts: a PostgreSQL, and the choice of ports. */
package org.stillwater.it.container;
