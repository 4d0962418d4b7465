package org.muniment.api.web.requests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.request.DaysLeft;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.request.RequestLog;
import org.muniment.archive.request.RequestStep;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue of requests, the one that is due first at the top. */
@Controller
@Allowed({Role.CLERK, Role.LEGAL})
class RequestQueuePage {
    private final Archive archive;
    private final NamedRequest named;

    RequestQueuePage(Archive archive, NamedRequest named) {
        this.archive = archive;
        this.named = named;
    }

    @GetMapping("/requests")
    String page(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "open") String show,
            Who who,
            Model model) {
        Map<RequestId, List<RequestStep>> steps = archive.requestSteps().all();
        List<RequestLine> lines = archive.requests().list().stream()
                .filter(request -> isShown(request, show))
                .map(request -> RequestLine.of(request, steps.getOrDefault(request.id(), List.of()), named.today()))
                .filter(line -> line.matches(q))
                .sorted(Comparator.comparing(
                                (RequestLine line) -> !line.request().isOpen())
                        .thenComparing(RequestLine::left, DaysLeft.FIRST_DUE)
                        .thenComparing(line -> line.request().at(), Comparator.reverseOrder()))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("clerk", who.is(Role.CLERK));
        model.addAttribute("q", q);
        model.addAttribute("show", show);
        return "requests/queue";
    }

    private static boolean isShown(RecordsRequest request, String show) {
        return switch (show) {
            case "closed" -> !request.isOpen();
            case "all" -> true;
            default -> request.isOpen();
        };
    }

    @GetMapping("/requests/log.csv")
    ResponseEntity<byte[]> log() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        RequestLog.write(archive.requests().list(), archive.requestSteps().all(), log);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"requests.csv\"")
                .body(log.toByteArray());
    }
}
