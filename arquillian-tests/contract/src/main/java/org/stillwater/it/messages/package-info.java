/** Messages that come while a window is open: none is lost, none is handled twice, and none has used up an attempt. */
package org.stillwater.it.messages;
