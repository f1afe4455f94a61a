/** Ways to write that only Hibernate has. Deployed with the catalogue on WildFly. */
package org.stillwater.it.catalogue.hibernate;
