package org.stillwater.it.datasource;

class PostgresDataSourceIT extends AbstractPostgresDataSourceIT {}
