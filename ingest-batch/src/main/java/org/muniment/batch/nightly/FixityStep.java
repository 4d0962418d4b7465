package org.muniment.batch.nightly;

import java.util.List;
import java.util.OptionalInt;
import org.muniment.archive.Archive;
import org.muniment.batch.fixity.FixityCheck;
import org.muniment.batch.fixity.Verification;

/** Proves a sample of the archive before anything is removed anywhere. */
final class FixityStep implements NightStep {
    /** Of the items and of the ledger's entries. */
    static final int SAMPLE = 200;

    private final Archive archive;

    FixityStep(Archive archive) {
        this.archive = archive;
    }

    @Override
    public String name() {
        return "Fixity sample";
    }

    @Override
    public boolean removes() {
        return false;
    }

    @Override
    public Result run(Tonight tonight) {
        Verification found = new FixityCheck(archive, done -> {}).run(OptionalInt.of(SAMPLE), List.of());
        List<String> faults = found.faults().stream()
                .map(fault -> fault.where() + ": " + fault.what())
                .toList();
        Findings share = Findings.NONE.withFixity(new NightReport.Fixity(found.items(), found.entries(), faults));
        if (found.isClean()) {
            return new Result(
                    NightReport.Outcome.DONE,
                    found.items() + " items and " + found.entries() + " ledger entries proved",
                    share);
        }
        return new Result(
                NightReport.Outcome.FAILED,
                faults.size() + " faults found. Nothing was removed or destroyed tonight",
                share.withAlerts(List.of("The archive has faults: " + faults.size() + " in a sample of " + found.items()
                                + " items"))
                        .withTodo(List.of("Look at every fault, and restore what is damaged: muniment verify")));
    }
}
