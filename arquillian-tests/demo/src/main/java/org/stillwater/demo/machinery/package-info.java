/** What runs: the database, the application server, the operator's command line; and how all of it is stopped again. */
package org.stillwater.demo.machinery;
