package org.stillwater.internal.jdbc;

import java.lang.reflect.UndeclaredThrowableException;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.SQLClientInfoException;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.ShardingKey;
import java.sql.Struct;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;

/** What a connection does that no guard has to look at: it asks the one behind. A class, not a proxy, because it is on the way of each read. */
abstract class ConnectionInFront implements Connection {
    /** The connection behind. */
    abstract Connection raw();

    /** The exception to throw for one that came from behind. */
    abstract SQLException translated(SQLException problem, String method);

    /** Asks the connection behind. */
    interface Question<T> {
        T ask(Connection raw) throws SQLException;
    }

    /** Tells the connection behind. */
    interface Order {
        void tell(Connection raw) throws SQLException;
    }

    final <T> T ask(String method, Question<T> question) throws SQLException {
        try {
            return question.ask(raw());
        } catch (SQLException | UndeclaredThrowableException e) {
            throw translated(LostConnection.cause(e), method);
        }
    }

    final void tell(String method, Order order) throws SQLException {
        try {
            order.tell(raw());
        } catch (SQLException | UndeclaredThrowableException e) {
            throw translated(LostConnection.cause(e), method);
        }
    }

    @Override
    public String nativeSQL(String sql) throws SQLException {
        return ask("nativeSQL", raw -> raw.nativeSQL(sql));
    }

    @Override
    public boolean getAutoCommit() throws SQLException {
        return ask("getAutoCommit", Connection::getAutoCommit);
    }

    @Override
    public boolean isClosed() throws SQLException {
        return ask("isClosed", Connection::isClosed);
    }

    @Override
    public boolean isReadOnly() throws SQLException {
        return ask("isReadOnly", Connection::isReadOnly);
    }

    @Override
    public void setCatalog(String catalog) throws SQLException {
        tell("setCatalog", raw -> raw.setCatalog(catalog));
    }

    @Override
    public String getCatalog() throws SQLException {
        return ask("getCatalog", Connection::getCatalog);
    }

    @Override
    public int getTransactionIsolation() throws SQLException {
        return ask("getTransactionIsolation", Connection::getTransactionIsolation);
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        return ask("getWarnings", Connection::getWarnings);
    }

    @Override
    public void clearWarnings() throws SQLException {
        tell("clearWarnings", Connection::clearWarnings);
    }

    @Override
    public Map<String, Class<?>> getTypeMap() throws SQLException {
        return ask("getTypeMap", Connection::getTypeMap);
    }

    @Override
    public void setTypeMap(Map<String, Class<?>> map) throws SQLException {
        tell("setTypeMap", raw -> raw.setTypeMap(map));
    }

    @Override
    public void setHoldability(int holdability) throws SQLException {
        tell("setHoldability", raw -> raw.setHoldability(holdability));
    }

    @Override
    public int getHoldability() throws SQLException {
        return ask("getHoldability", Connection::getHoldability);
    }

    @Override
    public void releaseSavepoint(Savepoint savepoint) throws SQLException {
        tell("releaseSavepoint", raw -> raw.releaseSavepoint(savepoint));
    }

    @Override
    public Clob createClob() throws SQLException {
        return ask("createClob", Connection::createClob);
    }

    @Override
    public Blob createBlob() throws SQLException {
        return ask("createBlob", Connection::createBlob);
    }

    @Override
    public NClob createNClob() throws SQLException {
        return ask("createNClob", Connection::createNClob);
    }

    @Override
    public SQLXML createSQLXML() throws SQLException {
        return ask("createSQLXML", Connection::createSQLXML);
    }

    @Override
    public boolean isValid(int timeout) throws SQLException {
        return ask("isValid", raw -> raw.isValid(timeout));
    }

    @Override
    public void setClientInfo(String name, String value) throws SQLClientInfoException {
        raw().setClientInfo(name, value);
    }

    @Override
    public void setClientInfo(Properties properties) throws SQLClientInfoException {
        raw().setClientInfo(properties);
    }

    @Override
    public String getClientInfo(String name) throws SQLException {
        return ask("getClientInfo", raw -> raw.getClientInfo(name));
    }

    @Override
    public Properties getClientInfo() throws SQLException {
        return ask("getClientInfo", Connection::getClientInfo);
    }

    @Override
    public Array createArrayOf(String typeName, Object[] elements) throws SQLException {
        return ask("createArrayOf", raw -> raw.createArrayOf(typeName, elements));
    }

    @Override
    public Struct createStruct(String typeName, Object[] attributes) throws SQLException {
        return ask("createStruct", raw -> raw.createStruct(typeName, attributes));
    }

    @Override
    public String getSchema() throws SQLException {
        return ask("getSchema", Connection::getSchema);
    }

    @Override
    public void setNetworkTimeout(Executor executor, int milliseconds) throws SQLException {
        tell("setNetworkTimeout", raw -> raw.setNetworkTimeout(executor, milliseconds));
    }

    @Override
    public int getNetworkTimeout() throws SQLException {
        return ask("getNetworkTimeout", Connection::getNetworkTimeout);
    }

    @Override
    public void beginRequest() throws SQLException {
        tell("beginRequest", Connection::beginRequest);
    }

    @Override
    public void endRequest() throws SQLException {
        tell("endRequest", Connection::endRequest);
    }

    @Override
    public boolean setShardingKeyIfValid(ShardingKey key, ShardingKey superKey, int timeout) throws SQLException {
        return ask("setShardingKeyIfValid", raw -> raw.setShardingKeyIfValid(key, superKey, timeout));
    }

    @Override
    public boolean setShardingKeyIfValid(ShardingKey key, int timeout) throws SQLException {
        return ask("setShardingKeyIfValid", raw -> raw.setShardingKeyIfValid(key, timeout));
    }

    @Override
    public void setShardingKey(ShardingKey key, ShardingKey superKey) throws SQLException {
        tell("setShardingKey", raw -> raw.setShardingKey(key, superKey));
    }

    @Override
    public void setShardingKey(ShardingKey key) throws SQLException {
        tell("setShardingKey", raw -> raw.setShardingKey(key));
    }
}
