/** A primary and its replica, in processes of the tests. */
package org.stillwater.it.replica;
