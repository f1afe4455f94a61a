/** Hibernate on WildFly, with container transactions and PostgreSQL: transactions that see the mode change. */
package org.stillwater.it.hibernate;
