// SPDX-License-Identifier: Apache-2.0
package dev.understudy.backend.defaults.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser. Its pictures are left in {@code target}. */
final class StartupPageTest {
    private static final String READY = "document.querySelector('main')?.getAttribute('aria-busy') === 'false'"
            + " && document.querySelector('main section')";

    private static ExplainedBackend backend;
    private static Browser browser;

    @BeforeAll
    static void open(@TempDir Path directory) throws IOException, InterruptedException {
        var chromium = Browser.find();
        assumeTrue(chromium.isPresent(), "There is no Chromium on the PATH, nor does UNDERSTUDY_CHROMIUM name one");
        backend = ExplainedBackend.start(directory, "organization: {name: Example}\n");
        browser = Browser.start(chromium.orElseThrow(), directory.resolve("profile"));
        browser.open(backend.url(), 1240, 1900, READY);
    }

    @AfterAll
    static void close() throws InterruptedException {
        if (browser != null) {
            browser.close();
        }
        if (backend != null) {
            backend.close();
        }
    }

    @Test
    void showsPluginsModulesAndServices() {
        assertThat(text("#timeline"))
                .contains("todo", "search", "reminders", "core.rootHttpRouter", "Root services")
                .containsPattern("core\\.rootConfig\\s+[\\d.]+ m?s");
    }

    @Test
    void showsWhyAPluginFailed() {
        assertThat(text("#failures"))
                .containsSubsequence(
                        "1 failure",
                        "Plugin 'search' did not start",
                        "allowed to fail",
                        "Search can not start",
                        "caused by",
                        "IllegalStateException",
                        "The index can not be read",
                        "caused by",
                        "IOException",
                        "Connection refused by http://search:***@localhost:9200");
    }

    @Test
    void showsWhereConfigurationComesFrom() {
        assertThat(text("#config"))
                .containsSubsequence("backend.baseUrl", "\"http://localhost:7007\"", "app-config.yaml:3")
                .containsSubsequence("organization.name", "\"Example\"", "app-config.local.yaml:1")
                .containsSubsequence("search.password", "secret");
    }

    @Test
    void showsRoutesWithWhoMayCallThemAndTasks() {
        assertThat(text("#routes"))
                .containsSubsequence("todo", "/api/todo", "opened by the plugin: /open to everybody")
                .containsPattern("GET\\s+/todos/:id\\s+users and services")
                .containsPattern("GET\\s+/open/:id\\s+everybody")
                .containsPattern("DELETE\\s+/admin\\s+users and services");
        assertThat(text("#tasks")).contains("tidy-todos", "every 1h");
    }

    @Test
    void filtersConfiguration() {
        browser.evaluate("""
                (() => { const search = document.querySelector('#config input');
                search.value = 'local.yaml'; search.dispatchEvent(new Event('input')); })()""");

        assertThat(text("#config tbody")).contains("organization.name").doesNotContain("backend.baseUrl");

        browser.evaluate("""
                (() => { const search = document.querySelector('#config input');
                search.value = ''; search.dispatchEvent(new Event('input')); })()""");
    }

    @Test
    void showsNoSecret() {
        assertThat(browser.evaluate("document.documentElement.outerHTML").stringValue())
                .doesNotContain(ExplainedBackend.TOKEN)
                .doesNotContain(ExplainedBackend.RESTRICTED_TOKEN)
                .doesNotContain(ExplainedBackend.PASSWORD);
    }

    @Test
    void showsMarkupFromPluginsAndConfigurationAsText() {
        assertThat(text("#failures")).contains(ExplainedBackend.ATTACK);
        assertThat(text("#config")).contains("<img src=x onerror=");
        assertThat(browser.evaluate("document.querySelectorAll('main img, main script').length")
                        .intValue())
                .isZero();
        assertThat(isAttacked()).isFalse();
    }

    @Test
    void wouldNotRunMarkupEvenIfItGotIntoThePage() {
        browser.evaluate("""
                (async () => { const script = document.createElement('script');
                script.textContent = 'document.documentElement.dataset.pwned = 1';
                const image = document.createElement('div');
                image.innerHTML = '<img src=x onerror="document.documentElement.dataset.pwned=1">';
                const failed = new Promise(done => image.firstChild.addEventListener('error', done));
                document.body.append(script, image);
                await failed;
                script.remove(); image.remove(); })()""");

        assertThat(isAttacked()).isFalse();
    }

    @Test
    void looksGoodInLightAndDark() throws IOException {
        var light = browser.screenshot("light");
        var dark = browser.screenshot("dark");

        Files.write(Path.of("target", "startup-light.png"), light);
        Files.write(Path.of("target", "startup-dark.png"), dark);
        assertThat(light.length).isGreaterThan(20_000);
        assertThat(dark).isNotEqualTo(light);
    }

    private static boolean isAttacked() {
        return browser.evaluate("'pwned' in document.documentElement.dataset").booleanValue();
    }

    private static String text(String selector) {
        return browser.evaluate("document.querySelector('" + selector + "').innerText")
                .stringValue();
    }
}
