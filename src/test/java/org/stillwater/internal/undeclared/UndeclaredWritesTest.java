package org.stillwater.internal.undeclared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillwater.application.Caller;
import org.stillwater.spi.UndeclaredWrite;

class UndeclaredWritesTest {
    private final UndeclaredWrites writes = new UndeclaredWrites();

    @Test
    void aWayIsKeptOnceAndCounted() {
        for (int i = 0; i < 3; i++) {
            rename();
        }
        delete();
        List<UndeclaredWrite> kept = writes.list(10);
        assertThat(kept).extracting(UndeclaredWrite::what).containsExactly("update of Part", "delete of Part");
        assertThat(kept).extracting(UndeclaredWrite::count).containsExactly(3L, 1L);
        assertThat(kept.get(0).where())
                .matches("org\\.stillwater\\.application\\.Caller\\.rename\\(Caller\\.java:\\d+\\)");
        assertThat(kept.get(0).request()).isEqualTo("PUT /parts/1");
        assertThat(writes.count()).isEqualTo(4);
    }

    @Test
    void onlySomeAreShownTheFirstOnesFirst() {
        rename();
        delete();
        assertThat(writes.list(1)).extracting(UndeclaredWrite::what).containsExactly("update of Part");
    }

    @Test
    void whatTheServerDoesByItselfIsToldApartByWhatItWrites() {
        UndeclaredWrites byTheServer = new UndeclaredWrites(List::of);
        for (String what : new String[] {"create table a", "create table b", "create table a"}) {
            byTheServer.note(what, null, false);
        }
        assertThat(byTheServer.list(10))
                .extracting(UndeclaredWrite::toString)
                .containsExactly(
                        "create table a, 2 times, not called by the application",
                        "create table b, once, not called by the application");
    }

    @Test
    void anApplicationThatMakesUpItsStatementsDoesNotFillTheHeap() {
        UndeclaredWrites byTheServer = new UndeclaredWrites(List::of);
        for (int i = 0; i < 2_000; i++) {
            byTheServer.note("statement " + i, null, true);
        }
        assertThat(byTheServer.list(Integer.MAX_VALUE)).hasSize(500);
        assertThat(byTheServer.count()).isEqualTo(2_000);
    }

    private void rename() {
        Caller.rename(() -> writes.note("update of Part", "PUT /parts/1", true));
    }

    private void delete() {
        Caller.insert(() -> writes.note("delete of Part", null, false));
    }
}
