package org.stillwater.internal.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.transaction.Transactional;
import org.junit.jupiter.api.Test;
import org.stillwater.WhenReadOnly;
import org.stillwater.Writes;

class WaitPlacementTest {
    @Test
    void namesTheMethodsThatTheContainerCallsInATransaction() {
        assertThat(WaitPlacement.complaints(ContainerManaged.class))
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("ContainerManaged.usual", "NOT_SUPPORTED"))
                .anySatisfy(text -> assertThat(text).contains("ContainerManaged.required"));
    }

    @Test
    void othersMayWait() {
        assertThat(WaitPlacement.complaints(BeanManaged.class)).isEmpty();
        assertThat(WaitPlacement.complaints(NotAnEjb.class)).isEmpty();
    }

    @Stateless
    @Writes(WhenReadOnly.WAIT)
    static class ContainerManaged {
        void usual() {}

        @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
        void required() {}

        @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
        void without() {}

        @Writes
        void refused() {}
    }

    @Stateless
    @TransactionManagement(TransactionManagementType.BEAN)
    @Writes(WhenReadOnly.WAIT)
    static class BeanManaged {
        void usual() {}
    }

    @Transactional
    @Writes(WhenReadOnly.WAIT)
    static class NotAnEjb {
        void usual() {}
    }
}
