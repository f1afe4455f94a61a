/** Tries the catalogue's ways from outside the server, judges them, and keeps {@code docs/enforcement.md}. Not deployed. */
package org.stillwater.it.catalogue.run;
