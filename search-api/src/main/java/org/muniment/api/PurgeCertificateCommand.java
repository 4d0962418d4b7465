package org.muniment.api;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.archive.disposition.certificate.Certificate;
import org.muniment.archive.disposition.certificate.CertificateFiles.Issued;
import org.muniment.batch.expire.Certify;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment purge certificate}: what a plan destroyed, on paper and provably. */
@Command(
        name = "certificate",
        description = {
            "Writes the certificate of destruction of a plan: paper, data and proofs.",
            "Makes the folder certificate-PLAN in DIR. It has the certificate as PDF/A and JSON, the list as it was approved, "
                    + "what became of each item, and a proof from the ledger for each. Nothing of what was destroyed is in "
                    + "it. Asked again it writes the same one, or a later one where more has happened since."
        },
        footer = {
            "",
            "Example:",
            "  muniment purge certificate P3 --out /records/certificates",
            "  muniment purge verify /records/certificates/certificate-P3"
        })
final class PurgeCertificateCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "PLAN", description = "The plan, such as P3.")
    private String name = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "The folder in which the certificate's folder is made.")
    private Path out = Path.of("");

    PurgeCertificateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Written(
            String certificate, String plan, String folder, boolean anew, long destroyed, long kept, long open) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.write(options.folder(), terminal.clock())) {
            Issued issued = new Certify(archive)
                    .certificate(ShownPlan.find(archive, name).id(), out);
            Certificate certificate = issued.certificate();
            Written written = new Written(
                    certificate.certificate(),
                    certificate.plan().value(),
                    issued.folder().toString(),
                    issued.anew(),
                    certificate.destroyed().items(),
                    certificate.kept().values().stream()
                            .mapToLong(Long::longValue)
                            .sum(),
                    certificate.open());
            options.answer(terminal, written, () -> print(written));
        }
        return ExitCode.DONE;
    }

    private void print(Written written) {
        terminal.say(
                "Certificate %s of plan %s: %d destroyed, %d kept%s%s",
                written.certificate(),
                written.plan(),
                written.destroyed(),
                written.kept(),
                written.open() == 0 ? "" : ", " + written.open() + " not decided yet",
                written.anew() ? "" : "; issued before, and unchanged");
        terminal.say("Written to %s", Terminal.plain(written.folder()));
        terminal.say(
                "Anyone can check it, without the archive: muniment purge verify %s", Terminal.plain(written.folder()));
    }
}
