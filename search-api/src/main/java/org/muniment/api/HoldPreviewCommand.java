package org.muniment.api;

import java.util.concurrent.Callable;
import org.muniment.archive.Archive;
import org.muniment.batch.holding.HoldPreview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code muniment hold preview}: what a hold would cover. */
@Command(
        name = "preview",
        description = {
            "Counts what a hold would cover, without placing it: items, those that no hold keeps and that are due tonight, "
                    + "mailboxes of which there is nothing.",
            "Give the scope as for: muniment hold place"
        },
        footer = {
            "",
            "Example:",
            "  muniment hold preview --custodian clerk@district.example \\",
            "    --query 'budget w/5 cuts'"
        })
final class HoldPreviewCommand implements Callable<Integer>, AsksServer {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final ScopeOptions scope = new ScopeOptions();

    HoldPreviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public int ask(RemoteServer server) {
        HoldPreview found = server.post("/holds/preview", scope.asked(), HoldPreview.class);
        options.answer(terminal, found, () -> print(found));
        return ExitCode.DONE;
    }

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            HoldPreview found = HoldPreview.of(archive, scope.of(archive));
            options.answer(terminal, found, () -> print(found));
        }
        return ExitCode.DONE;
    }

    private void print(HoldPreview found) {
        terminal.say("%10d items would be held", found.items());
        terminal.say("%10d of them because they could not be read or have no date", found.byDoubt());
        terminal.say("%10d are kept by another hold already", found.alreadyHeld());
        terminal.say("%10d are kept by no hold and are due tonight", found.dueTonight());
        terminal.say("%10d are kept by no hold and are due within %d days", found.dueSoon(), found.days());
        terminal.say("%10d are condemned: the hold would keep them in the vault", found.inVault());
        found.mailboxes().forEach(one -> terminal.say("%10d from %s", one.items(), Terminal.plain(one.custodian())));
        found.neverCollected()
                .forEach(one -> terminal.complain("muniment: nothing was collected from " + one
                        + " yet. The hold would cover what is collected later; see that the address is right."));
        if (found.notIndexed() > 0) {
            terminal.complain(
                    "muniment: the index lacks what was taken in last; it is not counted here, a hold covers it.");
        }
    }
}
