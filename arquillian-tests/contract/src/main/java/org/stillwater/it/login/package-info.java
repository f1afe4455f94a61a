/** The servers' own login, and the status resource beside it. */
package org.stillwater.it.login;
