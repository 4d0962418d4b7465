package org.muniment.api.web.mine;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.muniment.api.search.Mail;
import org.muniment.api.search.SeenItem;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.items.ItemFiles;
import org.muniment.api.web.items.ItemViews;
import org.muniment.api.web.items.Place;
import org.muniment.archive.Archive;
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

/** Items of a person's own: what is not theirs is answered as what does not exist. */
@Controller
@Allowed(Role.STAFF)
class MyItemPages {
    private static final String ITEM = "/mine/items/{id}";

    private final Archive archive;
    private final ItemViews views;
    private final ItemFiles files;
    private final KeepReasons reasons;
    private final SentBack sentBack;

    MyItemPages(Archive archive, ItemViews views, ItemFiles files, KeepReasons reasons, SentBack sentBack) {
        this.archive = archive;
        this.views = views;
        this.files = files;
        this.reasons = reasons;
        this.sentBack = sentBack;
    }

    private Mail mail(Who who) {
        return Mail.own(archive, who.own());
    }

    private SeenItem seen(String id, Who who) {
        return mail(who).find(Place.id(id)).orElseThrow(NotThere::new);
    }

    @GetMapping(ITEM)
    String page(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            @RequestHeader(name = "HX-Request", required = false) String inPane,
            Who who,
            Model model,
            HttpServletResponse response) {
        response.setHeader("Vary", "HX-Request");
        String words = parameters.getOrDefault("q", "");
        SeenItem seen = seen(id, who);
        model.addAttribute("shown", views.of(seen, mail(who), MinePages.place(words), query(words), who));
        model.addAttribute("sendBack", sentBack.of(seen, who).orElse(null));
        model.addAttribute("keep", reasons.offers());
        model.addAttribute("inPane", inPane != null);
        return inPane == null ? "mine/item" : "items/reading :: reading";
    }

    private ItemQuery query(String words) {
        try {
            return words.isBlank()
                    ? new ItemQuery.All()
                    : new ItemQueryParser(archive.settings().zone()).parse(words);
        } catch (QuerySyntaxException none) {
            return new ItemQuery.All();
        }
    }

    @GetMapping(ITEM + "/body")
    void body(@PathVariable String id, @RequestParam(defaultValue = "") String q, Who who, HttpServletResponse response)
            throws IOException {
        files.body(seen(id, who), MinePages.place(""), query(q), response);
    }

    @GetMapping(ITEM + "/files/{place}")
    void file(@PathVariable String id, @PathVariable String place, Who who, HttpServletResponse response) {
        files.file(seen(id, who), place, response);
    }

    @GetMapping(ITEM + "/raw")
    void raw(@PathVariable String id, Who who, HttpServletResponse response) throws IOException {
        files.raw(seen(id, who), mail(who), response);
    }
}
