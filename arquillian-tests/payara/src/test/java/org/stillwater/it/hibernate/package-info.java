/** Hibernate in the application, on a server that has another JPA provider. */
package org.stillwater.it.hibernate;
