/** EJB timers that come while a window is open: none is lost, and none is called twice for one time. */
package org.stillwater.it.timers;
