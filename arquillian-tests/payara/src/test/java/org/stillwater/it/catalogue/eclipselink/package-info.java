/** Ways to write that only EclipseLink has. Deployed with the catalogue on Payara. */
package org.stillwater.it.catalogue.eclipselink;
