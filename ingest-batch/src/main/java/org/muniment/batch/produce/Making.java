package org.muniment.batch.produce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.production.BatesNumber;
import org.muniment.archive.production.Built;
import org.muniment.archive.production.EarlierRelease;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionRefused;
import org.muniment.archive.production.bundle.PackageFacts;
import org.muniment.archive.production.bundle.PackageFolder;
import org.muniment.archive.production.bundle.PackageSeal;
import org.muniment.archive.query.ItemQuery;
import org.muniment.batch.produce.leak.Leak;
import org.muniment.batch.produce.leak.LeakTest;
import org.muniment.batch.produce.leak.PictureReader;
import org.muniment.batch.produce.leak.Tesseract;

/** One production being made, step after step. For one thread at a time. */
final class Making {
    private final Archive archive;
    private final ProduceRequest request;
    private final Production draft;
    private final String version;
    private final Produce.PapersOf papers;
    private final Path scratch;
    private final Produce.Progress progress;
    private final PackageSeal seal;
    private final long start = System.nanoTime();
    private double leakTestSeconds;
    private long unreadPictures;
    private String whyUnread = "";
    private @Nullable Snapshot snapshot;
    private @Nullable Decided decided;
    private @Nullable PackageFolder folder;
    private @Nullable Build build;
    private PackageSeal.@Nullable Closed closed;
    private @Nullable Produced outcome;

    Making(
            Archive archive,
            ProduceRequest request,
            Production draft,
            String version,
            Produce.PapersOf papers,
            Path scratch,
            Produce.Progress progress) {
        this.archive = archive;
        this.request = request;
        this.draft = draft;
        this.version = version;
        this.papers = papers;
        this.scratch = scratch;
        this.progress = progress;
        this.seal = PackageSeal.of(archive.ledger(), archive.settings().timeStamps());
    }

    private static <T> T there(@Nullable T part) {
        return Objects.requireNonNull(part, "an earlier step makes it");
    }

    private Path kept() {
        return archive.settings().folder().resolve("producing").resolve(draft.id() + ".items");
    }

    private Path target() {
        Path out = request.out();
        return out == null
                ? archive.settings()
                        .folder()
                        .resolve("productions")
                        .resolve(draft.id().value())
                : out;
    }

    /** Selects the items, or takes those that were selected before. */
    void select(ItemQuery query) {
        if (Snapshot.isKept(kept())) {
            snapshot = Snapshot.read(kept());
            return;
        }
        Snapshot taken = Snapshot.take(archive.index(), archive.items(), query);
        if (taken.items().isEmpty()) {
            throw new ProductionRefused("Nothing is found, so there is nothing to produce: " + query);
        }
        taken.keep(kept());
        snapshot = taken;
    }

    /** Asks what people decided; stops where they did not. */
    void decide() {
        Decided found = Decided.of(there(snapshot).items(), request.review(), archive.codings(), archive.redactions());
        if (!found.open().isEmpty()) {
            throw new BuildStopped(
                    "These items still need a decision in " + request.review() + ":",
                    found.open(),
                    "Decide with: muniment code, muniment redact. Then build again.");
        }
        if (found.treatments().isEmpty()) {
            throw new ProductionRefused("No item is responsive, so there is nothing to produce");
        }
        List<String> differences = request.isInternal() ? List.of() : differences(found);
        if (!differences.isEmpty() && !request.consents().earlier()) {
            throw new BuildStopped(
                    "These items were released before, and would now show less (Gov. Code 7921.505):",
                    differences,
                    "Decide whether the exemption was waived. To go on all the same: --despite-earlier-release");
        }
        decided = found;
    }

    private List<String> differences(Decided found) {
        List<String> differences = new ArrayList<>();
        Map<ItemId, List<EarlierRelease>> before =
                archive.productions().releasedBefore(found.treatments().keySet());
        found.treatments().forEach((item, treatment) -> {
            for (EarlierRelease release : before.getOrDefault(item, List.of())) {
                release.differsFrom(treatment.disclosure(), treatment.digest())
                        .filter(words -> !(treatment instanceof Treatment.Whole))
                        .ifPresent(words -> differences.add(item + ": " + words));
            }
        });
        return differences;
    }

    /** Sets all of it into an unfinished package. */
    void build() {
        BatesNumber first = changed(() -> archive.productions().reserve(draft.id()));
        PackageFolder unfinished = PackageFolder.begin(target(), request.format(), request.volumeBytes());
        Build work = new Build(archive, request, draft, there(decided), unfinished);
        long total = there(decided).treatments().size();
        try {
            work.run(
                    first,
                    through -> archive.catalogue()
                            .transactions()
                            .executeWithoutResult(
                                    status -> archive.productions().stamping(draft.id(), through)),
                    papers.using(scratch),
                    scratch,
                    done -> progress.advanced(done, total));
        } catch (IOException e) {
            throw new UncheckedIOException("The production could not be written to " + target(), e);
        }
        folder = unfinished;
        build = work;
        closed = seal.close(unfinished, facts(work));
    }

    private PackageFacts facts(Build work) {
        return new PackageFacts(
                draft,
                request.agency(),
                archive.settings().zone(),
                there(snapshot).revision(),
                there(decided).counts(),
                work.documents(),
                work.range().orElseThrow(),
                List.of(),
                versions());
    }

    private SortedMap<String, String> versions() {
        SortedMap<String, String> versions = new TreeMap<>(Map.of("muniment", version));
        archive.retention()
                .schedules()
                .inForce(archive.retention().day(draft.order().at()))
                .ifPresent(adopted -> versions.put(
                        "schedule",
                        adopted.schedule().name() + ", sha256 "
                                + adopted.schedule().digest()));
        return versions;
    }

    /** Looks for everything that was hidden. */
    void readAgain() {
        long begin = System.nanoTime();
        Build work = there(build);
        Sources sources = new Sources(
                archive,
                there(decided).treatments(),
                work.titles(),
                work.underAreas(),
                printed(there(folder).unfinished()),
                draft.order().about() + "\n" + draft.order().query());
        List<Leak> leaks;
        try {
            PictureReader eyes = Tesseract.installed(System.getenv());
            LeakTest test = new LeakTest(work.secrets(), sources, eyes);
            leaks = test.run(there(folder).unfinished());
            unreadPictures = test.unreadPictures();
            whyUnread = eyes.why();
        } catch (IOException e) {
            throw new UncheckedIOException("The package can't be read again, so it must not be given out", e);
        }
        leakTestSeconds = (System.nanoTime() - begin) / 1e9;
        stop(leaks, Leak.Sort.LEAKED);
        if (!request.consents().shown()) {
            stop(leaks, Leak.Sort.SHOWN);
        }
    }

    /** What the package says of itself: its instructions, its verifier, its own paper. */
    private String printed(Path unfinished) {
        List<String> words = new ArrayList<>(List.of(
                request.agency(),
                request.mark(),
                request.by().name(),
                there(decided).grounds().toString()));
        for (String file : List.of("README.txt", "production.json", "VERIFY/VerifyProduction.java")) {
            Path path = unfinished.resolve(file);
            try {
                words.add(Files.exists(path) ? Files.readString(path) : "");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return String.join("\n", words);
    }

    private static void stop(List<Leak> leaks, Leak.Sort sort) {
        List<String> found = leaks.stream()
                .filter(leak -> leak.sort() == sort)
                .map(leak -> "hidden in item " + leak.item() + ", found in " + leak.where())
                .toList();
        if (found.isEmpty()) {
            return;
        }
        switch (sort) {
            case LEAKED ->
                throw new BuildStopped(
                        "The leak test found words that were to be removed. Nothing was released:",
                        found,
                        "This is a fault of the program. Keep the folder, and report it.");
            case SHOWN ->
                throw new BuildStopped(
                        "Words that are redacted at one place are to be read at another, where nobody redacted them:",
                        found,
                        "Redact them there, too. A file's name is a part of its own, as in: muniment redact add SET ITEM"
                                + " --part 'name of 2' --whole. If they may be shown there: --shown-elsewhere-is-meant");
        }
    }

    /** Notes it in the register and the ledger, adds the proof, and moves the folder into its place. */
    void seal() {
        Build work = there(build);
        PackageSeal.Closed done = there(closed);
        Instant at = archive.clock().instant();
        Production built = changed(() -> archive.productions()
                .built(
                        draft.id(),
                        new Built(
                                work.range().orElseThrow(),
                                work.documents(),
                                done.file(),
                                done.manifest(),
                                List.of(),
                                work.disclosed(),
                                done.timeStamp()),
                        at));
        Path target = seal.finish(there(folder), draft.id());
        forget();
        outcome = new Produced(
                built,
                target,
                there(decided).treatments().size(),
                there(decided).withheld(),
                there(decided).redacted(),
                there(snapshot).items().size() - there(decided).treatments().size(),
                work.exceptions(),
                cautions(),
                (System.nanoTime() - start) / 1e9,
                leakTestSeconds);
    }

    private List<String> cautions() {
        Stream<String> grounds = there(decided).grounds().stream()
                .map(one -> one.warning())
                .flatMap(java.util.Optional::stream)
                .distinct();
        return Stream.concat(grounds, pictures()).toList();
    }

    private Stream<String> pictures() {
        return unreadPictures == 0
                ? Stream.empty()
                : Stream.of("Of items with redactions the pages show " + unreadPictures
                        + " pictures that nobody read again, though what is redacted in them is blacked out: "
                        + whyUnread
                        + ". Look at them.");
    }

    private void forget() {
        try {
            Files.deleteIfExists(kept());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Produced outcome() {
        return there(outcome);
    }

    private <T> T changed(Supplier<T> change) {
        return there(archive.catalogue().transactions().execute(status -> change.get()));
    }
}
