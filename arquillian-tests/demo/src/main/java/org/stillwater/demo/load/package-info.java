/** The people: readers and writers who use the application over HTTP, and what they saw. */
package org.stillwater.demo.load;
