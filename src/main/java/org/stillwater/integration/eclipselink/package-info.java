/**
 * Guards EclipseLink 4.0, with nothing to configure. EclipseLink asks nobody who is not named in a
 * {@code persistence.xml}, so {@link org.stillwater.integration.eclipselink.EclipseLinkGuards} goes and finds the sessions
 * of this application. Their connections are guarded, whoever asks for them, and refuse and count every write; a listener
 * refuses changes of entities earlier, before they can be merged into the shared cache, and names the entity. Loaded by
 * name where EclipseLink is present. Internal: free to change.
 */
@NullMarked
package org.stillwater.integration.eclipselink;

import org.jspecify.annotations.NullMarked;
