package org.muniment.api.web.search;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.muniment.api.search.InOrder;
import org.muniment.api.search.Mail;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.api.web.items.BundleLooks;
import org.muniment.api.web.items.Place;
import org.muniment.api.web.items.Purposes;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Purpose;
import org.muniment.archive.access.Role;
import org.muniment.archive.item.ItemId;
import org.muniment.batch.export.ExportFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what a search found, or what was chosen of it, out of the archive; each item is a look that is recorded. */
@Controller
@Allowed({Role.CLERK, Role.LEGAL, Role.RECORDS_OFFICER})
class ExportPages {
    private final Archive archive;
    private final Purposes purposes;
    private final Questions questions;
    private final BundleLooks looks;

    ExportPages(Archive archive, Purposes purposes, Questions questions, BundleLooks looks) {
        this.archive = archive;
        this.purposes = purposes;
        this.questions = questions;
        this.looks = looks;
    }

    @GetMapping("/search/export")
    void export(
            @RequestParam Map<String, String> parameters,
            @RequestParam(name = "item", required = false) List<String> chosen,
            Who who,
            HttpServletResponse response)
            throws IOException {
        ExportFormat format =
                ExportFormat.named(parameters.getOrDefault("format", "")).orElseThrow(NotThere::new);
        Purpose purpose = purposes.of(parameters).orElseThrow(NotThere::new);
        Mail mail = Mail.all(archive);
        List<ItemId> items = chosen == null || chosen.isEmpty()
                ? found(mail, Asked.of("/search", parameters, SearchPages.NAMES), purpose, who, format)
                : looks.exporting(
                        who, purpose, "", chosen.stream().map(Place::id).iterator(), format);
        Downloads.name(response, format, "muniment-search");
        mail.export().write(items.iterator(), format, response.getOutputStream());
    }

    private List<ItemId> found(Mail mail, Asked asked, Purpose purpose, Who who, ExportFormat format) {
        Question question = questions.of(mail, asked);
        InOrder found = new InOrder(question.search(), question.query(), asked.order());
        return looks.exporting(who, purpose, question.query().toString(), found, format);
    }
}
