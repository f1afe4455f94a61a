package org.stillwater.internal.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The settings of an application; {@code docs/guide.md} describes each. Immutable.
 *
 * @param enabled {@code stillwater.enabled}: false switches the library off, guards and all
 * @param application {@code stillwater.application}: the name under which the application reports, or null for the
 *     server's
 * @param version {@code stillwater.application-version}: shown in reports, or null
 * @param store {@code stillwater.store}: directory of the file store, {@code memory}, or null for the default
 * @param drainTimeout {@code stillwater.drain-timeout}: how long code waits for writes in flight when it enters
 * @param requestGrace {@code stillwater.request-grace}: how long a request that has not written delays a drain
 * @param requestExclude {@code stillwater.request-exclude}: requests that never delay a drain, by their path
 * @param http {@code stillwater.http.*}: how requests are refused
 * @param waitTimeout {@code stillwater.wait-timeout}: how long a write with the policy {@code WAIT} waits
 * @param maxWaiters {@code stillwater.max-waiters}: how many of them wait at once
 * @param verifyDrain {@code stillwater.verify-drain}, for all persistence units and for single ones: whether a drain asks
 *     the database
 * @param persistenceUnits {@code stillwater.persistence-units}: which of them are guarded
 * @param droppable {@code stillwater.droppable}: attributes whose changes are dropped in read-only mode, besides those
 *     that are marked {@code @Droppable}
 * @param rehearsal {@code stillwater.rehearsal}: what happens to undeclared writes in normal mode
 * @param replicas {@code stillwater.replica*}: replicas that are read in read-only mode
 * @param statusPath {@code stillwater.status.path}: path of the status resource within the application
 * @param statusReason {@code stillwater.status.reason}: whether anonymous clients are told the reason
 * @param guardedForms {@code stillwater.faces.forms}: which forms of pages become read-only
 * @param automaticBanner {@code stillwater.faces.banner}: whether pages that have no banner get one
 */
public record Settings(
        boolean enabled,
        @Nullable String application,
        @Nullable String version,
        @Nullable String store,
        Duration drainTimeout,
        Duration requestGrace,
        PathPatterns requestExclude,
        HttpSettings http,
        Duration waitTimeout,
        int maxWaiters,
        UnitSwitch verifyDrain,
        UnitNames persistenceUnits,
        AttributeNames droppable,
        Rehearsal rehearsal,
        ReplicaSettings replicas,
        String statusPath,
        boolean statusReason,
        FormGuarding guardedForms,
        boolean automaticBanner) {

    /** What applies where nothing is set. */
    public static Settings defaults() {
        return SettingsReader.read(SettingsSource.of(java.util.Map.of(), java.util.Map.of()));
    }
}
