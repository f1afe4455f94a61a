<?xml version="1.0" encoding="UTF-8"?>
<!-- Payara's domain.xml for a test run, see org.stillwater.it.container.PayaraDomain. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:param name="http"/>
  <xsl:param name="https"/>
  <xsl:param name="admin"/>
  <xsl:param name="jmx"/>
  <xsl:param name="iiop"/>
  <xsl:param name="iiop-ssl"/>
  <xsl:param name="iiop-mutual"/>
  <xsl:param name="shell"/>
  <xsl:param name="grid"/>
  <xsl:param name="jms"/>
  <xsl:param name="database"/>
  <xsl:param name="h2"/>
  <xsl:param name="mariadb"/>
  <xsl:param name="primary"/>
  <xsl:param name="standby"/>


  <xsl:template match="@* | node()">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="config[@name = 'server-config']//network-listener | config[@name = 'server-config']//iiop-listener | config[@name = 'server-config']//jmx-connector">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:attribute name="address">127.0.0.1</xsl:attribute>
      <xsl:attribute name="port">
        <xsl:choose>
          <xsl:when test="@name = 'http-listener-1'"><xsl:value-of select="$http"/></xsl:when>
          <xsl:when test="@name = 'http-listener-2'"><xsl:value-of select="$https"/></xsl:when>
          <xsl:when test="@name = 'admin-listener'"><xsl:value-of select="$admin"/></xsl:when>
          <xsl:when test="@name = 'system'"><xsl:value-of select="$jmx"/></xsl:when>
          <xsl:when test="@id = 'orb-listener-1'"><xsl:value-of select="$iiop"/></xsl:when>
          <xsl:when test="@id = 'SSL'"><xsl:value-of select="$iiop-ssl"/></xsl:when>
          <xsl:when test="@id = 'SSL_MUTUALAUTH'"><xsl:value-of select="$iiop-mutual"/></xsl:when>
          <xsl:otherwise>
            <xsl:message terminate="yes">A listener without a port of its own: <xsl:value-of select="concat(@name, @id)"/></xsl:message>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates select="node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- The broker that is shipped, which starts when somebody uses it. Left out, it would listen on every interface. -->
  <xsl:template match="config[@name = 'server-config']">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()"/>
      <jms-service type="EMBEDDED" default-jms-host="default_JMS_host">
        <jms-host name="default_JMS_host" host="127.0.0.1" port="{$jms}" lazy-init="true"/>
      </jms-service>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="config[@name = 'server-config']//jvm-options[starts-with(., '-Dosgi.shell.telnet.port=')]">
    <xsl:copy>-Dosgi.shell.telnet.port=<xsl:value-of select="$shell"/></xsl:copy>
  </xsl:template>

  <!-- Hazelcast binds to every interface even if it is told one; so does H2, the default data source, once somebody uses it. -->
  <xsl:template match="config[@name = 'server-config']/java-config">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()"/>
      <jvm-options>-Dh2.bindAddress=127.0.0.1</jvm-options>
      <jvm-options>-Dhazelcast.socket.bind.any=false</jvm-options>
    </xsl:copy>
  </xsl:template>

  <!-- Shipped: every interface, and ports that two servers on one machine would share, as members of one data grid. -->
  <xsl:template match="hazelcast-runtime-configuration">
    <xsl:copy>
      <xsl:apply-templates select="@*"/>
      <xsl:attribute name="interface">127.0.0.1</xsl:attribute>
      <xsl:attribute name="das-bind-address">127.0.0.1</xsl:attribute>
      <xsl:attribute name="start-port"><xsl:value-of select="$grid"/></xsl:attribute>
      <xsl:attribute name="das-port"><xsl:value-of select="$grid"/></xsl:attribute>
      <xsl:attribute name="cluster-group-name">stillwater-<xsl:value-of select="$grid"/></xsl:attribute>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="/domain/resources">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()"/>
      <jdbc-connection-pool name="StillwaterPool" res-type="javax.sql.DataSource" datasource-classname="org.postgresql.ds.PGSimpleDataSource">
        <property name="url" value="jdbc:postgresql://127.0.0.1:{$database}/postgres"/>
        <property name="user" value="postgres"/>
        <!-- PostgreSQL does not ask for it, Payara does. -->
        <property name="password" value="postgres"/>
      </jdbc-connection-pool>
      <jdbc-resource jndi-name="jdbc/Stillwater" pool-name="StillwaterPool"/>
      <jdbc-connection-pool name="StillwaterH2Pool" res-type="javax.sql.DataSource" datasource-classname="org.h2.jdbcx.JdbcDataSource">
        <property name="url" value="jdbc:h2:tcp://127.0.0.1:{$h2}/mem:stillwater;DB_CLOSE_DELAY=-1"/>
        <property name="user" value="sa"/>
        <property name="password" value="sa"/>
      </jdbc-connection-pool>
      <jdbc-resource jndi-name="jdbc/StillwaterH2" pool-name="StillwaterH2Pool"/>
      <jdbc-connection-pool name="StillwaterMariaDbPool" res-type="javax.sql.DataSource" datasource-classname="org.mariadb.jdbc.MariaDbDataSource">
        <property name="url" value="jdbc:mariadb://127.0.0.1:{$mariadb}/shop?sslMode=disable"/>
        <property name="user" value="shop"/>
        <property name="password" value="shop"/>
      </jdbc-connection-pool>
      <jdbc-resource jndi-name="jdbc/StillwaterMariaDb" pool-name="StillwaterMariaDbPool"/>
      <!-- A primary and its standby, which run only while somebody needs them: see SharedPair. -->
      <jdbc-connection-pool name="PrimaryPool" res-type="javax.sql.DataSource" datasource-classname="org.postgresql.ds.PGSimpleDataSource" steady-pool-size="0">
        <property name="url" value="jdbc:postgresql://127.0.0.1:{$primary}/postgres"/>
        <property name="user" value="postgres"/>
        <property name="password" value="postgres"/>
      </jdbc-connection-pool>
      <jdbc-resource jndi-name="jdbc/Primary" pool-name="PrimaryPool"/>
      <!-- Without validation the pool goes on lending connections from before a restart of the standby. -->
      <jdbc-connection-pool name="StandbyPool" res-type="javax.sql.DataSource" datasource-classname="org.postgresql.ds.PGSimpleDataSource" steady-pool-size="0" non-transactional-connections="true" is-connection-validation-required="true" connection-validation-method="custom-validation" validation-classname="org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation">
        <property name="url" value="jdbc:postgresql://127.0.0.1:{$standby}/postgres"/>
        <property name="user" value="postgres"/>
        <property name="password" value="postgres"/>
      </jdbc-connection-pool>
      <jdbc-resource jndi-name="jdbc/Standby" pool-name="StandbyPool"/>
      <!-- What a replica's should not be: see ReplicaWithJtaIT. -->
      <jdbc-connection-pool name="StandbyJtaPool" res-type="javax.sql.DataSource" datasource-classname="org.postgresql.ds.PGSimpleDataSource" steady-pool-size="0" is-connection-validation-required="true" connection-validation-method="custom-validation" validation-classname="org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation">
        <property name="url" value="jdbc:postgresql://127.0.0.1:{$standby}/postgres"/>
        <property name="user" value="postgres"/>
        <property name="password" value="postgres"/>
      </jdbc-connection-pool>
      <jdbc-resource jndi-name="jdbc/StandbyJta" pool-name="StandbyJtaPool"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="/domain/servers/server[@name = 'server']">
    <xsl:copy>
      <xsl:apply-templates select="@* | node()"/>
      <resource-ref ref="jdbc/Stillwater"/>
      <resource-ref ref="jdbc/StillwaterH2"/>
      <resource-ref ref="jdbc/StillwaterMariaDb"/>
      <resource-ref ref="jdbc/Primary"/>
      <resource-ref ref="jdbc/Standby"/>
      <resource-ref ref="jdbc/StandbyJta"/>
    </xsl:copy>
  </xsl:template>
</xsl:stylesheet>
