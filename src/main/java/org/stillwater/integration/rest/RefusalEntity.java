package org.stillwater.integration.rest;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillwater.internal.refusal.Answer;
import org.stillwater.internal.refusal.Format;
import org.stillwater.internal.refusal.Notice;
import org.stillwater.internal.refusal.Refused;
import org.stillwater.internal.refusal.RetryAfter;
import org.stillwater.internal.runtime.ReadOnlyRuntime;

/** A refusal as a REST response: JSON unless the client asks for something else. */
final class RefusalEntity {
    private RefusalEntity() {}

    static Response response(@Nullable List<String> accept) {
        Instant now = Instant.now();
        Notice notice = Notice.current();
        Format format = Format.wantedBy(accept == null ? List.of() : accept, Format.JSON);
        int status = ReadOnlyRuntime.current().settings().http().status();
        Answer answer = Answer.refusal(format, Refused.CHANGE, notice, status, now);
        return Response.status(status)
                .header("Read-Only-Mode", "true")
                .header("Retry-After", RetryAfter.seconds(notice, now))
                .header("Cache-Control", "no-store")
                .type(answer.contentType())
                .entity(answer.body())
                .build();
    }
}
