package org.muniment.api.web.items;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.muniment.api.search.Mail;
import org.muniment.api.search.SeenItem;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Purpose;
import org.muniment.archive.access.Role;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.query.QuerySyntaxException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Items of others, for a purpose that is recorded before anything is shown. */
@Controller
@Allowed({Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER})
class ItemPages {
    static final String BASE = "/items";

    private final Archive archive;
    private final Purposes purposes;
    private final ItemViews views;
    private final ItemFiles files;

    ItemPages(Archive archive, Purposes purposes, ItemViews views, ItemFiles files) {
        this.archive = archive;
        this.purposes = purposes;
        this.views = views;
        this.files = files;
    }

    @GetMapping(BASE + "/{id}")
    String page(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) String inPane,
            Who who,
            Model model,
            HttpServletResponse response) {
        response.setHeader("Vary", "HX-Request");
        Optional<Purpose> purpose = purposes.of(parameters);
        if (purpose.isEmpty()) {
            model.addAttribute("id", Place.id(id));
            model.addAttribute("choices", purposes.choices());
            model.addAttribute("chosen", parameters.getOrDefault("for", ""));
            response.setStatus(parameters.containsKey("for") ? 422 : 200);
            return "items/why";
        }
        SeenItem seen = looked(id, purpose.orElseThrow(), who);
        Mail mail = Mail.all(archive);
        model.addAttribute(
                "shown", views.of(seen, mail, place(parameters, purpose.orElseThrow()), query(parameters), who));
        model.addAttribute("purpose", Purposes.words(purpose.orElseThrow()));
        model.addAttribute("keep", null);
        model.addAttribute("inPane", inPane != null);
        return inPane == null ? "items/item" : "items/reading :: reading";
    }

    private SeenItem looked(String id, Purpose purpose, Who who) {
        SeenItem seen = Mail.all(archive).find(Place.id(id)).orElseThrow(NotThere::new);
        purposes.looked(who, purpose, List.of(seen.id()));
        return seen;
    }

    private SeenItem seen(String id, Map<String, String> parameters, Who who) {
        return looked(id, purposes.of(parameters).orElseThrow(NotThere::new), who);
    }

    private static Place place(Map<String, String> parameters, Purpose purpose) {
        SequencedMap<String, String> carried = new LinkedHashMap<>();
        carried.put("for", purpose.toString());
        carried.put("q", parameters.getOrDefault("q", ""));
        return new Place(BASE, carried);
    }

    private Place place(Map<String, String> parameters) {
        return place(parameters, purposes.of(parameters).orElseThrow(NotThere::new));
    }

    /** What is marked: nothing, where the words are no query. */
    private ItemQuery query(Map<String, String> parameters) {
        try {
            return new ItemQueryParser(archive.settings().zone()).parse(parameters.getOrDefault("q", "*"));
        } catch (QuerySyntaxException none) {
            return new ItemQuery.All();
        }
    }

    @GetMapping(BASE + "/{id}/body")
    void body(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Who who,
            HttpServletResponse response)
            throws IOException {
        files.body(seen(id, parameters, who), place(parameters), query(parameters), response);
    }

    @GetMapping(BASE + "/{id}/files/{place}")
    void file(
            @PathVariable String id,
            @PathVariable String place,
            @RequestParam Map<String, String> parameters,
            Who who,
            HttpServletResponse response) {
        files.file(seen(id, parameters, who), place, response);
    }

    @GetMapping(BASE + "/{id}/raw")
    void raw(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            Who who,
            HttpServletResponse response)
            throws IOException {
        files.raw(seen(id, parameters, who), Mail.all(archive), response);
    }

    @GetMapping(BASE + "/{id}/entries/{entry}/proof")
    void proof(
            @PathVariable String id,
            @PathVariable String entry,
            @RequestParam Map<String, String> parameters,
            HttpServletResponse response)
            throws IOException {
        files.proof(known(id, parameters), Place.number(entry), response);
    }

    private SeenItem known(String id, Map<String, String> parameters) {
        purposes.of(parameters).orElseThrow(NotThere::new);
        return Mail.all(archive).find(Place.id(id)).orElseThrow(NotThere::new);
    }
}
