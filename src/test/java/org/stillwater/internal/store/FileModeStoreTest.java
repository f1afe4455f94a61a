package org.stillwater.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillwater.AccessMode;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.ModeStore;
import org.stillwater.spi.ModeStoreException;
import org.stillwater.spi.Report;
import org.stillwater.spi.WatchableModeStore;

class FileModeStoreTest extends ModeStoreContract {
    @TempDir
    Path parent;

    private final List<ModeStore> opened = new ArrayList<>();

    @Override
    WatchableModeStore store() {
        FileModeStore store = FileModeStore.open(root());
        opened.add(store);
        return store;
    }

    private Path root() {
        return parent.resolve("store");
    }

    private Path file(long epoch) {
        return root().resolve("mode").resolve(String.format(java.util.Locale.ROOT, "%012d.properties", epoch));
    }

    @AfterEach
    void close() {
        opened.forEach(ModeStore::close);
    }

    @Test
    void canBeReadByHand() throws Exception {
        store().compareAndSet(ModeSnapshot.INITIAL, ModeSnapshot.INITIAL.draining(window("deploy"), NOW));
        assertThat(Files.readAllLines(file(1)))
                .contains("mode=DRAINING", "epoch=1", "window.1.name=deploy", "window.1.reason=a reason")
                .last()
                .asString()
                .startsWith("# end, crc32 ");
    }

    @Test
    void survivesARestart() {
        store().compareAndSet(ModeSnapshot.INITIAL, ModeSnapshot.INITIAL.draining(window("a"), NOW));
        close();
        assertThat(store().read().mode()).isEqualTo(AccessMode.DRAINING);
    }

    @Test
    void noOneCreatesAStoreByMistypingItsPath() {
        assertThatThrownBy(() -> FileModeStore.existing(root()))
                .isInstanceOf(ModeStoreException.class)
                .hasMessageContaining("STILL00301")
                .hasMessageContaining(root().toString());
        assertThat(root()).doesNotExist();
    }

    @Test
    void aStoreThatCannotBeCreatedSaysWhy() throws Exception {
        Files.writeString(root(), "a file in its place");
        assertThatThrownBy(this::store)
                .isInstanceOf(ModeStoreException.class)
                .hasMessageContaining("STILL00302")
                .hasMessageContaining("stillwater.store");
    }

    @RepeatedTest(20)
    void applicationsThatStartAtTheSameTimeMayShareAStore() throws Exception {
        Path deep = root().resolve("a/b/c");
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<ModeStore>> stores = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                stores.add(pool.submit(() -> {
                    together.await();
                    return FileModeStore.open(deep);
                }));
            }
            for (Future<ModeStore> store : stores) {
                opened.add(store.get());
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aHalfWrittenFileIsNoticed() throws Exception {
        ModeStore store = enteredStore();
        String whole = Files.readString(file(2));
        for (int length = 0; length < whole.length() - 1; length++) {
            Files.writeString(file(2), whole.substring(0, length));
            assertThatThrownBy(store::read)
                    .as("the first %d characters", length)
                    .hasMessageContaining("STILL00305");
        }
    }

    @Test
    void aFileChangedByHandIsNoticedAndTheWayOutIsNamed() throws Exception {
        ModeStore store = enteredStore();
        Files.writeString(file(2), Files.readString(file(2)).replace("READ_ONLY", "READ_WRITE"));
        assertThatThrownBy(store::read)
                .isInstanceOf(ModeStoreException.class)
                .hasMessageContaining(file(2).toString())
                .hasMessageContaining("changed by hand")
                .hasMessageContaining("off --reset");
    }

    @Test
    void binaryRubbishIsNoticed() throws Exception {
        ModeStore store = enteredStore();
        Files.write(file(2), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        assertThatThrownBy(store::read).hasMessageContaining("STILL00305");
    }

    @Test
    void aStoreThatHasDisappearedIsNotAStoreThatWasNeverThere() throws Exception {
        ModeStore store = enteredStore();
        delete(root());
        assertThatThrownBy(store::read)
                .isInstanceOf(ModeStoreException.class)
                .hasMessageContaining("STILL00304")
                .hasMessageContaining("off --reset");
    }

    @Test
    void aStoreThatHasGoneBackIsNoticed() throws Exception {
        ModeStore store = enteredStore();
        Files.delete(file(2));
        assertThatThrownBy(store::read).hasMessageContaining("STILL00303").hasMessageContaining("from epoch 2 to 1");
    }

    @Test
    void aResetRepairsWhatHasDisappeared() throws Exception {
        ModeStore store = enteredStore();
        delete(root());
        FileModeStore.open(root()).reset();
        assertThat(store.read().mode()).isEqualTo(AccessMode.READ_WRITE);
        assertThat(store.read().epoch()).isGreaterThan(2);
    }

    @Test
    void aResetRepairsWhatIsDamaged() throws Exception {
        ModeStore store = enteredStore();
        Files.writeString(file(2), "rubbish");
        store.reset();
        assertThat(store.read().mode()).isEqualTo(AccessMode.READ_WRITE);
    }

    @Test
    void aResetIsAboveWhatApplicationsReport() throws Exception {
        ModeStore store = enteredStore();
        Report ahead = report("shop-1");
        long seen = java.time.Instant.now().getEpochSecond() + 1_000_000;
        store.publish(new Report(
                ahead.instance(),
                ahead.application(),
                null,
                ahead.process(),
                NOW,
                NOW,
                true,
                seen,
                ahead.mode(),
                false,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null));
        delete(root().resolve("mode"));
        assertThat(store.reset().epoch())
                .as("as after a reset whose clock was set back")
                .isGreaterThan(seen);
    }

    @Test
    void aThreadThatReadsDoesNotTakeWhatAnotherHasJustSeenForAStoreThatHasGoneBack() throws Exception {
        ModeStore store = store();
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            Future<ModeSnapshot> writer = pool.submit(() -> {
                ModeSnapshot now = store.read();
                while (now.epoch() < 200) {
                    assertThat(store.compareAndSet(now, now.aborted())).isTrue();
                    now = store.read();
                }
                return now;
            });
            long last = 0;
            while (!writer.isDone()) {
                long epoch = store.read().epoch();
                assertThat(epoch).isGreaterThanOrEqualTo(last);
                last = epoch;
            }
            assertThat(writer.get().epoch()).isEqualTo(200);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void anApplicationIsListedByItsLockEvenIfItsReportIsMissedBecauseItIsReplaced() {
        assertThat(ReportFiles.instances(List.of(
                        Path.of("reports/shop-1.lock"), Path.of("reports/.tmp-5"), Path.of("reports/b-2.properties"))))
                .containsExactly("b-2", "shop-1");
    }

    @Test
    void somebodyWithALongMemoryDoesNotWin() {
        ModeStore store = store();
        ModeSnapshot remembered = ModeSnapshot.readWrite(1);
        store.compareAndSet(ModeSnapshot.INITIAL, remembered);
        ModeSnapshot now = remembered;
        for (int i = 0; i < 2 * ModeFiles.KEPT; i++) {
            ModeSnapshot next = ModeSnapshot.readWrite(now.epoch() + 1);
            assertThat(store.compareAndSet(now, next)).isTrue();
            now = next;
        }
        assertThat(file(2)).doesNotExist();
        assertThat(store().compareAndSet(remembered, remembered.draining(window("late"), NOW)))
                .isFalse();
        assertThat(store.read()).isEqualTo(now);
    }

    @Test
    void leavesNoTemporaryFiles() throws Exception {
        ModeStore store = enteredStore();
        store.publish(report("shop-1"));
        try (Stream<Path> files = Files.walk(root())) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.startsWith("."));
        }
    }

    @Test
    void aDamagedReportOfALivingProcessIsListedAsNotDrained() throws Exception {
        ModeStore store = store();
        store.publish(drained("shop-1"));
        Files.writeString(root().resolve("reports/shop-1.properties"), "rubbish");
        Report listed = store.reports().get(0);
        assertThat(listed.alive()).isTrue();
        assertThat(listed.hasDrained(0)).isFalse();
        assertThat(listed.fault()).contains("cannot be read");
    }

    @Test
    void aReportWhoseProcessIsGoneIsNotAlive() throws Exception {
        store();
        Process process = ReportingProcess.start(root(), "shop-gone");
        try {
            assertThat(store().reports()).extracting(Report::alive).containsExactly(true);
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(store().reports()).extracting(Report::alive).containsExactly(false);
    }

    @Test
    void anApplicationThatStartsAgainForgetsItsEarlierRunsThatWereKilled() throws Exception {
        store();
        ReportingProcess.start(root(), "shop-gone").destroyForcibly().waitFor();
        store().publish(report("shop-again"));
        assertThat(store().reports()).extracting(Report::instance).containsExactly("shop-again");
        assertThat(root().resolve("reports/shop-gone.lock")).doesNotExist();
    }

    @Test
    void aThreadThatIsInterruptedCanStillWrite() {
        Thread.currentThread().interrupt();
        try {
            assertThat(enteredStore().read().epoch()).isEqualTo(2);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private ModeStore enteredStore() {
        ModeStore store = store();
        ModeSnapshot draining = ModeSnapshot.INITIAL.draining(window("a"), NOW);
        store.compareAndSet(ModeSnapshot.INITIAL, draining);
        store.compareAndSet(draining, draining.readOnly(true));
        assertThat(store.read().mode()).isEqualTo(AccessMode.READ_ONLY);
        return store;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
