package org.stillwater.quickstart.pages;

import java.util.List;

/**
 * Behind a page that lists rows and can be turned.
 *
 * @param <T> a row
 */
public abstract class Listing<T> {

    private int page = 1;
    private long rows;
    private int last = 1;
    private List<T> items = List.of();

    protected abstract long count();

    protected abstract List<T> load(int first, int size);

    /** Called by the page's view action, once the page number is known. */
    public void load() {
        rows = count();
        Paging paging = new Paging(page, rows);
        page = paging.page();
        last = paging.last();
        items = load(paging.first(), Paging.SIZE);
    }

    public int getPage() {
        return page;
    }

    public void setPage(int page) {
        this.page = page;
    }

    public int getLast() {
        return last;
    }

    public long getRows() {
        return rows;
    }

    public List<T> getItems() {
        return items;
    }
}
