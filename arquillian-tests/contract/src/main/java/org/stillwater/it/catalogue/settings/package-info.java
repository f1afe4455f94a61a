/** The surroundings in which the catalogue's ways are tried, and the servlet that tries them. */
package org.stillwater.it.catalogue.settings;
