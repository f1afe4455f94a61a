/** An application that writes while it starts. */
package org.stillwater.it.catalogue.start;
