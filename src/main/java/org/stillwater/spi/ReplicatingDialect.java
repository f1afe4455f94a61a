package org.stillwater.spi;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dialect whose database has replicas that can be read, and can say exactly how far one of them has come. Measures of
 * time do not count: only positions in what the primary has written are exact.
 */
public interface ReplicatingDialect extends ReadOnlyDialect {
    /**
     * Where the primary is: a replica that has come this far shows everything that was committed on the primary before this
     * was called. The text also says which database it is a position of.
     *
     * @throws SQLException if the database does not say, with the remedy
     */
    String position(Connection primary) throws SQLException;

    /**
     * How far a replica has come. One round trip, because it is asked before each transaction that reads there. May be
     * called within a transaction, whose reads come after it.
     *
     * @param position what {@link #position} gave; null if nobody knows
     * @throws SQLException if the database does not say
     */
    ReplicaProgress progress(Connection replica, @Nullable String position) throws SQLException;

    /**
     * Why {@link #pause} or {@link #resume} would fail, or the replica could not bear being paused; what to do about it; empty
     * if nothing is known against it. Changes nothing.
     *
     * @throws SQLException if the database does not say
     */
    List<String> obstaclesToPausing(Connection primary, Connection replica) throws SQLException;

    /**
     * Keeps the replica as it is until {@link #resume}, or asks it to: {@link ReplicaProgress#paused()} says when it is. Does
     * nothing if it is already. The replica goes on receiving what the primary writes, and loses nothing.
     *
     * @throws SQLException if the database does not accept it
     */
    void pause(Connection replica) throws SQLException;

    /**
     * Lets the replica go on. Does nothing if it is not paused.
     *
     * @throws SQLException if the database does not accept it
     */
    void resume(Connection replica) throws SQLException;
}
