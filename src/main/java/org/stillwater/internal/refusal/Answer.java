package org.stillwater.internal.refusal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer. Holds nothing of the exception: its message names owner, host and method, which are no
 * business of a client. Immutable.
 *
 * @param contentType the media type with its charset
 * @param body the text
 */
public record Answer(String contentType, String body) {
    /**
     * The body of a refusal. Where JSON cannot be written, plain text.
     *
     * @param status the status that it is sent with
     */
    public static Answer refusal(Format format, Wording wording, int status) {
        return switch (format) {
            case HTML -> new Answer("text/html;charset=UTF-8", RefusalPage.of(wording));
            case JSON -> problem(wording, status).orElseGet(() -> text(wording));
            case TEXT -> text(wording);
            case FACES_AJAX ->
                new Answer(
                        "text/xml;charset=UTF-8",
                        PartialResponse.error(wording.refused().problemType(), wording.sentence()));
        };
    }

    private static Optional<Answer> problem(Wording wording, int status) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("type", wording.refused().problemType());
        members.put("title", wording.title());
        members.put("status", status);
        members.put("detail", wording.sentence());
        members.putAll(wording.notice().members());
        return JsonText.available().map(json -> new Answer("application/problem+json", json.object(members)));
    }

    private static Answer text(Wording wording) {
        String because = wording.because();
        return new Answer(
                "text/plain;charset=UTF-8",
                wording.title() + "\n" + wording.sentence() + "\n" + (because == null ? "" : because + "\n"));
    }

    /**
     * The body of the status resource: JSON, or {@code name: value} lines where JSON cannot be written.
     *
     * @param texts what pages show while they follow the mode, or null for a client that is no page
     */
    public static Answer status(Notice notice, Instant now, @Nullable Texts texts) {
        Map<String, @Nullable Object> members = notice.members();
        members.put("announced", announced(notice.announced(now)));
        members.put("now", now.toString());
        return JsonText.available()
                .map(json -> {
                    if (texts != null) {
                        members.put("texts", texts.live());
                    }
                    return new Answer("application/json", json.object(members));
                })
                .orElseGet(() -> new Answer("text/plain;charset=UTF-8", lines(members)));
    }

    private static @Nullable Map<String, @Nullable Object> announced(Notice.@Nullable Announcement announced) {
        if (announced == null) {
            return null;
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("start", announced.start().toString());
        Instant end = announced.expectedEnd();
        members.put("expectedEnd", end == null ? null : end.toString());
        return members;
    }

    private static String lines(Map<String, @Nullable Object> members) {
        StringBuilder lines = new StringBuilder();
        members.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append('\n'));
        return lines.toString();
    }
}
