/**
 * What every application server must do, written once: each abstract test here has an empty subclass per server.
 *
 * <p>The tests run outside the server. They deploy the packaged library inside an application and judge it over HTTP and
 * over a database connection of their own.
 */
package org.stillwater.it;
