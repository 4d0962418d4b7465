package org.muniment.api.web.running;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Open;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Figures for Prometheus: for the machines that the setting {@code muniment.metrics.from} names, nobody else. */
@RestController
@Open
class MetricsPage {
    private final Figures figures;
    private final Set<String> from;

    MetricsPage(Figures figures, @Value("${muniment.metrics.from}") Set<String> from) {
        this.figures = figures;
        this.from = Set.copyOf(from);
    }

    @GetMapping("/metrics")
    ResponseEntity<String> metrics(HttpServletRequest request) {
        if (!from.contains(request.getRemoteAddr())) {
            throw new NotThere();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain; version=0.0.4; charset=utf-8"))
                .body(figures.text());
    }
}
