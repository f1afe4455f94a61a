/** EclipseLink on Payara, with PostgreSQL and H2: every way to write, refused and admitted, and the shared cache. */
package org.stillwater.it.eclipselink;
