/** The ways to write that do not depend on the JPA provider, by theme. */
package org.stillwater.it.catalogue.ways;
