package org.muniment.api.accounts;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.api.ArchiveOptions;
import org.muniment.api.ExitCode;
import org.muniment.api.Terminal;
import org.muniment.archive.Archive;
import org.muniment.archive.web.WatchedPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment accounts pages}: what watched sites and feeds looked like at the last visit. */
@Command(
        name = "pages",
        description = "Lists the pages and feed entries that are watched: when each was first and last seen, how many"
                + " versions were taken in, and since when it is gone.",
        footer = {"", "Example:", "  muniment accounts pages --gone"})
final class WatchedPagesCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Option(names = "--gone", description = "Only those that vanished.")
    private boolean gone;

    WatchedPagesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Shown(
            String source,
            String address,
            String item,
            long versions,
            String firstSeen,
            String lastSeen,
            @Nullable String gone) {
        static Shown of(String source, WatchedPage page) {
            return new Shown(
                    source,
                    page.address(),
                    page.item(),
                    page.versions(),
                    page.firstSeen().toString(),
                    page.lastSeen().toString(),
                    page.vanished() == null ? null : page.vanished().toString());
        }
    }

    private record Listed(List<Shown> pages) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.read(options.folder(), terminal.clock())) {
            Listed listed = new Listed(archive.web().pages().sources().stream()
                    .flatMap(source -> archive.web().pages().of(source).stream()
                            .filter(page -> !gone || page.vanished() != null)
                            .map(page -> Shown.of(source, page)))
                    .toList());
            options.answer(terminal, listed, () -> {
                terminal.say("%d %s", listed.pages().size(), listed.pages().size() == 1 ? "page" : "pages");
                listed.pages().forEach(page -> print(archive, page));
            });
        }
        return ExitCode.DONE;
    }

    private void print(Archive archive, Shown page) {
        String gone = page.gone() == null
                ? ""
                : ", gone since "
                        + Terminal.time(page.gone(), archive.settings().zone());
        terminal.sayWrapped(
                "  ",
                Terminal.plain(page.address()) + ": " + page.versions()
                        + (page.versions() == 1 ? " version" : " versions") + ", last seen "
                        + Terminal.time(page.lastSeen(), archive.settings().zone()) + gone);
    }
}
