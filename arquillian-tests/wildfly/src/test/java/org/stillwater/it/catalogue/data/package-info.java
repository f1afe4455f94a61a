/**
 * Repositories of Jakarta Data: on WildFly Preview only, where they are done by Hibernate. The processor of Hibernate 6.6
 * generates them, because the tests are compiled against that; what it generates is called on Hibernate 7.1.
 */
package org.stillwater.it.catalogue.data;
