package org.muniment.archive.disposition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.muniment.archive.item.ItemId;

/**
 * What was found about a batch outside the lock, and on what state of holds and rules that rests.
 *
 * @param epoch of the holds
 * @param evaluation number of the rules
 * @param terms of the plan
 * @param doomed to be destroyed
 * @param kept to be withdrawn
 */
record Judgement(long epoch, long evaluation, Terms terms, List<Verdict.Doomed> doomed, List<Withdrawal> kept) {
    /**
     * A store that answers for no item says nothing about any of them: then nothing is judged. Nor is it when it does not
     * answer for one whose destruction was begun: that object may be gone.
     *
     * @throws org.muniment.archive.store.StoreUnavailable in these cases
     */
    static Judgement of(long epoch, long evaluation, Terms terms, List<Verdict> verdicts) {
        List<Verdict.Doomed> doomed = new ArrayList<>();
        List<Withdrawal> kept = new ArrayList<>();
        List<Verdict.Unanswered> unanswered = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            switch (verdict) {
                case Verdict.Doomed one -> doomed.add(one);
                case Verdict.Kept one -> kept.add(new Withdrawal(one.line(), one.refusal()));
                case Verdict.Unanswered one -> unanswered.add(one);
            }
        }
        boolean none = unanswered.size() == verdicts.size();
        unanswered.stream()
                .filter(one -> none || one.line().isBegun())
                .findFirst()
                .ifPresent(one -> {
                    throw one.problem();
                });
        unanswered.forEach(one -> kept.add(new Withdrawal(one.line(), Vetoes.notJudged(one.problem()))));
        return new Judgement(epoch, evaluation, terms, doomed, kept);
    }

    List<PlanLine> doomedLines() {
        return doomed.stream().map(Verdict::line).toList();
    }

    Map<ItemId, Long> revisions() {
        Map<ItemId, Long> revisions = new HashMap<>();
        doomed.forEach(one -> revisions.put(one.line().item(), one.seen().item().revision()));
        return revisions;
    }
}
