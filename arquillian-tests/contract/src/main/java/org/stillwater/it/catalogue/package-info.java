/**
 * The catalogue of ways to write: which layer refuses each, and which few nothing can refuse. {@code docs/enforcement.md} is
 * made from what its tests find.
 *
 * <p>A {@link org.stillwater.it.catalogue.Way} is tried in each {@link org.stillwater.it.catalogue.Setting} in which it
 * exists: first in normal mode, where it must write, or a refusal would prove nothing; then in read-only mode. Both times the
 * tests compare what the database holds, over a connection of their own. A new way is a new constant in
 * {@code catalogue.ways}; a new server or database is a new constant of {@code catalogue.run.Combination}.
 */
package org.stillwater.it.catalogue;
