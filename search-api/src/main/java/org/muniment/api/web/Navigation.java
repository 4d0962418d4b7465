package org.muniment.api.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.api.web.Routes.Admits;
import org.springframework.stereotype.Component;

/** What the head of each page offers a person: the areas whose first page is for one of the person's roles. */
@Component
final class Navigation {
    /**
     * An area of the application.
     *
     * @param area its name in templates
     * @param path its first page
     */
    record Entry(String area, String path, String words) {}

    private static final List<Entry> AREAS = List.of(
            new Entry("today", "/", "Today"),
            new Entry("search", "/search", "Search"),
            new Entry("requests", "/requests", "Requests"),
            new Entry("holds", "/holds", "Holds"),
            new Entry("disposition", "/disposition", "Disposition"),
            new Entry("departed", "/departed", "Departed"),
            new Entry("mine", "/mine", "My mail"),
            new Entry("nights", "/nights", "Nights"),
            new Entry("looks", "/looks", "Who looked"),
            new Entry("admin", "/admin", "Administration"));

    private final Map<String, Admits> pages;

    Navigation(Routes routes) {
        this.pages = routes.all().stream()
                .filter(route -> route.method().equals("GET"))
                .collect(Collectors.toUnmodifiableMap(Routes.Route::pattern, Routes.Route::admits));
    }

    List<Entry> of(Who who) {
        return AREAS.stream().filter(entry -> isFor(who, entry)).toList();
    }

    private boolean isFor(Who who, Entry entry) {
        return Optional.ofNullable(pages.get(entry.path()))
                .filter(admits -> switch (admits) {
                    case Admits.Anybody any -> true;
                    case Admits.Holders holders ->
                        !Set.copyOf(holders.roles()).stream()
                                .filter(who.roles()::contains)
                                .toList()
                                .isEmpty();
                })
                .isPresent();
    }
}
