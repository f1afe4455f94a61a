/**
 * Guards Hibernate ORM 6.6 and 7.x, with nothing to configure: Hibernate finds {@link
 * org.stillwater.integration.hibernate.StillwaterIntegrator} and {@link
 * org.stillwater.integration.hibernate.StillwaterServiceContributor} through {@code META-INF/services}. The guarded
 * connections refuse and count every write; the event listeners refuse writes of entities earlier, and name the entity.
 * Internal: free to change.
 */
@NullMarked
package org.stillwater.integration.hibernate;

import org.jspecify.annotations.NullMarked;
