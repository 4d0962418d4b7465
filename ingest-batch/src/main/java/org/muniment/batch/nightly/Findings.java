package org.muniment.batch.nightly;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What steps found for the page: each step its share. Parts as in {@link NightReport}. */
record Findings(
        NightReport.@Nullable Fixity fixity,
        List<NightReport.MailboxLine> mailboxes,
        List<NightReport.PlanLine> planned,
        NightReport.@Nullable Executed executed,
        List<String> breakers,
        List<NightReport.Unreconciled> unreconciled,
        List<String> alerts,
        List<NightReport.Acknowledgement> acknowledgements,
        List<String> todo) {
    static final Findings NONE =
            new Findings(null, List.of(), List.of(), null, List.of(), List.of(), List.of(), List.of(), List.of());

    Findings withFixity(NightReport.Fixity found) {
        return new Findings(
                found, mailboxes, planned, executed, breakers, unreconciled, alerts, acknowledgements, todo);
    }

    Findings withMailboxes(List<NightReport.MailboxLine> lines) {
        return new Findings(fixity, lines, planned, executed, breakers, unreconciled, alerts, acknowledgements, todo);
    }

    Findings withPlanned(List<NightReport.PlanLine> lines) {
        return new Findings(fixity, mailboxes, lines, executed, breakers, unreconciled, alerts, acknowledgements, todo);
    }

    Findings withExecuted(NightReport.Executed done) {
        return new Findings(fixity, mailboxes, planned, done, breakers, unreconciled, alerts, acknowledgements, todo);
    }

    Findings withBreakers(List<String> words) {
        return new Findings(fixity, mailboxes, planned, executed, words, unreconciled, alerts, acknowledgements, todo);
    }

    Findings withUnreconciled(List<NightReport.Unreconciled> sources) {
        return new Findings(fixity, mailboxes, planned, executed, breakers, sources, alerts, acknowledgements, todo);
    }

    Findings withAlerts(List<String> words) {
        return new Findings(
                fixity, mailboxes, planned, executed, breakers, unreconciled, words, acknowledgements, todo);
    }

    Findings withAcknowledgements(List<NightReport.Acknowledgement> waiting) {
        return new Findings(fixity, mailboxes, planned, executed, breakers, unreconciled, alerts, waiting, todo);
    }

    Findings withTodo(List<String> sentences) {
        return new Findings(
                fixity, mailboxes, planned, executed, breakers, unreconciled, alerts, acknowledgements, sentences);
    }

    /** All shares in one. */
    static Findings of(List<Findings> shares) {
        return new Findings(
                first(shares, Findings::fixity),
                all(shares, Findings::mailboxes),
                all(shares, Findings::planned),
                first(shares, Findings::executed),
                all(shares, Findings::breakers),
                all(shares, Findings::unreconciled),
                all(shares, Findings::alerts),
                all(shares, Findings::acknowledgements),
                all(shares, Findings::todo));
    }

    private static <T> @Nullable T first(List<Findings> shares, Function<Findings, @Nullable T> part) {
        return shares.stream()
                .flatMap(share -> Optional.ofNullable(part.apply(share)).stream())
                .findFirst()
                .orElse(null);
    }

    private static <T> List<T> all(List<Findings> shares, Function<Findings, List<T>> part) {
        List<T> found = new ArrayList<>();
        shares.forEach(share -> found.addAll(part.apply(share)));
        return List.copyOf(found);
    }
}
