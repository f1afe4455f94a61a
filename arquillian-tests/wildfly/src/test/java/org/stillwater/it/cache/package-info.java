/** What a persistence unit has cached does not outlive the migration that went past it. */
package org.stillwater.it.cache;
