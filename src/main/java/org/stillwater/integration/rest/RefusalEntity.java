package org.stillwater.integration.rest;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.refusal.Answer;
import org.stillwater.internal.refusal.Format;
import org.stillwater.internal.refusal.Notice;
import org.stillwater.internal.refusal.Refused;
import org.stillwater.internal.refusal.RetryAfter;
import org.stillwater.internal.refusal.Texts;
import org.stillwater.internal.refusal.Wording;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** A refusal as a REST response: JSON unless the client asks for something else. */
final class RefusalEntity {
    private RefusalEntity() {}

    /**
     * @param accept the values of {@code Accept}, or null
     * @param languages what {@code Accept-Language} names, the dearest first
     */
    static Response response(@Nullable List<String> accept, List<Locale> languages) {
        Wording wording = new Wording(Refused.CHANGE, Notice.current(), Instant.now(), Texts.in(languages));
        Format format = Format.wantedBy(accept == null ? List.of() : accept, Format.JSON);
        int status = ReadOnlyRuntime.current().settings().http().status();
        Answer answer = Answer.refusal(format, wording, status);
        return Response.status(status)
                .header("Read-Only-Mode", "true")
                .header("Retry-After", RetryAfter.seconds(wording.notice(), wording.now()))
                .header("Cache-Control", "no-store")
                .language(wording.texts().locale())
                .type(answer.contentType())
                .entity(answer.body())
                .build();
    }
}
