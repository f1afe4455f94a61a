package org.stillwater.it.faces;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Alert;
import org.openqa.selenium.By;
import org.openqa.selenium.NoAlertPresentException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** Chromium without a screen, where Debian puts it. Tests are skipped on a machine without it. */
final class Browser implements AutoCloseable {
    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");

    /** The contrast of WCAG 2.2 between the colour and the background of the first element that a selector finds. */
    private static final String CONTRAST = """
            const style = getComputedStyle(document.querySelector(arguments[0]));
            const luminance = text => {
              const [r, g, b] = text.match(/[\\d.]+/g).slice(0, 3).map(v => v / 255)
                .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            if (style.backgroundColor === 'rgba(0, 0, 0, 0)') return 0;
            const [a, b] = [luminance(style.color), luminance(style.backgroundColor)];
            return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            """;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser open() {
        Assumptions.assumeTrue(CHROMIUM.canExecute() && DRIVER.canExecute(), "chromium and chromedriver are missing");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments(List.of(
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=900,600"));
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .withEnvironment(Map.of("SE_OFFLINE", "true"))
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    void show(String url) {
        driver.get(url);
    }

    WebElement find(String id) {
        return driver.findElement(By.id(id));
    }

    /** What an element says now; it may be replaced at any moment. */
    String text(String id) {
        return String.valueOf(driver.executeScript("return document.getElementById(arguments[0])?.textContent", id));
    }

    /** Waits for a dialog, closes it and returns what it said. */
    String acceptDialog() {
        Alert dialog = Awaitility.await()
                .ignoreException(NoAlertPresentException.class)
                .until(() -> driver.switchTo().alert(), Objects::nonNull);
        String text = dialog.getText();
        dialog.accept();
        return text;
    }

    /** As a person who has set the system to {@code light} or {@code dark}. */
    void prefers(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    double contrast(String selector) {
        return ((Number) driver.executeScript(CONTRAST, selector)).doubleValue();
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    Object runAsync(String script) {
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        return driver.executeAsyncScript(script);
    }

    /** Waits until an expression of the page is true. */
    void await(Duration atMost, String expression) {
        Awaitility.await(expression)
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> Boolean.TRUE.equals(driver.executeScript("return Boolean(" + expression + ")")));
    }

    /** Keys for whatever has the focus. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Requests whose address matches get no answer. */
    void block(String... patterns) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(patterns)));
    }

    /** What the page has complained of since this was last asked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** To be looked at by people. */
    void picture(String name) {
        try {
            Path directory = Files.createDirectories(Path.of(System.getProperty("it.directory"), "pictures"));
            Files.write(directory.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
