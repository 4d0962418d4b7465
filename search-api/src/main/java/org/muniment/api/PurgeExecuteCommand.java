package org.muniment.api;

import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.Archive;
import org.muniment.batch.expire.Expire;
import org.muniment.batch.expire.Expired;
import org.muniment.batch.expire.Remains;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code muniment purge execute}: condemns approved plans, and destroys what is over its grace. */
@Command(
        name = "execute",
        description = {
            "Carries out approved plans: hides their items for the grace period, destroys those whose grace is over, and "
                    + "takes what was destroyed out of the index and every other file of the archive.",
            "Every item is read again and judged again just before. Interrupted, it goes on when it is started again. "
                    + "Exit code 3 when a plan was stopped."
        },
        footer = {"", "Example:", "  muniment purge execute", "  muniment purge execute --sweep"})
final class PurgeExecuteCommand implements Callable<Integer> {
    private static final String INTERRUPTED =
            "muniment: interrupted. What was destroyed is noted; muniment purge execute goes on.";

    private final Terminal terminal;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Mixin
    private final AsOfOption asOf = new AsOfOption();

    @Option(
            names = "--sweep",
            description = "Also removes bytes of destroyed items that came back, as muniment verify found.")
    private boolean sweep;

    PurgeExecuteCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Executed(Expired purge, long destroyed, Remains.@Nullable Swept swept) {}

    @Override
    public Integer call() {
        try (Archive archive = Archive.write(options.folder(), asOf.clock(options.folder(), terminal.clock()));
                ProgressLine progress = new ProgressLine(terminal, "items", INTERRUPTED)) {
            Expired done = new Expire(archive).run(progress::show);
            progress.clear();
            Executed executed = new Executed(done, done.destroyed(), sweep ? new Remains(archive).sweep() : null);
            options.answer(terminal, executed, () -> print(executed));
            return done.isStopped() ? ExitCode.REFUSED : ExitCode.DONE;
        }
    }

    private void print(Executed executed) {
        Expired done = executed.purge();
        done.condemned()
                .forEach(plan -> terminal.say(
                        "Plan %s: %d items hidden; they can be restored until %s",
                        plan.plan(), plan.items(), plan.graceEnds().minusDays(1)));
        done.carriedOut().forEach(this::print);
        if (done.condemned().isEmpty() && done.carriedOut().isEmpty()) {
            terminal.say("Nothing is to be carried out today. See: muniment purge status");
        }
        done.remains().forEach(words -> terminal.say("%s", words));
        if (executed.swept() != null) {
            terminal.say(
                    "Removed the bytes of %d destroyed items that had come back",
                    executed.swept().objects());
            executed.swept().refused().forEach(why -> terminal.say("  not removed: %s", Terminal.plain(why)));
        }
    }

    private void print(Expired.CarriedOut plan) {
        terminal.say("Plan %s: %d items destroyed, %d still to do", plan.plan(), plan.destroyed(), plan.remaining());
        ShownPlan.kept(terminal, new TreeMap<>(plan.kept()));
        if (plan.stopped() != null) {
            terminal.sayWrapped("  ", "Stopped: " + plan.stopped());
            terminal.say("  To let it go on, once: muniment purge override %s --by NAME --reason TEXT", plan.plan());
        }
    }
}
