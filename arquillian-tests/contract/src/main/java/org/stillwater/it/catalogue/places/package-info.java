/** Places other than the thread of a request from which an application may write. */
package org.stillwater.it.catalogue.places;
