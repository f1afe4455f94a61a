package org.stillwater.internal.cdi;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.util.AnnotationLiteral;
import org.stillwater.Guarded;
import org.stillwater.GuardedDataSource;
import org.stillwater.internal.jdbc.DataSourceGuards;

/** Finds out which data source an injection point wants. */
final class InjectedDataSource {
    private InjectedDataSource() {}

    static GuardedDataSource of(Instance<Object> beans) {
        InjectionPoint point = beans.select(InjectionPoint.class).get();
        return point.getQualifiers().stream()
                .filter(Guarded.class::isInstance)
                .map(qualifier -> DataSourceGuards.lookUp(((Guarded) qualifier).value()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(point + " is not @Guarded"));
    }

    /** The qualifier; its value makes no difference to who produces. */
    static final class Any extends AnnotationLiteral<Guarded> implements Guarded {
        private static final long serialVersionUID = 1L;

        @Override
        public String value() {
            return "";
        }
    }
}
