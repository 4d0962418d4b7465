package org.muniment.api.web.requests;

import java.util.Map;
import java.util.stream.Collectors;
import org.muniment.api.FrozenRequest;
import org.muniment.api.WordsProposal;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.HoldRefused;
import org.muniment.archive.hold.HoldScope;
import org.muniment.archive.query.ItemQuery;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.request.Overlap;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestRefused;
import org.muniment.archive.request.Requests.Asked;
import org.muniment.archive.request.ScopeProposal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A request is entered: what was asked, what that may mean, and with one more step it is frozen. */
@Controller
@Allowed(Role.CLERK)
class NewRequestPage {
    private final Archive archive;
    private final NamedRequest named;

    NewRequestPage(Archive archive, NamedRequest named) {
        this.archive = archive;
        this.named = named;
    }

    @GetMapping("/requests/new")
    String page(Model model) {
        model.addAttribute("form", new AskedForm("", named.today().toString(), "", "", "", "", ""));
        model.addAttribute("problems", Map.of());
        return "requests/new";
    }

    /** Shows what the words may mean; nothing is entered. */
    @PostMapping("/requests/proposal")
    ModelAndView propose(
            @RequestParam(defaultValue = "") String requester,
            @RequestParam(defaultValue = "") String received,
            @RequestParam(defaultValue = "") String words) {
        AskedForm typed = new AskedForm(requester, received, words, "", "", "", "*");
        if (!typed.problems(parser()).isEmpty()) {
            return again("requests/new", typed, typed.problems(parser()));
        }
        ScopeProposal proposal = WordsProposal.of(archive, words);
        AskedForm form = new AskedForm(
                requester,
                received,
                words,
                proposal.custodians().stream()
                        .map(one -> one.known().custodian().address())
                        .collect(Collectors.joining("\n")),
                proposal.from() == null ? "" : proposal.from().toString(),
                proposal.to() == null ? "" : proposal.to().toString(),
                proposal.query());
        ModelAndView page = scope(form, Map.of(), HttpStatus.OK);
        page.addObject("proposal", proposal);
        return page;
    }

    private ModelAndView scope(AskedForm form, Map<String, String> problems, HttpStatus status) {
        ModelAndView page = new ModelAndView("requests/scope", status);
        page.addObject("form", form);
        page.addObject("problems", problems);
        if (form.problems(parser()).isEmpty()) {
            HoldScope scope = form.scope(parser());
            ItemQuery query = scope.query(archive.settings().zone()).relaxed();
            page.addObject("items", archive.index().count(query));
            page.addObject(
                    "overlaps",
                    Overlap.of(form.words(), scope, archive.requests().list()));
            page.addObject("deadline", archive.requests().deadline(form.dayOfReceipt()));
        }
        return page;
    }

    private static ModelAndView again(String view, AskedForm form, Map<String, String> problems) {
        ModelAndView page = new ModelAndView(view, HttpStatus.UNPROCESSABLE_CONTENT);
        page.addObject("form", form);
        page.addObject("problems", problems);
        return page;
    }

    /** Counts anew what the scope means, or enters the request: then its hold is in force before the page answers. */
    @PostMapping("/requests")
    ModelAndView freeze(
            @RequestParam(defaultValue = "") String requester,
            @RequestParam(defaultValue = "") String received,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String custodians,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "freeze") String act,
            Who who,
            RedirectAttributes flash) {
        AskedForm form = new AskedForm(requester, received, words, custodians, from, to, query);
        Map<String, String> problems = form.problems(parser());
        if (!problems.isEmpty()) {
            return scope(form, problems, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (act.equals("count")) {
            return scope(form, problems, HttpStatus.OK);
        }
        try {
            RecordsRequest opened = open(form, who);
            flash.addFlashAttribute(
                    "said",
                    opened.id() + " is entered, and hold " + opened.hold()
                            + " is in force: nothing that it asks for can be destroyed.");
            return new ModelAndView("redirect:/requests/" + opened.id());
        } catch (RequestRefused | HoldRefused refused) {
            return scope(form, Map.of("query", String.valueOf(refused.getMessage())), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private RecordsRequest open(AskedForm form, Who who) {
        Asked asked = new Asked(form.requester(), form.dayOfReceipt(), form.words(), form.scope(parser()));
        return FrozenRequest.open(archive, asked, who.officer(), named.now());
    }

    private ItemQueryParser parser() {
        return new ItemQueryParser(archive.settings().zone());
    }
}
