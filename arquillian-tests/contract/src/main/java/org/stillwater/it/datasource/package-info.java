/** JDBC through a guarded data source, in an application without JPA. */
package org.stillwater.it.datasource;
