/** Hibernate on WildFly, with container transactions and PostgreSQL: every way to write, refused and admitted. */
package org.stillwater.it.hibernate;
