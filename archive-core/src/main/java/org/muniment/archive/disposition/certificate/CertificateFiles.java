package org.muniment.archive.disposition.certificate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.muniment.archive.disposition.Approval;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.PlanId;
import org.muniment.archive.disposition.PlanLine;
import org.muniment.archive.disposition.Plans;
import org.muniment.archive.ledger.Checkpoint;
import org.muniment.archive.ledger.CustodyEvent.CertificateIssued;
import org.muniment.archive.ledger.Entry;
import org.muniment.archive.ledger.Ledger;
import org.muniment.archive.pdf.PdfWriter;
import org.muniment.archive.store.Digest;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Issues certificates of destruction: writes the folder {@code certificate-P12} and notes its digest in the ledger. Asked
 * again, it writes the same certificate, or a later one where more was destroyed since. Only one at a time for a plan.
 */
public final class CertificateFiles {
    static final String PDF = "certificate.pdf";
    static final String JSON = "certificate.json";
    static final String KEY = "ledger.pub";
    static final String README = "README.txt";

    private final TransactionOperations transactions;
    private final Ledger ledger;
    private final Function<PlanId, Optional<Plan>> plans;
    private final PlanLines lines;
    private final ZoneId zone;
    private final SeriesTitles titles;

    /** The lines of a plan. */
    interface PlanLines {
        List<PlanLine> after(PlanId plan, long number, int limit);
    }

    /**
     * A certificate that was issued.
     *
     * @param folder where it is now
     * @param certificate what it says
     * @param anew whether it was issued by this call; false when it had been before
     */
    public record Issued(Path folder, Certificate certificate, boolean anew) {}

    /**
     * @param transactions of the catalogue's writer
     * @param zone the agency's
     * @param titles of series
     */
    public CertificateFiles(
            TransactionOperations transactions, Ledger ledger, Plans plans, ZoneId zone, SeriesTitles titles) {
        this(transactions, ledger, plans::find, plans::lines, zone, titles);
    }

    CertificateFiles(
            TransactionOperations transactions,
            Ledger ledger,
            Function<PlanId, Optional<Plan>> plans,
            PlanLines lines,
            ZoneId zone,
            SeriesTitles titles) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.plans = plans;
        this.lines = lines;
        this.zone = zone;
        this.titles = titles;
    }

    /**
     * Certifies what a plan destroyed so far.
     *
     * @param how it was done
     * @param parent the folder to make the certificate's folder in
     * @throws CertificateRefused when there is no such plan, nothing was destroyed under it, catalogue and ledger do not
     *     agree on it, or the folder is there already
     * @throws UncheckedIOException when the files can't be written
     */
    public Issued write(PlanId plan, Removal how, Path parent, Instant at) {
        Plan found = plans.apply(plan).orElseThrow(() -> new CertificateRefused("There is no plan " + plan));
        Path target = parent.resolve("certificate-" + plan);
        if (Files.exists(target)) {
            throw new CertificateRefused(target + " is there already. Check it with: muniment purge verify " + target);
        }
        Path draft = parent.resolve("." + target.getFileName() + "-" + UUID.randomUUID());
        try {
            Files.createDirectories(parent);
            Issued issued = write(found, how, draft, at);
            Files.move(draft, target);
            return new Issued(target, issued.certificate(), issued.anew());
        } catch (IOException e) {
            throw new UncheckedIOException("The certificate could not be written to " + target, e);
        } finally {
            discard(draft);
        }
    }

    private Issued write(Plan plan, Removal how, Path draft, Instant at) throws IOException {
        Acts acts = Acts.of(plan, ledger);
        Optional<Issued> before = again(plan, acts, how, draft);
        if (before.isPresent()) {
            return before.get();
        }
        discard(draft);
        return issue(plan, acts, how, draft, at.truncatedTo(ChronoUnit.MILLIS));
    }

    /** The latest certificate once more, where nothing that it says has changed since. */
    private Optional<Issued> again(Plan plan, Acts acts, Removal how, Path draft) throws IOException {
        if (acts.issued().isEmpty()) {
            return Optional.empty();
        }
        Entry last = acts.issued().getLast();
        CertificateIssued event = (CertificateIssued) last.event();
        Optional<Checkpoint> then = covering(acts, last.index());
        if (then.isEmpty()) {
            return Optional.empty();
        }
        Optional<Certificate> same =
                draft(plan, acts, how, draft, new Name(event.certificate(), event.at(), then.get()));
        if (same.isEmpty() || !Digest.ofFile(draft.resolve(JSON)).hex().equals(event.file())) {
            return Optional.empty();
        }
        seal(last, draft);
        return Optional.of(new Issued(draft, same.get(), false));
    }

    private Issued issue(Plan plan, Acts acts, Removal how, Path draft, Instant at) throws IOException {
        int number = acts.issued().size() + 1;
        String name = "C" + plan.id().value().substring(1) + (number == 1 ? "" : "-" + number);
        Certificate made = draft(plan, acts, how, draft, new Name(name, at, ledger.checkpoint()))
                .orElseThrow(() -> new CertificateRefused(
                        "Plan " + plan.id() + " is being carried out at this moment. Try again when it is done."));
        CertificateIssued event = new CertificateIssued(
                at,
                name,
                plan.id().value(),
                Digest.ofFile(draft.resolve(JSON)).hex(),
                made.destroyed().items());
        long index = Objects.requireNonNull(transactions.execute(status -> ledger.append(List.of(event))));
        seal(ledger.entries(index, 1).getFirst(), draft);
        return new Issued(draft, made, true);
    }

    /** The checkpoint under which it was issued then; empty when that can't be told any more. */
    private Optional<Checkpoint> covering(Acts acts, long issued) {
        long acted = acts.inOrder().getLast().index();
        return ledger.checkpoints().stream()
                .filter(checkpoint -> checkpoint.size() > acted && checkpoint.size() <= issued)
                .max(Comparator.comparingLong(Checkpoint::size));
    }

    /** A certificate's name, time and checkpoint. */
    private record Name(String certificate, Instant issued, Checkpoint under) {}

    private Optional<Certificate> draft(Plan plan, Acts acts, Removal how, Path draft, Name name) throws IOException {
        Files.createDirectory(draft);
        LongFunction<List<PlanLine>> after = number -> lines.after(plan.id(), number, Evidence.PAGE);
        Optional<Tally> told = new Evidence(plan.id(), after, ledger, name.under(), draft).write(acts.inOrder());
        if (told.isEmpty()) {
            return Optional.empty();
        }
        if (!Digest.ofFile(draft.resolve(Evidence.LIST)).equals(plan.list())) {
            throw new CertificateRefused("The lines of plan " + plan.id()
                    + " are not those that were frozen when it was proposed. Run: muniment verify");
        }
        Files.writeString(draft.resolve(KEY), ledger.publicKey() + "\n");
        Files.writeString(draft.resolve(README), Instructions.of(plan.id()));
        Certificate bare = certificate(plan, acts, how, name, told.get());
        Certificate listed = bare.withFiles(digests(draft, Evidence.LIST, Evidence.ITEMS, KEY, README));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft.resolve(PDF)))) {
            new PdfWriter().write(new CertificatePaper(listed, titles, draft.resolve(Evidence.ITEMS)).document(), out);
        }
        Certificate whole = bare.withFiles(digests(draft, Evidence.LIST, Evidence.ITEMS, KEY, README, PDF));
        Files.write(draft.resolve(JSON), CertificateJson.write(whole));
        return Optional.of(whole);
    }

    private Certificate certificate(Plan plan, Acts acts, Removal how, Name name, Tally tally) {
        Approval approval =
                plan.approval().orElseThrow(() -> new CertificateRefused("Plan " + plan.id() + " was never approved"));
        return new Certificate(
                Certificate.FORMAT,
                name.certificate(),
                plan.id(),
                name.issued(),
                zone,
                plan.request().asOf(),
                plan.schedule(),
                new Certificate.Frozen(plan.items(), plan.list()),
                new Certificate.Authority(
                        acts.approved().action(),
                        approval.first(),
                        approval.second(),
                        acts.approved().at()),
                tally.destroyed(),
                tally.series(),
                tally.kept(),
                tally.open(),
                how.means(),
                how.left(),
                new Certificate.Log(
                        ledger.publicKey().name(),
                        ledger.publicKey().toString(),
                        name.under().toString()),
                acts.indexes(),
                new TreeMap<>());
    }

    /** Adds the entry that says that it was issued, and its proof. */
    private void seal(Entry issued, Path draft) throws IOException {
        Files.writeString(
                draft.resolve(Evidence.ENTRIES),
                Evidence.line(issued),
                StandardCharsets.US_ASCII,
                StandardOpenOption.APPEND);
        Files.writeString(
                draft.resolve(Evidence.PROOFS).resolve(Evidence.proof(issued.index())),
                ledger.prove(issued.index()).toString());
    }

    private static Map<String, Digest> digests(Path folder, String... files) throws IOException {
        Map<String, Digest> digests = new TreeMap<>();
        for (String file : files) {
            digests.put(file, Digest.ofFile(folder.resolve(file)));
        }
        return digests;
    }

    private static void discard(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> parts = Files.walk(folder)) {
            for (Path part : parts.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The unfinished certificate could not be removed: " + folder, e);
        }
    }
}
