package org.stillwater.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full: no file can be written to its end, by the application, by the tool, or by both. */
@Timeout(120)
class DiskFullTest {
    /** Longer than what the processes say, shorter than any file of the store. */
    private static final long FULL = 150;

    private static final long FREE = 1L << 40;

    @TempDir
    Path store;

    private JavaProcess shop;

    @BeforeEach
    void start() throws Exception {
        shop = JavaProcess.application(List.of(), store, "shop");
    }

    @AfterEach
    void stop() throws Exception {
        shop.close();
    }

    @Test
    void anApplicationThatCannotReportIsWaitedFor() throws Exception {
        shop.say("begin").awaitAnswer("true");
        shop.limitFiles(FULL);
        Cli on = Cli.run("on", "--store", store, "--drain-timeout", "1s");
        assertThat(on.code()).isEqualTo(3);
        assertThat(on.err()).contains("has not answered yet");
        shop.say("end").awaitAnswer("ended");
        shop.limitFiles(FREE);
        assertThat(Cli.run("on", "--store", store).code()).isZero();
    }

    @Test
    void aDrainThatCannotGoOnEndsAtItsDeadline() throws Exception {
        shop.say("begin").awaitAnswer("true");
        try (JavaProcess on = on()) {
            on.limitFiles(FULL);
            shop.say("end").awaitAnswer("ended");
            assertThat(on.code()).isEqualTo(4);
        }
        assertThat(status()).contains("DRAINING");
        await().atMost(Duration.ofSeconds(30)).until(() -> status().contains("READ_WRITE (epoch 2)"));
    }

    @Test
    void whileNobodyCanWriteTheModeStaysWhatItIs() throws Exception {
        Guide.Row guide = Guide.wayOut("the disk is full");
        shop.say("begin").awaitAnswer("true");
        try (JavaProcess on = on()) {
            shop.limitFiles(FULL);
            on.limitFiles(FULL);
            shop.say("end").awaitAnswer("ended");
            assertThat(on.code()).isEqualTo(4);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> status().contains("out of time since"));
        shop.say("begin").awaitAnswer("false");
        shop.limitFiles(FREE);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shop.say("begin").out().endsWith("true\n"));
        assertThat(status()).contains("Mode       READ_WRITE");
        guide.says("No space left on device", "free a little space");
    }

    @Test
    void offSaysWhatIsWrongAndWorksWhenThereIsSpace() throws Exception {
        assertThat(Cli.run("on", "--store", store).code()).isZero();
        List<String> full = List.of("env", "JAVA_TOOL_OPTIONS=-XX:-UsePerfData", "prlimit", "--fsize=" + FULL);
        try (JavaProcess off = JavaProcess.cli(full, "off", "--store", store)) {
            assertThat(off.code()).isEqualTo(4);
        }
        assertThat(status()).contains("Mode       READ_ONLY");
        assertThat(Cli.run("off", "--store", store).code()).isZero();
        await().until(() -> shop.say("begin").out().contains("true"));
    }

    private JavaProcess on() throws Exception {
        JavaProcess on = JavaProcess.cli(List.of(), "on", "--quiet", "--store", store, "--drain-timeout", "6s");
        await().atMost(Duration.ofSeconds(30)).until(() -> status().contains("DRAINING"));
        return on;
    }

    private String status() {
        return Cli.run("status", "--store", store).out();
    }
}
