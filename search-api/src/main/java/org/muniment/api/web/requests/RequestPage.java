package org.muniment.api.web.requests;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muniment.api.BuiltPackage;
import org.muniment.api.web.Allowed;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.access.Role;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.LegalHold;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionId;
import org.muniment.archive.request.DaysLeft;
import org.muniment.archive.request.ExtensionGround;
import org.muniment.archive.request.Overlap;
import org.muniment.archive.request.RecordsRequest;
import org.muniment.archive.request.RequestId;
import org.muniment.archive.request.RequestStep;
import org.muniment.archive.request.letter.LetterKind;
import org.muniment.batch.produce.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A request: its clock, its steps, what it asks for, its letters, and what is handed out. */
@Controller
@Allowed({Role.CLERK, Role.LEGAL})
class RequestPage {
    private static final int LATEST = 1000;

    private final Archive archive;
    private final NamedRequest named;
    private final ReviewOrder order;

    RequestPage(Archive archive, NamedRequest named, ReviewOrder order) {
        this.archive = archive;
        this.named = named;
        this.order = order;
    }

    /**
     * A production as the page shows it.
     *
     * @param there whether its folder is there, to be downloaded
     * @param replacedBy the one that was ordered to replace it and not given up; null for none
     */
    record Made(
            Production production,
            boolean there,
            boolean mayCheck,
            @Nullable ProductionId replacedBy) {
        public boolean isBuilt() {
            return production.stage() instanceof Production.Stage.Built;
        }

        public boolean isChecked() {
            return production.stage() instanceof Production.Stage.Checked;
        }

        public boolean isReleased() {
            return production.stage() instanceof Production.Stage.Released;
        }

        public boolean isAbandoned() {
            return production.stage() instanceof Production.Stage.Abandoned;
        }

        /** Whether it can still be given up. */
        public boolean isUnreleased() {
            return !isReleased() && !isAbandoned();
        }

        /** Whether another one may take its place. */
        public boolean isToReplace() {
            return isReleased() && replacedBy == null;
        }
    }

    @GetMapping("/requests/{id}")
    String page(@PathVariable String id, Who who, Model model) {
        RecordsRequest request = named.find(id);
        List<RequestStep> steps = archive.requestSteps().of(request.id());
        List<Production> productions = productions(archive, request.id());
        ReviewFigures figures = ReviewFigures.of(archive, request, order.of(request));
        Set<RequestStage> done = RequestStage.done(request, steps, figures, productions);
        model.addAttribute("request", request);
        model.addAttribute("line", RequestLine.of(request, steps, named.today()));
        model.addAttribute("legalDay", DaysLeft.legalDay(request, steps));
        model.addAttribute("officeDay", DaysLeft.officeDay(request, steps));
        model.addAttribute("extended", DaysLeft.counting(request, steps).isPresent());
        model.addAttribute("steps", steps);
        model.addAttribute("stages", RequestStage.values());
        model.addAttribute("done", done);
        model.addAttribute("released", done.contains(RequestStage.RELEASED));
        model.addAttribute("current", RequestStage.current(done));
        model.addAttribute("figures", figures);
        model.addAttribute("letters", archive.letters().of(request.id()));
        model.addAttribute("kinds", LetterKind.values());
        model.addAttribute("letterhead", archive.letters().templates().letterhead());
        model.addAttribute("grounds", ExtensionGround.values());
        model.addAttribute("overlaps", Overlap.of(request, archive.requests().list()));
        model.addAttribute(
                "productions",
                productions.stream().map(one -> made(one, productions, who)).toList());
        model.addAttribute("hold", hold(request));
        model.addAttribute("earlier", archive.requests().earlier(request.id(), steps));
        model.addAttribute(
                "query", request.scope().query(archive.settings().zone()).toString());
        model.addAttribute("clerk", who.is(Role.CLERK));
        model.addAttribute("legal", who.is(Role.LEGAL));
        model.addAttribute("today", named.today());
        return "requests/request";
    }

    static List<Production> productions(Archive archive, RequestId request) {
        String about = new Scope.OfRequest(request).about();
        return archive.productions().latest(LATEST).stream()
                .filter(production -> production.order().about().equals(about))
                .toList();
    }

    private Made made(Production production, List<Production> all, Who who) {
        boolean mayCheck = production.stage() instanceof Production.Stage.Built
                && !production.order().by().isSamePersonAs(who.officer());
        boolean there = Files.isDirectory(BuiltPackage.folder(archive, production));
        return new Made(production, there, mayCheck, replacing(production.id(), all));
    }

    private static @Nullable ProductionId replacing(ProductionId replaced, List<Production> all) {
        return all.stream()
                .filter(one -> replaced.equals(one.order().replaces()))
                .filter(one -> !(one.stage() instanceof Production.Stage.Abandoned))
                .map(Production::id)
                .findFirst()
                .orElse(null);
    }

    private LegalHold hold(RecordsRequest request) {
        return archive.holds()
                .find(new HoldId(request.hold()))
                .orElseThrow(() -> new IllegalStateException("Request " + request.id() + " lost its hold"));
    }
}
