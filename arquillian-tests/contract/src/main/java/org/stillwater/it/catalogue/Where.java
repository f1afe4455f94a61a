package org.stillwater.it.catalogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Where a way exists.
 *
 * @param settings in which settings
 * @param products on which databases
 * @param visible whether somebody else sees that it was done; not so for locks and temporary tables
 */
public record Where(Set<Setting> settings, Set<Product> products, boolean visible) {
    /** What needs an entity manager with a transaction. */
    public static final Where JPA = in(
            Setting.CONTAINER_MANAGED,
            Setting.BEAN_MANAGED,
            Setting.TRANSACTIONAL,
            Setting.EXTENDED,
            Setting.UNSYNCHRONIZED,
            Setting.APPLICATION_MANAGED,
            Setting.RESOURCE_LOCAL,
            Setting.DECLARED);

    /** What needs an entity manager with a JTA transaction. */
    public static final Where JTA = in(
            Setting.CONTAINER_MANAGED,
            Setting.BEAN_MANAGED,
            Setting.TRANSACTIONAL,
            Setting.EXTENDED,
            Setting.UNSYNCHRONIZED,
            Setting.APPLICATION_MANAGED,
            Setting.DECLARED);

    /** What needs a connection. */
    public static final Where JDBC = in(
            Setting.CONTAINER_MANAGED,
            Setting.BEAN_MANAGED,
            Setting.TRANSACTIONAL,
            Setting.NO_TRANSACTION,
            Setting.GUARDED_DATA_SOURCE,
            Setting.GUARDED_WITHOUT_TRANSACTION,
            Setting.PROVIDER_CONNECTION,
            Setting.DECLARED);

    /** What needs a connection that is in no JTA transaction. */
    public static final Where LOCAL_JDBC = in(Setting.NO_TRANSACTION, Setting.GUARDED_WITHOUT_TRANSACTION);

    /** Where an application may come to write. */
    public static final Where PLACES = in(
            Setting.REQUEST,
            Setting.ASYNCHRONOUS_METHOD,
            Setting.MANAGED_EXECUTOR,
            Setting.TIMER,
            Setting.MESSAGE,
            Setting.BATCH_CHUNK,
            Setting.ASYNC_OBSERVER,
            Setting.AFTER_SUCCESS);

    public static Where in(Setting... settings) {
        return new Where(Set.copyOf(List.of(settings)), Set.of(Product.values()), true);
    }

    /** There, and outside of transactions. */
    public Where andWithoutTransaction() {
        Set<Setting> more = EnumSet.copyOf(settings);
        more.add(Setting.NO_TRANSACTION);
        return new Where(more, products, visible);
    }

    /** There, but not in this setting. */
    public Where except(Setting setting) {
        Set<Setting> fewer = EnumSet.copyOf(settings);
        fewer.remove(setting);
        return new Where(fewer, products, visible);
    }

    /** There, on these databases only. */
    public Where on(Product... only) {
        return new Where(settings, Set.of(only), visible);
    }

    /** There, but nobody else sees that it was done. */
    public Where unseen() {
        return new Where(settings, products, false);
    }
}
