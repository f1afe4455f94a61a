package org.stillwater.integration.jdbc;

import java.util.Arrays;
import java.util.List;

/**
 * The global transaction id that MariaDB gives to what it writes to its binary log, such as {@code 0-1-7}. Immutable.
 *
 * @param domain the replication domain; only within one do sequences compare
 * @param server the {@code server_id} of the server that has written it first
 * @param sequence its number in the domain, unsigned
 */
record MariaDbGtid(long domain, long server, long sequence) {

    /** Those of a variable such as {@code gtid_slave_pos}; none if it is empty. */
    static List<MariaDbGtid> list(String variable) {
        return Arrays.stream(variable.split(","))
                .map(String::strip)
                .filter(gtid -> !gtid.isEmpty())
                .map(MariaDbGtid::of)
                .toList();
    }

    private static MariaDbGtid of(String gtid) {
        String[] parts = gtid.split("-");
        return new MariaDbGtid(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseUnsignedLong(parts[2]));
    }

    /** Whether it has a higher sequence than another one of its domain. */
    boolean isAbove(MariaDbGtid other) {
        return Long.compareUnsigned(sequence, other.sequence) > 0;
    }

    @Override
    public String toString() {
        return domain + "-" + server + "-" + Long.toUnsignedString(sequence);
    }
}
