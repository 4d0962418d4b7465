package org.muniment.batch.nightly;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A night's report as one page that a clerk reads in the morning, what is urgent first. HTML that stands alone: no scripts,
 * nothing loaded, printable; made for screen readers too (WCAG 2.2 AA: language, headings, tables with row and column
 * headings, nothing told by colour alone).
 */
public final class NightReportPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMMM d, uuuu", Locale.US);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MMM d, h:mm a z", Locale.US);
    private static final String STYLE = """
            body{font:1rem/1.45 system-ui,"Liberation Sans",Arial,sans-serif;color:#1b1b1b;background:#fff;
            max-width:52rem;margin:1.5rem auto;padding:0 1rem}
            h1{font-size:1.5rem;margin:0}h2{font-size:1.1rem;margin:1.4rem 0 .4rem}
            p{margin:.4rem 0}.about{color:#4a4a4a}
            .state{border-left:.4rem solid #2e6b34;background:#eef5ee;padding:.6rem .9rem;font-weight:bold}
            .state.act{border-color:#a13a00;background:#fdf1e8}
            ul,ol{margin:.3rem 0;padding-left:1.4rem}li{margin:.2rem 0}
            table{border-collapse:collapse;width:100%;font-size:.94rem}
            th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #c9c9c9}
            thead th{background:#ececec}tbody th{font-weight:normal}
            .number{text-align:right;font-variant-numeric:tabular-nums}
            @media print{body{max-width:none;margin:0;font-size:9.5pt}h2{break-after:avoid}tr{break-inside:avoid}
            .state,thead th{background:none}.state{border:1px solid}}
            """;

    private final Html html = new Html();
    private final NightReport report;

    private NightReportPage(NightReport report) {
        this.report = report;
    }

    /** The page, whole. */
    public static String html(NightReport report) {
        return new NightReportPage(report).draw();
    }

    private String draw() {
        String title = "Night report, " + DAY.format(report.night());
        html.raw("<!doctype html>\n<html lang=\"en-US\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.element("title", title).raw("<style>\n" + STYLE + "</style>\n</head>\n<body>\n<main>\n");
        html.element("h1", title).element("p class=\"about\"", about());
        state();
        html.list("What you have to do", "ol", report.todo());
        html.list("Stopped by a breaker", "ul", report.breakers());
        html.list("Urgent", "ul", report.alerts());
        planned();
        executed();
        mailboxes();
        waiting();
        fixity();
        steps();
        return html.raw("</main>\n</body>\n</html>\n").toString();
    }

    private String about() {
        return report.archive() + ". Begun " + time(report.started()) + ", written " + time(report.ended()) + "."
                + (report.attempt() > 1 ? " This is call " + report.attempt() + " for this night." : "");
    }

    private void state() {
        boolean quiet =
                report.quiet() && report.alerts().isEmpty() && report.breakers().isEmpty();
        html.element(
                "p class=\"state" + (quiet ? "" : " act") + "\"",
                quiet ? "All is well. Nothing waits for you." : "Something waits for you: read on.");
        NightReport.Executed done = report.executed();
        long removed = report.mailboxes().stream()
                .mapToLong(NightReport.MailboxLine::removed)
                .sum();
        long planned =
                report.planned().stream().mapToLong(NightReport.PlanLine::items).sum();
        html.element(
                "p",
                "Planned " + count(planned, "item") + ", began the grace period of " + number(done.condemned())
                        + ", destroyed " + number(done.destroyed()) + ", and removed "
                        + count(removed, "message") + " from mailboxes.");
    }

    private void planned() {
        List<List<String>> rows = new ArrayList<>();
        for (NightReport.PlanLine plan : report.planned()) {
            rows.add(List.of(
                    plan.plan(),
                    number(plan.items()),
                    counted(plan.series()),
                    plan.authority().isEmpty() ? "waits for a person's approval" : plan.authority(),
                    counted(plan.refused())));
        }
        html.table(
                "Planned: due for destruction",
                List.of("List", "#Items", "Series", "Authority", "Due, and refused because of"),
                rows);
    }

    private void executed() {
        NightReport.Executed done = report.executed();
        html.table("Refused at the last moment, and kept", List.of("Reason", "#Items"), counts(done.withdrawn()));
        html.list("Certificates of destruction to be issued, of plans", "ul", done.certificates());
    }

    private void mailboxes() {
        List<List<String>> rows = new ArrayList<>();
        for (NightReport.MailboxLine box : report.mailboxes()) {
            rows.add(List.of(
                    box.custodian(),
                    number(box.listed()),
                    number(box.removed()),
                    counted(box.kept()),
                    Objects.toString(box.stopped(), "no")));
        }
        html.table("Mailboxes", List.of("Custodian", "#Messages", "#Removed", "Kept because of", "Stopped"), rows);
    }

    private void waiting() {
        html.table(
                "Sources that did not reconcile",
                List.of("Source", "Run", "Why"),
                report.unreconciled().stream()
                        .map(one -> List.of(one.source(), one.run(), one.words()))
                        .toList());
        html.table(
                "Hold notices that nobody acknowledged",
                List.of("Hold", "Custodian", "Sent", "#Days"),
                report.acknowledgements().stream()
                        .map(one -> List.of(one.hold(), one.custodian(), day(one.sent()), number(one.days())))
                        .toList());
    }

    private void fixity() {
        NightReport.Fixity fixity = report.fixity();
        if (fixity == null) {
            return;
        }
        html.list("Faults in the archive", "ul", fixity.faults());
        html.element("h2", "Proof of the archive")
                .element(
                        "p",
                        count(fixity.items(), "item") + " and " + number(fixity.entries())
                                + " entries of the ledger, picked at random, were read and proved: "
                                + (fixity.faults().isEmpty() ? "no fault." : "see the faults above."));
    }

    private void steps() {
        html.table(
                "The night's steps",
                List.of("Step", "Outcome", "What came of it", "#Seconds"),
                report.steps().stream()
                        .map(step -> List.of(
                                step.name(),
                                step.outcome().words(),
                                step.words(),
                                String.format(Locale.US, "%,.1f", step.seconds())))
                        .toList());
    }

    private static List<List<String>> counts(List<NightReport.Counted> counts) {
        return counts.stream()
                .map(one -> List.of(one.words(), number(one.count())))
                .toList();
    }

    private static String counted(List<NightReport.Counted> counts) {
        return counts.isEmpty()
                ? "none"
                : counts.stream()
                        .map(one -> one.words() + ": " + number(one.count()))
                        .collect(Collectors.joining("; "));
    }

    private static String number(long number) {
        return String.format(Locale.US, "%,d", number);
    }

    private static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.of(report.zone())));
    }

    /** A notice may not have been sent yet. */
    private static String day(@Nullable LocalDate day) {
        return day == null ? "not sent yet" : SHORT_DAY.format(day);
    }
}
