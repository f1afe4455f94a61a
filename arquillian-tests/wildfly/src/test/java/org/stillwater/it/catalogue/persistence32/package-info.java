/**
 * What Jakarta Persistence 3.2 and Hibernate 7 added to the ways to write: on WildFly Preview only. It is called by
 * reflection, because the tests are compiled against 3.1, so that one set of classes runs on both.
 */
package org.stillwater.it.catalogue.persistence32;
