package org.stillwater.internal.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.stillwater.ReadOnlyModeException;

class RefusalTest {
    private final ReadOnlyModeException refusal = new ReadOnlyModeException("refused", null);

    @Test
    void isFoundAsItIs() {
        assertThat(Refusal.find(refusal)).isSameAs(refusal);
    }

    @Test
    void isFoundInsideOfWhatContainersWrapAroundIt() {
        var rollback = new jakarta.transaction.RollbackException("commit failed");
        rollback.initCause(refusal);
        assertThat(Refusal.find(new ServletException(new EJBException(rollback))))
                .isSameAs(refusal);
    }

    @Test
    void isNotSeenWhereThereIsNone() {
        assertThat(Refusal.find(null)).isNull();
        assertThat(Refusal.find(new ServletException(new IllegalStateException())))
                .isNull();
    }

    @Test
    void isNotTheFailureWhenItWasOnlySuppressed() {
        var failure = new IllegalStateException("the failure that counts");
        failure.addSuppressed(refusal);
        assertThat(Refusal.find(failure)).isNull();
    }

    @Test
    void endsInChainsThatContainThemselves() {
        var inner = new IllegalStateException("inner");
        inner.initCause(new IllegalArgumentException("outer", inner));
        assertThat(Refusal.find(inner)).isNull();
    }
}
