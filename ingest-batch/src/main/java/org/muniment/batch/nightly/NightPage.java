package org.muniment.batch.nightly;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Draws a night's page: one sheet of HTML that stands alone, most urgent first, for a clerk to read at the desk. */
public final class NightPage {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(Locale.US);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("h:mm a, MMM d", Locale.US);
    private static final String STYLE = "body{font:15px/1.4 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em}"
            + "h1{font-size:1.5em;margin:0}h2{font-size:1.05em;margin:1.2em 0 .3em;border-bottom:1px solid #999}"
            + "table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.15em .6em .15em 0;"
            + "vertical-align:top}td.n{text-align:right}.bad{color:#a00;font-weight:bold}code{font-size:.9em}"
            + "ul,ol{margin:.3em 0;padding-left:1.4em}@media print{body{margin:0;font-size:11px}}";

    private final StringBuilder html = new StringBuilder();
    private final NightReport report;

    private NightPage(NightReport report) {
        this.report = report;
    }

    /** The page, whole. */
    public static String html(NightReport report) {
        return new NightPage(report).draw();
    }

    private String draw() {
        html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Night of ")
                .append(report.night())
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n<h1>Night of ")
                .append(text(DAY.format(report.night())))
                .append("</h1>\n<p>")
                .append(text(report.archive() + ". Begun " + time(report.started()) + ", written "
                        + time(report.ended()) + " (" + report.zone() + ")."
                        + (report.attempt() > 1 ? " Call " + report.attempt() + " for this night." : "")))
                .append("</p>\n");
        urgent();
        list("What you must do", report.todo(), "ol");
        steps();
        removed();
        list("Sources that were not reconciled", each(report.unreconciled(), one -> one.source() + ": " + one.words()));
        list("Hold notices not acknowledged", each(report.acknowledgements(), NightPage::waiting));
        fixity();
        return html.append("</body></html>\n").toString();
    }

    private void urgent() {
        if (report.quiet() && report.alerts().isEmpty()) {
            html.append("<p><strong>All is well. Nothing waits for you.</strong></p>\n");
        }
        list("Stopped by a breaker", report.breakers());
        list("Alerts", report.alerts());
    }

    private void steps() {
        html.append("<h2>What was done</h2>\n<table>\n");
        for (NightReport.Step step : report.steps()) {
            boolean well = step.outcome() == NightReport.Outcome.DONE;
            row(
                    text(step.name()),
                    "<span" + (well ? "" : " class=\"bad\"") + ">"
                            + text(step.outcome().words()) + "</span>",
                    text(step.words()));
        }
        html.append("</table>\n");
    }

    private void removed() {
        if (!report.mailboxes().isEmpty()) {
            html.append("<h2>Mailboxes</h2>\n<table>\n");
            report.mailboxes()
                    .forEach(one -> row(
                            text(one.custodian()),
                            text(one.removed() + " of " + one.listed() + " messages removed"),
                            text(
                                    one.stopped() == null
                                            ? "Kept: " + counted(one.kept())
                                            : "Stopped: " + one.stopped())));
            html.append("</table>\n");
        }
        if (!report.planned().isEmpty()) {
            html.append("<h2>Planned</h2>\n<table>\n");
            report.planned()
                    .forEach(one -> row(
                            text(one.plan()),
                            text(one.items() + " items under " + one.authority() + ": " + counted(one.series())),
                            text("Refused: " + counted(one.refused()))));
            html.append("</table>\n");
        }
        NightReport.Executed executed = report.executed();
        html.append("<h2>Archive</h2>\n<p>")
                .append(text(executed.condemned() + " items condemned, " + executed.destroyed()
                        + " destroyed. Kept in the last moment: " + counted(executed.withdrawn()) + "."))
                .append("</p>\n");
    }

    private void fixity() {
        NightReport.@Nullable Fixity fixity = report.fixity();
        if (fixity != null) {
            list("Faults in the archive", fixity.faults());
            html.append("<p>")
                    .append(text(fixity.items() + " items and " + fixity.entries()
                            + " ledger entries, picked at random, were proved."))
                    .append("</p>\n");
        }
    }

    private static String waiting(NightReport.Acknowledgement one) {
        return one.hold() + ": " + one.custodian()
                + (one.sent() == null ? ", not sent yet" : ", sent " + one.sent() + ", " + one.days() + " days ago");
    }

    private static String counted(List<NightReport.Counted> counts) {
        return counts.isEmpty() ? "none" : String.join("; ", each(counts, one -> one.count() + " " + one.words()));
    }

    private static <T> List<String> each(List<T> all, Function<T, String> words) {
        return all.stream().map(words).toList();
    }

    private void list(String title, List<String> lines) {
        list(title, lines, "ul");
    }

    private void list(String title, List<String> lines, String tag) {
        if (lines.isEmpty()) {
            return;
        }
        html.append("<h2>").append(text(title)).append("</h2>\n<").append(tag).append(">\n");
        lines.forEach(line -> html.append("<li>").append(text(line)).append("</li>\n"));
        html.append("</").append(tag).append(">\n");
    }

    private void row(String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append("<td>").append(cell).append("</td>");
        }
        html.append("</tr>\n");
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(ZoneId.of(report.zone())));
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
