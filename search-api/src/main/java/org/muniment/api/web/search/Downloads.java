package org.muniment.api.web.search;

import jakarta.servlet.http.HttpServletResponse;
import org.muniment.batch.export.ExportFormat;
import org.springframework.http.ContentDisposition;

/** How files that are made for a reader are answered. */
public final class Downloads {
    private Downloads() {}

    /** Says what comes, as a file to be saved under a name. */
    public static void name(HttpServletResponse response, ExportFormat format, String name) {
        response.setContentType(format.mediaType());
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name + "." + format.suffix())
                        .build()
                        .toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "private, no-store");
    }
}
