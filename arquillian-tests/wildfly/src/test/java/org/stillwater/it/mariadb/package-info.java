/** Hibernate with MariaDB under JTA. */
package org.stillwater.it.mariadb;
