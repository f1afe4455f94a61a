package org.stillwater.internal.refusal;

import java.util.Locale;

/**
 * The page for a refusal that no page of the application could show. Complete in itself: whatever it would load might be
 * refused or missing too. Where a content security policy forbids its style, it is plain and still readable.
 */
final class RefusalPage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%5$s">
            <head>
            <meta charset="UTF-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>%1$s</title>
            <style>
            :root { color-scheme: light dark; }
            body { margin: 0; background: #f6f7f9; color: #1b1f24; font: 1.0625rem/1.6 system-ui, sans-serif; }
            main { max-width: 36rem; margin: 12vh auto 2rem; padding: 0 1.5rem; }
            h1 { margin: 0 0 .75rem; font-size: 1.75rem; line-height: 1.25; }
            p { margin: 0 0 1rem; }
            @media (prefers-color-scheme: dark) { body { background: #15181c; color: #e8eaed; } }
            </style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            <p>%2$s</p>
            %3$s<p>%4$s</p>
            </main>
            </body>
            </html>
            """;

    private RefusalPage() {}

    static String of(Wording wording) {
        String because = wording.because();
        return String.format(
                Locale.ROOT,
                PAGE,
                escape(wording.title()),
                escape(wording.sentence()),
                because == null ? "" : "<p>" + escape(because) + "</p>\n",
                escape(wording.advice()),
                escape(wording.texts().locale().toLanguageTag()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
