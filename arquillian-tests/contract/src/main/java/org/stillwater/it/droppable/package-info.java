/** Pages that count their readers, and a persistence unit that is left alone. */
package org.stillwater.it.droppable;
