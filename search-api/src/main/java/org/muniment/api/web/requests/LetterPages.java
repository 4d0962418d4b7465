package org.muniment.api.web.requests;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.request.Determination;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestRefused;
import org.muniment.archive.request.letter.Letter;
import org.muniment.archive.request.letter.LetterKind;
import org.muniment.archive.request.letter.SentLetter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Letters: written, looked at, sent, and read again. */
@Controller
@Allowed(Role.CLERK)
class LetterPages {
    private final Archive archive;
    private final NamedRequest named;

    LetterPages(Archive archive, NamedRequest named) {
        this.archive = archive;
        this.named = named;
    }

    @GetMapping("/requests/{id}/write/{kind}")
    ModelAndView write(@PathVariable String id, @PathVariable String kind, Who who) {
        RecordsRequest request = named.find(id);
        LetterForm form = LetterForm.proposed(archive, request, kind(kind), who, named.today());
        return page(request, form, who, HttpStatus.OK);
    }

    private static LetterKind kind(String name) {
        try {
            return LetterKind.named(name);
        } catch (RequestRefused none) {
            throw new NotThere();
        }
    }

    /** The form, and beside it the letter as it would be, or what keeps it from being one. */
    private ModelAndView page(RecordsRequest request, LetterForm form, Who who, HttpStatus otherwise) {
        ModelAndView page = new ModelAndView("requests/letter");
        page.addObject("request", request);
        page.addObject("form", form);
        page.addObject("letterhead", archive.letters().templates().letterhead());
        try {
            page.addObject("letter", draft(request, form, who));
        } catch (RequestRefused missing) {
            page.addObject("missing", missing.getMessage());
            page.setStatus(otherwise);
        }
        return page;
    }

    private Letter draft(RecordsRequest request, LetterForm form, Who who) {
        return archive.letters().draft(request, form.kind(), form.answer(), form.given(), who.officer(), named.today());
    }

    @PostMapping("/requests/{id}/write/{kind}")
    ModelAndView send(
            @PathVariable String id,
            @PathVariable String kind,
            @RequestParam Map<String, String> fields,
            Who who,
            RedirectAttributes flash) {
        RecordsRequest request = named.find(id);
        LetterForm form = LetterForm.read(kind(kind), fields);
        if (!fields.getOrDefault("act", "look").equals("send")) {
            return page(request, form, who, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            Letter letter = draft(request, form, who);
            @Nullable Determination answer = form.answer();
            SentLetter sent = named.change(
                    () -> archive.letters().send(letter, answer, named.today(), who.officer(), named.now()));
            flash.addFlashAttribute(
                    "said", "The letter is kept as sent. Its PDF is on this page; people carry it to the requester.");
            return new ModelAndView("redirect:/requests/" + request.id() + "/letters/" + sent.number());
        } catch (RequestRefused refused) {
            ModelAndView page = page(request, form, who, HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("missing", refused.getMessage());
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    /** The letter as PDF before it is sent; nothing is recorded. */
    @PostMapping("/requests/{id}/write/{kind}/paper")
    ResponseEntity<byte[]> preview(
            @PathVariable String id, @PathVariable String kind, @RequestParam Map<String, String> fields, Who who) {
        Letter letter = draft(named.find(id), LetterForm.read(kind(kind), fields), who);
        return pdf(letter.paper(named.now()), id + "-" + letter.kind().words() + "-draft.pdf");
    }

    @GetMapping("/requests/{id}/letters/{number}")
    @Allowed({Role.CLERK, Role.LEGAL})
    String read(@PathVariable String id, @PathVariable String number, Model model) {
        RecordsRequest request = named.find(id);
        model.addAttribute("request", request);
        model.addAttribute("sent", sent(request, number));
        return "requests/sent";
    }

    private SentLetter sent(RecordsRequest request, String number) {
        return archive.letters().of(request.id()).stream()
                .filter(letter -> String.valueOf(letter.number()).equals(number))
                .findFirst()
                .orElseThrow(NotThere::new);
    }

    @GetMapping("/requests/{id}/letters/{number}/paper")
    @Allowed({Role.CLERK, Role.LEGAL})
    ResponseEntity<byte[]> paper(@PathVariable String id, @PathVariable String number) {
        RecordsRequest request = named.find(id);
        SentLetter sent = sent(request, number);
        byte[] paper = archive.letters().paper(request.id(), sent.number()).orElseThrow(NotThere::new);
        return pdf(paper, id + "-" + sent.letter().kind().words() + "-" + number + ".pdf");
    }

    private static ResponseEntity<byte[]> pdf(byte[] paper, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(paper);
    }
}
