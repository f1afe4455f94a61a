package org.stillwater.internal.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stillwater.Window;
import org.stillwater.spi.DrainVerdict;
import org.stillwater.spi.DrainVerdict.State;
import org.stillwater.spi.ModeSnapshot;
import org.stillwater.spi.Report;

class DrainVerificationTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Window WINDOW = new Window("w", null, new Window.Owner("u", "h", 1), NOW, null);
    private static final ModeSnapshot DRAINING = ModeSnapshot.INITIAL.draining(WINDOW, NOW.plusSeconds(30));

    private final FakeDatabase shop = new FakeDatabase("shop");
    private final List<DrainSource> sources = new CopyOnWriteArrayList<>(List.of(shop));
    private final AtomicInteger changes = new AtomicInteger();
    private DrainVerification verification = limited(Duration.ofMinutes(1));

    private DrainVerification limited(Duration limit) {
        return new DrainVerification(() -> sources, limit, changes::incrementAndGet);
    }

    @AfterEach
    void stop() {
        verification.stop();
    }

    @Test
    void asksNobodyWhileWritesAreAdmittedOrInFlight() {
        assertThat(settled(ModeSnapshot.INITIAL)).isFalse();
        assertThat(verification.isSettled(state(DRAINING), false)).isFalse();
        assertThat(shop.drains()).isZero();
        assertThat(verification.verdicts()).isEmpty();
    }

    @Test
    void whereThereIsNobodyToAskTheGateDecides() {
        sources.clear();
        assertThat(settled(DRAINING)).isTrue();
    }

    @Test
    void isSettledWhenTheDatabaseSaysThatNothingIsOpen() {
        shop.open("a transaction");
        assertThat(settled(DRAINING)).isFalse();
        await().until(() -> !verification.stragglers().isEmpty());
        assertThat(settled(DRAINING)).isFalse();
        assertThat(verification.stragglers()).extracting(Report.Straggler::what).containsExactly("a transaction");
        int told = changes.get();
        shop.commit();
        await().until(() -> settled(DRAINING));
        assertThat(changes).hasValueGreaterThan(told);
        assertThat(verification.stragglers()).isEmpty();
        assertThat(verdict()).isEqualTo(new DrainVerdict("persistence unit 'shop'", State.VERIFIED, "PostgreSQL"));
    }

    @Test
    void waitsForEachDatabase() {
        FakeDatabase archive = new FakeDatabase("archive");
        archive.open("a transaction");
        sources.add(archive);
        settled(DRAINING);
        await().until(() -> verification.verdicts().stream().anyMatch(verdict -> verdict.state() == State.VERIFIED));
        await().until(() -> !verification.stragglers().isEmpty());
        assertThat(settled(DRAINING)).isFalse();
        archive.commit();
        await().until(() -> settled(DRAINING));
    }

    @Test
    void anAnswerStandsUntilTheNextDrain() {
        await().until(() -> settled(DRAINING));
        shop.open("a transaction that came later");
        assertThat(settled(DRAINING.readOnly(true))).isTrue();
        assertThat(verdict().state()).isEqualTo(State.VERIFIED);
        assertThat(shop.questions()).isOne();

        ModeSnapshot again = DRAINING.aborted().draining(WINDOW, NOW.plusSeconds(30));
        assertThat(settled(again)).isFalse();
        await().until(() -> !verification.stragglers().isEmpty());
        assertThat(settled(again)).isFalse();
        assertThat(shop.drains()).isEqualTo(2);
    }

    @Test
    void theLiftOfTheWindowEndsIt() throws Exception {
        shop.hang();
        settled(DRAINING);
        await().until(() -> shop.questions() == 1);
        settled(DRAINING.aborted());
        assertThat(verification.verdicts()).isEmpty();
        assertThat(shop.interrupted().await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aDatabaseThatCannotBeAskedIsNotWaitedFor() {
        shop.fail(new SQLException("permission denied for view pg_stat_activity\nmore"));
        await().until(() -> settled(DRAINING));
        assertThat(verdict().toString())
                .isEqualTo("persistence unit 'shop': counted writes only, because"
                        + " permission denied for view pg_stat_activity");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNotWaitedFor() throws Exception {
        verification = limited(Duration.ofMillis(200));
        shop.hang();
        assertThat(settled(DRAINING)).as("within the limit").isFalse();
        await().until(() -> settled(DRAINING));
        assertThat(verdict().toString())
                .startsWith("persistence unit 'shop': counted writes only, because no answer within 200 ms");
        assertThat(shop.interrupted().await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatWasSeenOpenIsWaitedForEvenIfTheDatabaseFallsSilent() {
        verification = limited(Duration.ofSeconds(30));
        shop.open("a transaction");
        settled(DRAINING);
        await().until(() -> !verification.stragglers().isEmpty());
        shop.fail(new SQLException("too many connections"));
        await().until(() -> verdict().detail().contains("too many connections"));
        assertThat(settled(DRAINING)).isFalse();
        assertThat(verification.stragglers()).hasSize(1);
        shop.commit();
        await().until(() -> settled(DRAINING));
        assertThat(verdict().state()).isEqualTo(State.VERIFIED);
    }

    @Test
    void aDatabaseThatComesInReadOnlyModeIsNotAskedAndNotCalledVerified() {
        assertThat(settled(DRAINING.readOnly(true))).isTrue();
        assertThat(shop.drains()).isZero();
        assertThat(verdict().state()).isEqualTo(State.COUNTED);
    }

    @Test
    void aDatabaseThatIsGoneIsNotWaitedFor() {
        shop.open("a transaction");
        settled(DRAINING);
        await().until(() -> !verification.stragglers().isEmpty());
        sources.clear();
        assertThat(settled(DRAINING)).isTrue();
        assertThat(verification.verdicts()).isEmpty();
    }

    @Test
    void aDatabaseThatStaysIsNotAskedAgainWhenAnotherOneGoes() throws Exception {
        FakeDatabase archive = new FakeDatabase("archive");
        archive.hang();
        sources.add(archive);
        settled(DRAINING);
        await().until(() -> archive.questions() == 1);
        await().until(() -> shop.questions() == 1);
        sources.remove(archive);
        await().until(() -> settled(DRAINING));
        assertThat(archive.interrupted().await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(shop.drains()).isOne();
        assertThat(verification.verdicts()).hasSize(1);
    }

    @Test
    void aDatabaseThatCannotEvenBeginIsNotWaitedFor() {
        shop.failToBegin(new IllegalStateException("no such unit"));
        await().until(() -> settled(DRAINING));
        assertThat(verdict().toString()).endsWith("counted writes only, because no such unit");
    }

    @Test
    void isAskedTenTimesASecondAtMost() {
        shop.open("a transaction");
        settled(DRAINING);
        await().until(() -> shop.questions() >= 4);
        List<Long> at = shop.askedAt();
        assertThat(Duration.ofNanos(at.get(3) - at.get(0))).isGreaterThan(Duration.ofMillis(150));
    }

    private boolean settled(ModeSnapshot snapshot) {
        return verification.isSettled(state(snapshot), true);
    }

    private DrainVerdict verdict() {
        return verification.verdicts().get(0);
    }

    private static ModeState state(ModeSnapshot snapshot) {
        return new ModeState(snapshot, null);
    }
}
