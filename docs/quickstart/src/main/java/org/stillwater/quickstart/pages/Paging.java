package org.stillwater.quickstart.pages;

/** One page out of many; pages are counted from one, as people do. */
final class Paging {

    static final int SIZE = 20;

    private final int page;
    private final long rows;

    /** Pages that do not exist become the nearest one that does. */
    Paging(int wanted, long rows) {
        this.rows = rows;
        this.page = Math.max(1, Math.min(wanted, last()));
    }

    int page() {
        return page;
    }

    int first() {
        return (page - 1) * SIZE;
    }

    int last() {
        return (int) Math.max(1, (rows + SIZE - 1) / SIZE);
    }
}
