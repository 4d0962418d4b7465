package org.muniment.api.web.disposition;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.muniment.api.web.JobId;
import org.muniment.api.web.Jobs;
import org.muniment.api.web.NotThere;
import org.muniment.api.web.Who;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.Plan;
import org.muniment.archive.disposition.certificate.Certificate;
import org.muniment.archive.disposition.certificate.CertificateCheck;
import org.muniment.archive.disposition.certificate.CertificateFiles.Issued;
import org.muniment.batch.expire.Certify;
import org.springframework.stereotype.Component;

/**
 * The papers of a plan: the list for the board, and the certificates of destruction, which a job issues into the archive's
 * folder {@code certificates}. Safe for many threads.
 */
@Component
public final class PlanPapers {
    private final Archive archive;
    private final Jobs jobs;

    PlanPapers(Archive archive, Jobs jobs) {
        this.archive = archive;
        this.jobs = jobs;
    }

    /** Writes the board's list, to be printed. */
    public void boardPaper(Plan plan, OutputStream out) throws IOException {
        new Certify(archive).boardPaper(plan.id(), out);
    }

    /** Writes the lines of the board's list as CSV. Throws {@link NotThere} when nothing waits for the board any more. */
    public void boardLines(Plan plan, OutputStream out) throws IOException {
        requireProposed(plan);
        new Certify(archive).boardLines(plan.id(), out);
    }

    void requireProposed(Plan plan) {
        if (!(plan.stage() instanceof Plan.Stage.Proposed)) {
            throw new NotThere();
        }
    }

    private Path folder(Plan plan) {
        return archive.settings()
                .folder()
                .resolve("certificates")
                .resolve(plan.id().value());
    }

    /** The folder of a plan's latest certificate; empty when none was issued here. */
    public Optional<Path> latest(Plan plan) {
        return issues(folder(plan)).stream()
                .max(Comparator.comparingInt(
                        path -> Integer.parseInt(path.getFileName().toString())))
                .map(path -> path.resolve("certificate-" + plan.id()))
                .filter(Files::isDirectory);
    }

    private static List<Path> issues(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.getFileName().toString().matches("[1-9]\\d{0,8}"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The certificates can't be listed", e);
        }
    }

    /** Begins to issue the certificate of a plan. */
    public JobId issue(Plan plan, Who who) {
        String then = "/disposition/plans/" + plan.id() + "/certificate";
        return jobs.start("Issue the certificate of plan " + plan.id(), who, then, progress -> issue(plan));
    }

    /** Each into a folder of its own: what was handed out stays as it was. */
    private String issue(Plan plan) throws IOException {
        Path folder = folder(plan);
        Path parent = Files.createDirectories(
                folder.resolve(String.valueOf(issues(folder).size() + 1)));
        try (Archive writing = Archive.write(archive.settings().folder(), archive.clock())) {
            Issued issued = new Certify(writing).certificate(plan.id(), parent);
            Certificate certificate = issued.certificate();
            return "Certificate " + certificate.certificate() + ": "
                    + certificate.destroyed().items() + " items destroyed."
                    + (issued.anew() ? "" : " It was issued before and is unchanged.");
        } catch (RuntimeException failed) {
            Files.deleteIfExists(parent);
            throw failed;
        }
    }

    /** Holds the latest certificate against its files and the ledger's key. Throws {@link NotThere} when there is none. */
    public CertificateCheck.Result check(Plan plan) {
        return CertificateCheck.check(
                latest(plan).orElseThrow(NotThere::new), archive.ledger().publicKey());
    }

    /** The latest certificate to be printed. Throws {@link NotThere} when there is none. */
    public Path paper(Plan plan) {
        return latest(plan)
                .map(folder -> folder.resolve("certificate.pdf"))
                .filter(Files::isRegularFile)
                .orElseThrow(NotThere::new);
    }

    /** Writes the latest certificate with its proofs as zip. Throws {@link NotThere} when there is none. */
    public void zip(Plan plan, OutputStream out) throws IOException {
        Path folder = latest(plan).orElseThrow(NotThere::new);
        ZipOutputStream zip = new ZipOutputStream(out);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                zip.putNextEntry(new ZipEntry("certificate-" + plan.id() + "/" + name));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        zip.finish();
    }
}
