/** What the library does for every request: mark, status resource, refusals as 503, soft permits. */
package org.stillwater.it.requests;
