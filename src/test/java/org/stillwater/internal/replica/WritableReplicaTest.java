package org.stillwater.internal.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillwater.internal.config.ReplicaSettings;
import org.stillwater.internal.database.ConnectionSource;
import org.stillwater.internal.log.LogRecorder;
import org.stillwater.spi.ReplicaProgress;
import org.stillwater.spi.ReplicaReport.State;

class WritableReplicaTest {
    private static final ReplicaSettings SETTINGS = new ReplicaSettings(Map.of(), false, false);

    private final Replica replica =
            new Replica("unit 'shop'", "jdbc/shop-replica", SETTINGS, new Nowhere(), new Nowhere(), () -> {}, () -> {});

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void isWarnedOf(boolean refusesWrites) {
        try (LogRecorder log = LogRecorder.of("org.stillwater.replica")) {
            replica.note(new ReplicaProgress(null, true, false, refusesWrites, "0-1-7"));
            Standing before = replica.standing();
            assertThat(replica.become(before, before.with(State.READY, "at 0-1-7")))
                    .isTrue();
            assertThat(replica.refusesWrites()).isEqualTo(refusesWrites);
            assertThat(log.messages()).anyMatch(text -> text.startsWith("STILL01701"));
            assertThat(log.messages().stream().anyMatch(text -> text.startsWith("STILL01703")))
                    .isEqualTo(!refusesWrites);
        }
    }

    private record Nowhere() implements ConnectionSource {
        @Override
        public Connection borrow() throws SQLException {
            throw new SQLException("it is not asked");
        }

        @Override
        public void giveBack(Connection connection) {}
    }
}
