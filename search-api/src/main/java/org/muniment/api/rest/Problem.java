package org.muniment.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.muniment.api.Complaint;
import org.muniment.api.ExitCode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why something was not done (RFC 9457, {@code application/problem+json}).
 *
 * @param title the kind of problem
 * @param detail in plain words, with what to do
 * @param position where in a query the mistake is, from 0; null when it is about something else
 * @param length of the mistake in characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable Integer position,
        @Nullable Integer length) {
    static final String MEDIA = "application/problem+json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Problem of(int status, String title, String detail) {
        return new Problem("about:blank", title, status, detail, null, null);
    }

    /** As the commands say it. */
    static Problem of(Complaint complaint) {
        int status = switch (complaint.exit()) {
            case ExitCode.WRONG_USAGE -> 422;
            case ExitCode.REFUSED -> 409;
            default -> 500;
        };
        String title = switch (status) {
            case 422 -> "That was not understood";
            case 409 -> "That was refused";
            default -> "That did not work";
        };
        Complaint.Mistake mistake = complaint.mistake();
        return new Problem(
                "about:blank",
                title,
                status,
                complaint.message(),
                mistake == null ? null : mistake.position(),
                mistake == null ? null : mistake.length());
    }

    byte[] json() {
        return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
    }

    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json());
    }
}
