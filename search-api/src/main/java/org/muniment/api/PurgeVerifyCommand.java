package org.muniment.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.disposition.certificate.Certificate;
import org.muniment.archive.disposition.certificate.CertificateCheck;
import org.muniment.archive.ledger.VerifierKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code muniment purge verify}: checks a certificate, without an archive. */
@Command(
        name = "verify",
        description = {
            "Checks a certificate of destruction with its files alone; no archive is needed.",
            "No file was changed, is missing or was added; the ledger had every entry; the list, the items, the sums, the two "
                    + "persons and the times agree. With --key, or with --archive for that archive's key, also that it is this district's ledger."
        },
        footer = {
            "",
            "Example:",
            "  muniment purge verify certificate-P3",
            "  muniment purge verify certificate-P3 --key ledger.pub",
            "",
            "Exit code 0 when all is well, 4 when a fault was found."
        })
final class PurgeVerifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "DIR", description = "The certificate's folder.")
    private Path folder = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "The ledger's public key, had from the district and not from the folder.")
    private @Nullable Path key;

    PurgeVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Checked(
            @Nullable String certificate,
            @Nullable String plan,
            long destroyed,
            long lines,
            long proofs,
            boolean keyGiven,
            List<CertificateCheck.Finding> findings) {}

    @Override
    public Integer call() {
        if (!Files.isDirectory(folder)) {
            throw new WrongUsage("There is no folder " + folder);
        }
        VerifierKey given = given();
        CertificateCheck.Result result =
                given == null ? CertificateCheck.check(folder) : CertificateCheck.check(folder, given);
        Certificate certificate = result.certificate();
        Checked checked = new Checked(
                certificate == null ? null : certificate.certificate(),
                certificate == null ? null : certificate.plan().value(),
                certificate == null ? 0 : certificate.destroyed().items(),
                result.lines(),
                result.proofs(),
                given != null,
                result.findings());
        options.answer(terminal, checked, () -> print(checked, certificate));
        return result.isClean() ? ExitCode.DONE : ExitCode.FAILED;
    }

    private @Nullable VerifierKey given() {
        if (key != null) {
            return read(key);
        }
        return options.again().isEmpty() ? null : read(options.folder().resolve("ledger.pub"));
    }

    private static VerifierKey read(Path file) {
        try {
            return VerifierKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new WrongUsage("The key " + file + " can't be read");
        } catch (IllegalArgumentException e) {
            throw new WrongUsage(file + " is no ledger's public key: " + e.getMessage());
        }
    }

    private void print(Checked checked, @Nullable Certificate certificate) {
        checked.findings()
                .forEach(found ->
                        terminal.say("FAULT  %s: %s", Terminal.plain(found.file()), Terminal.plain(found.what())));
        if (!checked.findings().isEmpty() || certificate == null) {
            terminal.say(
                    "%d faults found. Do not rely on this certificate.",
                    checked.findings().size());
            return;
        }
        terminal.say(
                "Certificate %s of plan %s is whole: %d items destroyed, %d lines and %d proofs checked",
                certificate.certificate(), certificate.plan(), checked.destroyed(), checked.lines(), checked.proofs());
        terminal.say("Authority: %s", Terminal.plain(certificate.authority().words()));
        terminal.say(
                "Officers: %s; %s",
                Terminal.plain(certificate.authority().first().name()),
                Terminal.plain(certificate.authority().second().name()));
        if (!checked.keyGiven()) {
            terminal.sayWrapped(
                    "",
                    "Checked with the key in the folder. Compare it with the one that the district publishes: "
                            + certificate.ledger().key());
        }
    }
}
