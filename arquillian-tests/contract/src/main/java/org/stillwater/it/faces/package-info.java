/** Faces: the names in pages, the banner, and refused actions as messages on the page. */
package org.stillwater.it.faces;
