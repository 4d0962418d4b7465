package org.muniment.archive.disposition;

import java.util.Optional;
import java.util.stream.Collectors;
import org.muniment.archive.hold.HoldKind;

/** A legal hold of one kind: litigation, an open records request, a departed employee's pending mailbox, an audit. */
record Held(HoldKind kind) implements Veto {
    @Override
    public String name() {
        return "hold: " + kind.words();
    }

    @Override
    public Optional<String> against(Case item) {
        String holds = item.holds().stream()
                .filter(hold -> hold.kind() == kind)
                .map(hold -> hold.id() + " (matter " + hold.matter() + ")")
                .collect(Collectors.joining(", "));
        return holds.isEmpty() ? Optional.empty() : Optional.of("It is under " + name() + ": " + holds + ".");
    }
}
