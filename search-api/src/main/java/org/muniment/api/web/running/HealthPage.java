package org.muniment.api.web.running;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.muniment.api.web.Open;
import org.muniment.archive.Archive;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the server lives and whether it can work: for whoever restarts it, or sends people to it. Tells nothing else. */
@RestController
@Open
class HealthPage {
    private static final Logger LOG = Logger.getLogger(HealthPage.class.getName());
    private static final int UNAVAILABLE = 503;

    private final Archive archive;

    HealthPage(Archive archive) {
        this.archive = archive;
    }

    /** It answers at all. */
    @GetMapping("/health/live")
    Map<String, String> live() {
        return Map.of("status", "up");
    }

    /** Its parts answer too; 503 when one does not. */
    @GetMapping("/health/ready")
    ResponseEntity<Map<String, String>> ready() {
        Map<String, String> parts = new LinkedHashMap<>();
        boolean up = part(parts, "catalogue", () -> archive.items().latestRevision())
                & part(parts, "index", () -> archive.index().through())
                & part(parts, "objects", () -> archive.objects().worm());
        parts.put("status", up ? "up" : "down");
        return ResponseEntity.status(up ? 200 : UNAVAILABLE).body(parts);
    }

    private static boolean part(Map<String, String> parts, String name, Supplier<?> asked) {
        try {
            asked.get();
            parts.put(name, "up");
            return true;
        } catch (RuntimeException down) {
            LOG.log(Level.WARNING, "Not ready: " + name, down);
            parts.put(name, "down");
            return false;
        }
    }
}
