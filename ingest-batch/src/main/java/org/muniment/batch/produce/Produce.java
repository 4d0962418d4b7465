package org.muniment.batch.produce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.muniment.archive.Archive;
import org.muniment.archive.production.Production;
import org.muniment.archive.production.ProductionOrder;
import org.muniment.archive.production.ProductionRefused;
import org.muniment.archive.query.Field;
import org.muniment.archive.query.ItemQuery;
import org.muniment.batch.ResumableJob;
import org.muniment.batch.ResumableJob.Next;

/**
 * Makes a production: selects the items, asks whether all of them are decided, sets them, reads the package again for what
 * must not be in it, seals it and notes it in the register. Killed at any point and asked for again, it repeats with the same
 * items and numbers and gives the same bytes. Decided in decisions/0018.
 */
public final class Produce {
    private static final int LATEST = 1_000;

    private final Archive archive;
    private final String version;
    private final PapersOf papers;

    /** Is told how far a build is. */
    @FunctionalInterface
    public interface Progress {
        Progress NONE = (done, total) -> {};

        /**
         * @param done items that are set
         * @param total items of the production
         */
        void advanced(long done, long total);
    }

    /** Makes what turns items into papers. */
    interface PapersOf {
        Assembly.Papers using(Path scratch);
    }

    /**
     * @param archive opened to decide or to write
     * @param version of the program, for the package
     */
    public Produce(Archive archive, String version) {
        this(
                archive,
                version,
                scratch -> new Assembly.ItemPapers(
                        new MessageLeaf(archive.settings().zone()),
                        new AttachmentLeaves(
                                OfficeFiles.find(Objects.requireNonNullElse(System.getenv("PATH"), ""), scratch))));
    }

    Produce(Archive archive, String version, PapersOf papers) {
        this.archive = archive;
        this.version = version;
        this.papers = papers;
    }

    /**
     * Builds.
     *
     * @throws BuildStopped when a person must look first
     * @throws ProductionRefused when it can't be made as asked; the message says what to do
     * @throws org.muniment.archive.store.StoreException when the object store does not answer; run it again
     */
    public Produced run(ProduceRequest request, Progress progress) {
        if (archive.lag() > 0) {
            throw new ProductionRefused(
                    "The search index lacks the latest items, so they would be missed. Run: muniment reindex");
        }
        ItemQuery query = query(request.scope());
        Production draft = draft(request, query);
        Path scratch = scratch();
        try {
            Making making = new Making(archive, request, draft, version, papers, scratch, progress);
            new ResumableJob(archive.catalogue(), "produce")
                    .step("select", () -> done(() -> making.select(query)))
                    .step("decide", () -> done(making::decide))
                    .step("build", () -> done(making::build))
                    .step("read again", () -> done(making::readAgain))
                    .step("seal", () -> done(making::seal))
                    .run(draft.id() + " " + UUID.randomUUID());
            return making.outcome();
        } finally {
            discard(scratch);
        }
    }

    private static Next done(Runnable step) {
        step.run();
        return Next.DONE;
    }

    private ItemQuery query(Scope scope) {
        return switch (scope) {
            case Scope.OfRequest of ->
                archive.requests()
                        .find(of.request())
                        .orElseThrow(() -> new ProductionRefused(
                                "There is no request " + of.request() + ". To see them: muniment request list"))
                        .asksFor(archive.settings().zone());
            case Scope.OfQuery of -> of.query();
            case Scope.OfPerson of ->
                new ItemQuery.Is(Field.CUSTODIAN, of.custodian().address());
        };
    }

    /** The draft that an earlier, broken-off run of the same request left, or a new one. */
    private Production draft(ProduceRequest request, ItemQuery query) {
        ProductionOrder order = new ProductionOrder(
                request.scope().about(),
                request.format(),
                request.prefix(),
                query.toString(),
                request.by(),
                archive.clock().instant(),
                request.replaces());
        return archive.productions().latest(LATEST).stream()
                .filter(one -> one.stage() instanceof Production.Stage.Draft)
                .filter(one -> isSame(one.order(), order))
                .findFirst()
                .orElseGet(() -> changed(() -> archive.productions().draft(order)));
    }

    private static boolean isSame(ProductionOrder one, ProductionOrder other) {
        return one.about().equals(other.about())
                && one.format() == other.format()
                && one.prefix().equals(other.prefix())
                && one.query().equals(other.query())
                && one.by().equals(other.by())
                && Objects.equals(one.replaces(), other.replaces());
    }

    private <T> T changed(Supplier<T> change) {
        return Objects.requireNonNull(archive.catalogue().transactions().execute(status -> change.get()));
    }

    private Path scratch() {
        try {
            return Files.createTempDirectory(Files.createDirectories(archive.reading()), "produce");
        } catch (IOException e) {
            throw new UncheckedIOException("A folder for temporary files could not be made", e);
        }
    }

    /** Removes a folder for temporary files with all that is in it. */
    static void discard(Path folder) {
        try (Stream<Path> parts = Files.walk(folder)) {
            for (Path part : List.copyOf(parts.sorted(Comparator.reverseOrder()).toList())) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Temporary files could not be removed: " + folder, e);
        }
    }
}
