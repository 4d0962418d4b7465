package org.muniment.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows around its content: who signed in, and where to go. */
@ControllerAdvice
final class Layout {
    private final WhoAsks asks;
    private final Navigation navigation;

    Layout(WhoAsks asks, Navigation navigation) {
        this.asks = asks;
        this.navigation = navigation;
    }

    @ModelAttribute("who")
    @Nullable
    Who who(HttpServletRequest request) {
        return asks.of(request).orElse(null);
    }

    @ModelAttribute("navigation")
    List<Navigation.Entry> navigation(HttpServletRequest request) {
        Optional<Who> who = asks.of(request);
        return who.map(navigation::of).orElse(List.of());
    }
}
