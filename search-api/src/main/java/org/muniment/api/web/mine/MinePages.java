package org.muniment.api.web.mine;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.muniment.api.search.InOrder;
import org.muniment.api.search.Mail;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.items.Place;
import org.muniment.api.web.search.Asked;
import org.muniment.api.web.search.Downloads;
import org.muniment.api.web.search.FacetLinks;
import org.muniment.api.web.search.Mistake;
import org.muniment.api.web.search.Question;
import org.muniment.api.web.search.Questions;
import org.muniment.api.web.search.Results;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.index.InvalidPageKey;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.query.QuerySyntaxException;
import org.muniment.batch.export.ExportFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's own mail, by every address of theirs, and nothing else. */
@Controller
@Allowed(Role.STAFF)
class MinePages {
    static final String PATH = "/mine";

    private static final List<String> NAMES =
            List.of("q", "kind", "custodian", "year", "class", "series", "order", "each", "after", "all", "among");

    private final Archive archive;
    private final Questions questions;
    private final Results results;
    private final FacetLinks facets;
    private final LeavingSoon leaving;

    MinePages(Archive archive, Questions questions, Results results, FacetLinks facets, LeavingSoon leaving) {
        this.archive = archive;
        this.questions = questions;
        this.results = results;
        this.facets = facets;
        this.leaving = leaving;
    }

    static Place place(String words) {
        SequencedMap<String, String> carried = new LinkedHashMap<>();
        carried.put("q", words);
        return new Place(PATH + "/items", carried);
    }

    @GetMapping(PATH)
    String page(@RequestParam Map<String, String> parameters, Who who, Model model, HttpServletResponse response) {
        Asked asked = Asked.of(PATH, parameters, NAMES);
        model.addAttribute("asked", asked);
        model.addAttribute("typed", parameters.getOrDefault("q", ""));
        model.addAttribute(
                "addresses", who.own().stream().map(Custodian::address).sorted().toList());
        model.addAttribute("leaving", leaving.count(who));
        model.addAttribute("days", LeavingSoon.DAYS);
        try {
            Question question = questions.of(Mail.own(archive, who.own()), asked);
            model.addAttribute("shown", results.of(asked, question, place(asked.get("q"))));
            model.addAttribute("groups", facets.of(asked, question));
        } catch (QuerySyntaxException wrong) {
            response.setStatus(422);
            model.addAttribute("mistake", Mistake.of(wrong, asked.words()));
        } catch (InvalidPageKey wrong) {
            response.setStatus(422);
            model.addAttribute("refused", "This address names a page that there is not. Search again.");
        }
        return "mine/mine";
    }

    @GetMapping(PATH + "/leaving")
    String leaving(Who who, Model model) {
        model.addAttribute("lines", leaving.of(who));
        model.addAttribute("days", LeavingSoon.DAYS);
        return "mine/leaving";
    }

    @GetMapping(PATH + "/export")
    void export(@RequestParam Map<String, String> parameters, Who who, HttpServletResponse response)
            throws IOException {
        ExportFormat format =
                ExportFormat.named(parameters.getOrDefault("format", "")).orElseThrow(NotThere::new);
        Mail mail = Mail.own(archive, who.own());
        Asked asked = Asked.of(PATH, parameters, NAMES);
        Question question = questions.of(mail, asked);
        Downloads.name(response, format, "my-mail");
        mail.export()
                .write(
                        new InOrder(question.search(), question.query(), asked.order()),
                        format,
                        response.getOutputStream());
    }
}
