package org.muniment.api.web.requests;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.HoldRefused;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.item.Custodian;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestRefused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A request asks for something else than before, as when the requester answered a letter of clarification. */
@Controller
@Allowed(Role.CLERK)
class ScopePage {
    private final Archive archive;
    private final NamedRequest named;
    private final RequestWork work;

    ScopePage(Archive archive, NamedRequest named, RequestWork work) {
        this.archive = archive;
        this.named = named;
        this.work = work;
    }

    @GetMapping("/requests/{id}/scope")
    ModelAndView page(@PathVariable String id) {
        RecordsRequest request = named.open(id);
        HoldScope scope = request.scope();
        String custodians =
                scope.custodians().stream().sorted().map(Custodian::address).collect(Collectors.joining("\n"));
        String query = scope.terms() == null ? "" : scope.terms().toString();
        return page(request, asked(request, custodians, text(scope.from()), text(scope.to()), query), "", Map.of());
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static AskedForm asked(RecordsRequest request, String custodians, String from, String to, String query) {
        return new AskedForm(
                request.requester(), request.received().toString(), request.summary(), custodians, from, to, query);
    }

    private ModelAndView page(RecordsRequest request, AskedForm form, String reason, Map<String, String> problems) {
        ModelAndView page = new ModelAndView("requests/rescope");
        page.setStatus(problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("request", request);
        page.addObject("form", form);
        page.addObject("reason", reason);
        page.addObject("problems", problems);
        page.addObject("before", count(request.scope()));
        if (form.problems(parser()).isEmpty()) {
            page.addObject("items", count(form.scope(parser())));
        }
        return page;
    }

    private long count(HoldScope scope) {
        return archive.index().count(scope.query(archive.settings().zone()).relaxed());
    }

    /** Counts anew what the scope means, or changes it: then its hold is in force before the page answers. */
    @PostMapping("/requests/{id}/scope")
    ModelAndView change(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String custodians,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "change") String act,
            Who who,
            RedirectAttributes flash) {
        RecordsRequest request = named.open(id);
        AskedForm form = asked(request, custodians, from, to, query);
        Map<String, String> problems = new LinkedHashMap<>(form.problems(parser()));
        boolean isCount = act.equals("count");
        if (!isCount && reason.isBlank()) {
            problems.put("reason", "Say why: the reason stays with the request.");
        }
        if (isCount || !problems.isEmpty()) {
            return page(request, form, reason, problems);
        }
        try {
            RecordsRequest changed = work.changeScope(request, form.scope(parser()), reason, who);
            flash.addFlashAttribute("said", said(request, changed));
            return new ModelAndView("redirect:/requests/" + request.id());
        } catch (RequestRefused | HoldRefused refused) {
            return page(request, form, reason, Map.of("query", String.valueOf(refused.getMessage())));
        }
    }

    private static String said(RecordsRequest before, RecordsRequest changed) {
        return changed.id() + " asks for something else now, and hold " + changed.hold()
                + " is in force on it. What " + before.hold()
                + " keeps stays until another person lets that hold go.";
    }

    private ItemQueryParser parser() {
        return new ItemQueryParser(archive.settings().zone());
    }
}
