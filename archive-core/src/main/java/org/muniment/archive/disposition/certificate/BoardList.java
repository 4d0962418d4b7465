package org.muniment.archive.disposition.certificate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.PlanLine;
import org.muniment.archive.disposition.Plans;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.pdf.PdfWriter;
import org.muniment.archive.schedule.Classification;
import org.muniment.archive.schedule.Classifications;
import org.muniment.archive.schedule.SchoolYear;

/**
 * The list that the governing board is asked about before anything on it is destroyed (Ed. Code 35253): a paper for the
 * agenda, and the list itself for whoever wants to see each line.
 */
public final class BoardList {
    private static final int PAGE = 500;
    private static final String HEADER =
            "number,item,object,size,series,title,class,citation,verified,school_year,eligible";

    private final Plans plans;
    private final SeriesTitles titles;
    private final Classifications classifications;
    private final ZoneId zone;

    /**
     * @param titles of series
     * @param classifications which say when items originate
     * @param zone the agency's
     */
    public BoardList(Plans plans, SeriesTitles titles, Classifications classifications, ZoneId zone) {
        this.plans = plans;
        this.titles = titles;
        this.classifications = classifications;
        this.zone = zone;
    }

    /**
     * Writes the paper, PDF/A-2u. The stream is not closed.
     *
     * @param at when, for its date
     * @throws CertificateRefused when there is no such plan, or it waits for no approval any more
     */
    public void writePaper(PlanId plan, Instant at, OutputStream out) throws IOException {
        Plan proposed = proposed(plan);
        BoardSums sums = new BoardSums();
        pages(plan, (line, year) -> sums.add(line, year));
        BoardPaper paper = new BoardPaper(proposed, sums.groups(), plans.refusalCounts(plan), titles, zone);
        new PdfWriter().write(paper.document(at), out);
    }

    /**
     * Writes the list, one line an item, as comma-separated values (RFC 4180, UTF-8). The stream is not closed.
     *
     * @throws CertificateRefused when there is no such plan, or it waits for no approval any more
     */
    public void writeLines(PlanId plan, OutputStream out) throws IOException {
        long schedule = proposed(plan).schedule();
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(HEADER + "\r\n");
        pages(plan, (line, year) -> writer.write(csv(schedule, line, year) + "\r\n"));
        writer.flush();
    }

    private Plan proposed(PlanId id) {
        Plan plan = plans.find(id).orElseThrow(() -> new CertificateRefused("There is no plan " + id));
        if (!(plan.stage() instanceof Plan.Stage.Proposed)) {
            throw new CertificateRefused(
                    "Plan " + id + " waits for no approval any more: a list for the board is made before it");
        }
        return plan;
    }

    private interface Sink {
        void take(PlanLine line, @Nullable SchoolYear year) throws IOException;
    }

    private void pages(PlanId plan, Sink sink) throws IOException {
        long last = 0;
        for (List<PlanLine> page = plans.lines(plan, last, PAGE);
                !page.isEmpty();
                page = plans.lines(plan, last, PAGE)) {
            Map<ItemId, Classification> classes =
                    classifications.find(page.stream().map(PlanLine::item).toList());
            for (PlanLine line : page) {
                sink.take(line, year(classes.get(line.item())));
            }
            last = page.getLast().number();
        }
    }

    private static @Nullable SchoolYear year(@Nullable Classification classified) {
        LocalDate origin = classified == null ? null : classified.origin();
        return origin == null ? null : SchoolYear.of(origin);
    }

    private String csv(long schedule, PlanLine line, @Nullable SchoolYear year) {
        return Csv.line(
                Long.toString(line.number()),
                line.item().value(),
                line.object().hex(),
                Long.toString(line.size()),
                line.series().value(),
                titles.title(schedule, line.series()),
                Integer.toString(line.recordClass().number()),
                line.authority(),
                titles.isVerified(schedule, line.series()) ? "yes" : "no",
                Objects.toString(year, "unknown"),
                line.eligible().toString());
    }
}
