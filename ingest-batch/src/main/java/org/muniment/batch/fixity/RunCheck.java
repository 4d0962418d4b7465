package org.muniment.batch.fixity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muniment.archive.item.Run;
import org.muniment.archive.item.RunRegister;
import org.muniment.archive.item.RunRegisters;
import org.muniment.archive.item.Tally;
import org.muniment.archive.ledger.CustodyEvent;

/**
 * Checks runs and their rejections against what the ledger noted of them. Remembers each run, not each rejection. What was
 * registered is read before the ledger is and what the ledger noted is looked up after, so that a run under way is not
 * taken for a fault. How long a run worked is noted nowhere else: only that it is no negative time is checked.
 */
final class RunCheck {
    private final RunRegisters registers;
    private final Faults faults;
    private final Set<String> ended = new HashSet<>();
    private final Map<String, Long> rejections = new HashMap<>();
    private final Map<String, Long> noted = new HashMap<>();
    private final Map<String, Integer> reconciled = new HashMap<>();
    private final Set<String> named = new HashSet<>();
    private final Map<String, List<CustodyEvent.Rejected>> pending = new LinkedHashMap<>();

    RunCheck(RunRegisters registers, Faults faults) {
        this.registers = registers;
        this.faults = faults;
    }

    /** Before the ledger is read. */
    void begin() {
        rejections.putAll(registers.rejections());
        registers.all().forEach(this::check);
    }

    private void check(RunRegister run) {
        if (!run.knownByItsSource()) {
            fault(run.id(), "is not filed under its source, custodian and type");
        }
        if (!run.id().startsWith(Run.idPrefix(Instant.ofEpochMilli(run.started())))) {
            fault(run.id(), "did not start when its row says it did");
        }
        if (run.millis() < 0) {
            fault(run.id(), "worked for less than no time");
        }
        switch (run.state()) {
            case "RECONCILED" -> ended.add(run.id());
            case "OPEN", "UNRECONCILED" -> {}
            default -> fault(run.id(), "is in no state that there is: " + run.state());
        }
    }

    /** An entry of the ledger names the run. */
    void named(String run) {
        named.add(run);
    }

    void rejected(CustodyEvent.Rejected event) {
        named.add(event.run());
        pending.computeIfAbsent(event.run(), any -> new ArrayList<>()).add(event);
    }

    void reconciled(CustodyEvent.Reconciled event) {
        named.add(event.run());
        if (reconciled.merge(event.run(), 1, Integer::sum) > 1) {
            fault(event.run(), "was reconciled twice, says the ledger");
        }
        registers.find(event.run()).ifPresent(row -> compare(row, event));
    }

    private void compare(RunRegister row, CustodyEvent.Reconciled event) {
        Tally tally = new Tally(
                event.read(), event.stored(), event.duplicates(), event.unreadable(), event.rejected(), event.bytes());
        if (!row.tally().equals(tally)) {
            fault(row.id(), "has other counts than those it was reconciled with: " + row.tally() + ", not " + tally);
        }
        Long end = row.ended();
        if (!row.state().equals("RECONCILED")
                || end == null
                || end != event.at().toEpochMilli()) {
            fault(row.id(), "was reconciled at " + event.at() + ", says the ledger; its row says otherwise");
        }
    }

    /** Looks up the rejections that were noted since the last call. */
    void settle() {
        pending.forEach(this::compare);
        pending.clear();
    }

    private void compare(String run, List<CustodyEvent.Rejected> events) {
        long before = noted.getOrDefault(run, 0L);
        long after = before + events.size();
        noted.put(run, after);
        Map<Long, RunRegister.Rejected> rows = registers.rejections(run, before, after).stream()
                .collect(Collectors.toMap(RunRegister.Rejected::ordinal, Function.identity()));
        for (int i = 0; i < events.size(); i++) {
            long ordinal = before + 1 + i;
            var expected = new RunRegister.Rejected(
                    ordinal, events.get(i).place(), events.get(i).reason());
            if (!expected.equals(rows.get(ordinal))) {
                fault(run, "its rejection " + ordinal + " is not the one that the ledger noted");
            }
        }
    }

    /** After the ledger was read. */
    void end() {
        ended.stream()
                .filter(run -> !reconciled.containsKey(run))
                .forEach(run -> fault(run, "was never reconciled, says the ledger; its row says it was"));
        rejections.forEach((run, count) -> {
            if (count > noted.getOrDefault(run, 0L)) {
                fault(run, "has " + count + " rejections, the ledger noted " + noted.getOrDefault(run, 0L));
            }
        });
        named.stream()
                .filter(run -> registers.find(run).isEmpty())
                .forEach(run -> fault(run, "is named in the ledger and is not in the catalogue any more"));
    }

    private void fault(String run, String what) {
        faults.add("run " + run, what + "; " + Remedy.BACKUP);
    }
}
