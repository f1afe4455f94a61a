package org.stillwater.integration.jdbc;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where the binary log of a primary ended, and whose that is. As text {@code 1;0-1-7,0-2-3 0-1-7}. Immutable.
 *
 * <p>MariaDB has no number that tells one database from another. That a server is no replica of the primary can be seen only
 * where it has the same {@code server_id}, or has replayed what a server wrote whom the primary's log does not know.
 *
 * @param server the primary's {@code server_id}
 * @param written in each domain the last transaction of each server that has ever written there ({@code gtid_binlog_state})
 * @param end the last transaction of each domain ({@code gtid_binlog_pos}), asked for after {@code written}
 */
record MariaDbPosition(long server, List<MariaDbGtid> written, List<MariaDbGtid> end) {

    static MariaDbPosition parse(String text) {
        String[] parts = text.split("[; ]", 3);
        return new MariaDbPosition(Long.parseLong(parts[0]), MariaDbGtid.list(parts[1]), MariaDbGtid.list(parts[2]));
    }

    /**
     * Whether who has replayed so far has replayed all of it. A higher sequence alone does not say that: where {@code
     * gtid_strict_mode} is off, {@code 0-1-100} may come before {@code 0-2-99} in the log, and {@code MASTER_GTID_WAIT} is
     * content too early then. What is above everything that was written before comes after it.
     */
    boolean isReached(List<MariaDbGtid> replayed) {
        return end.stream().allMatch(last -> replayed.stream().anyMatch(now -> shows(now, last)));
    }

    private boolean shows(MariaDbGtid now, MariaDbGtid last) {
        return now.equals(last)
                || now.domain() == last.domain()
                        && now.isAbove(last)
                        && written(now.domain()).stream().allMatch(now::isAbove);
    }

    /** Why a server that has replayed so far is no replica, or null if nothing speaks against it. */
    @Nullable
    String objectionTo(long otherServer, List<MariaDbGtid> replayed) {
        if (otherServer == server) {
            return "it has the server_id of the primary (" + server + "), so it is the primary itself, or a replica of"
                    + " another one. Connect it to a replica, and give each server a server_id of its own";
        }
        return replayed.stream()
                .filter(this::isStrange)
                .findFirst()
                .map(now -> "it has replayed " + now + ", but server " + now.server()
                        + " has written nothing in domain " + now.domain() + " of the primary (server_id " + server
                        + "): it is a replica of another one")
                .orElse(null);
    }

    private boolean isStrange(MariaDbGtid now) {
        List<MariaDbGtid> known = written(now.domain());
        return !known.isEmpty() && known.stream().noneMatch(gtid -> gtid.server() == now.server());
    }

    /** Whether a server that had replayed so far before this was asked for is further than a replica can be. */
    boolean isExceededBy(List<MariaDbGtid> replayed) {
        return replayed.stream().anyMatch(now -> {
            List<MariaDbGtid> known = written(now.domain());
            return !known.isEmpty() && known.stream().allMatch(now::isAbove);
        });
    }

    private List<MariaDbGtid> written(long domain) {
        return written.stream().filter(gtid -> gtid.domain() == domain).toList();
    }

    @Override
    public String toString() {
        return server + ";" + text(written) + " " + text(end);
    }

    static String text(List<MariaDbGtid> gtids) {
        return gtids.stream().map(MariaDbGtid::toString).collect(Collectors.joining(","));
    }
}
