/** JDBC connections without a server around them. */
package org.stillwater.it.jdbc;
