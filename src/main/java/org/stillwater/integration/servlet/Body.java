package org.stillwater.integration.servlet;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.stillwater.internal.refusal.Answer;

/** Writes an answer as the whole body of a response. */
final class Body {
    private Body() {}

    static void write(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setContentType(answer.contentType());
        response.setContentLength(bytes.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(bytes);
        }
    }
}
