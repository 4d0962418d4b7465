package org.muniment.api.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Which areas have a style sheet or a script of their own, for the layout. Safe for many threads. */
@Component("pageAssets")
public final class PageAssets {
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    PageAssets() {}

    public boolean hasStyle(String area) {
        return has(area + ".css");
    }

    public boolean hasScript(String area) {
        return has(area + ".js");
    }

    private boolean has(String file) {
        return known.computeIfAbsent(file, name -> PageAssets.class.getResource("/static/assets/" + name) != null);
    }
}
