/** Applications that use no API that the library can do without: no persistence unit, no page, no REST resource. */
package org.stillwater.it.plain;
