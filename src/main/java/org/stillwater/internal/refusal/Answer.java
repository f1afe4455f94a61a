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
    /** What identifies the kind of problem, in the sense of RFC 9457. */
    public static final String PROBLEM_TYPE = "urn:stillwater:problem:read-only-mode";

    private static final String TITLE = "Read-only mode";

    /**
     * The body of a refusal. Where JSON cannot be written, plain text.
     *
     * @param status the status that it is sent with
     */
    public static Answer refusal(Format format, Notice notice, int status, Instant now) {
        String sentence = notice.sentence(now) + " The change was not saved.";
        return switch (format) {
            case HTML -> new Answer("text/html;charset=UTF-8", RefusalPage.of(TITLE, sentence, notice.reason()));
            case JSON -> problem(notice, status, sentence).orElseGet(() -> text(sentence, notice.reason()));
            case TEXT -> text(sentence, notice.reason());
            case FACES_AJAX -> new Answer("text/xml;charset=UTF-8", PartialResponse.error(PROBLEM_TYPE, sentence));
        };
    }

    private static Optional<Answer> problem(Notice notice, int status, String sentence) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("type", PROBLEM_TYPE);
        members.put("title", TITLE);
        members.put("status", status);
        members.put("detail", sentence);
        members.putAll(notice.members());
        return JsonText.available().map(json -> new Answer("application/problem+json", json.object(members)));
    }

    private static Answer text(String sentence, @Nullable String reason) {
        String because = reason == null ? "" : "Reason: " + reason + "\n";
        return new Answer("text/plain;charset=UTF-8", TITLE + "\n" + sentence + "\n" + because);
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
