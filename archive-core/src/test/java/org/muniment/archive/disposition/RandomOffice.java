package org.muniment.archive.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muniment.archive.disposition.RecordsOffice.CHO;
import static org.muniment.archive.disposition.RecordsOffice.LEE;
import static org.muniment.archive.disposition.RecordsOffice.ORTIZ;
import static org.muniment.archive.disposition.RecordsOffice.START;
import static org.muniment.archive.disposition.RecordsOffice.on;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.muniment.archive.Catalogue;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.ledger.CustodyEvent;
import org.muniment.archive.ledger.LedgerKey;
import org.muniment.archive.ledger.Officer;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.schedule.EventKind;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.RecordedEvent;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.store.Digest;
import org.muniment.archive.store.InMemoryObjectStore;

/** An office in which anything happens at random, beside the model that knows what must not. */
final class RandomOffice {
    /** What can happen, and how often. */
    enum Deed {
        COLLECT(16),
        PLACE_HOLD(5),
        ASK_RELEASE(5),
        RELEASE(5),
        PROPOSE(7),
        APPROVE(9),
        CONDEMN(9),
        DESTROY(20),
        RESTORE(2),
        WITHDRAW(2),
        SIGN_OR_REVOKE(2),
        SCHEDULE(1),
        EVENT(1),
        DECLARE(3),
        CONFIRM(3),
        CLASSIFY(1),
        DAMAGE(1),
        CLOCK(14);

        private final int weight;

        Deed(int weight) {
            this.weight = weight;
        }

        static Deed any(Random random) {
            int at = random.nextInt(WEIGHT);
            for (Deed deed : values()) {
                at -= deed.weight;
                if (at < 0) {
                    return deed;
                }
            }
            throw new IllegalStateException("Weights do not add up");
        }

        private static final int WEIGHT =
                java.util.Arrays.stream(values()).mapToInt(deed -> deed.weight).sum();
    }

    private static final List<String> CUSTODIANS = List.of("ann@x.example", "bob@x.example", "cho@x.example");
    private static final List<String> WORDS = List.of("smith", "budget", "garden");
    private static final List<String> SUBJECTS = List.of(
            "lunch", "lunch", "lunch", "invoice", "invoice", "applicant", "minutes", "lease", "thanks", "hello");
    private final Random random;
    private final Catalogue catalogue;
    private final Path folder;
    private final LedgerKey key;
    private final InMemoryObjectStore store = new InMemoryObjectStore();
    private final Fuse fuse = new Fuse();
    private final Model model = new Model(START, 90);
    /** Deleted, but not yet off the catalogue: the process died in between. */
    private final Map<ItemId, Model.Mail> limbo = new HashMap<>();

    private final Map<ItemId, byte[]> bytes = new HashMap<>();
    private final Map<ItemId, Model.Mail> known = new HashMap<>();
    private final EnumMap<Deed, Integer> done = new EnumMap<>(Deed.class);
    private RecordsOffice office;
    private int crashes;
    private int deleted;

    RandomOffice(Catalogue catalogue, Path folder, Random random) {
        this.catalogue = catalogue;
        this.folder = folder;
        this.key = RecordsOffice.key(folder);
        this.random = random;
        this.office = reopened();
        office.adopt(SmallSchedule.yaml(model.lunchDays));
    }

    private RecordsOffice reopened() {
        return new RecordsOffice(
                catalogue,
                new WatchedObjects(store, fuse, this::deleting),
                folder,
                fuse.around(catalogue.transactions()),
                key);
    }

    int crashes() {
        return crashes;
    }

    int deleted() {
        return deleted;
    }

    Map<Deed, Integer> done() {
        return done;
    }

    private void deleting(Digest object) {
        ItemId item = ItemId.of(object);
        model.wrong(item).ifPresent(why -> {
            throw new AssertionError("Wrongful destruction: " + why);
        });
        limbo.put(item, model.mails.remove(item));
        deleted++;
    }

    /** One thing happens; whoever is not allowed to is refused, which must change nothing. */
    void step() {
        Deed deed = Deed.any(random);
        office.today = model.day;
        try {
            run(deed);
            done.merge(deed, 1, Integer::sum);
        } catch (DispositionRefused refused) {
            // Nothing was done; the model did not change either.
        } catch (RuntimeException | Crash e) {
            if (!Crash.is(e)) {
                throw e;
            }
            crashes++;
            office = reopened();
            afterCrash();
        } finally {
            fuse.putOut();
        }
    }

    private void run(Deed deed) {
        switch (deed) {
            case COLLECT -> collect();
            case PLACE_HOLD -> placeHold();
            case ASK_RELEASE -> askRelease();
            case RELEASE -> release();
            case PROPOSE -> propose();
            case APPROVE -> approve();
            case CONDEMN -> condemn();
            case DESTROY -> destroy();
            case RESTORE -> restore();
            case WITHDRAW -> withdraw();
            case SIGN_OR_REVOKE -> signOrRevoke();
            case SCHEDULE -> schedule();
            case EVENT -> event();
            case DECLARE -> declare();
            case CONFIRM -> confirm();
            case CLASSIFY -> office.classifyAgain(model.day);
            case DAMAGE -> damage();
            case CLOCK ->
                model.day = model.day.plusDays(random.nextInt(10) == 0 ? -random.nextInt(9) : random.nextInt(25));
        }
    }

    private <T> T any(java.util.Collection<T> of) {
        List<T> all = new ArrayList<>(of);
        return all.get(random.nextInt(all.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private void collect() {
        if (known.isEmpty() || known.size() < 20 && chance(50)) {
            collectNew();
        } else {
            List<ItemId> gone = known.keySet().stream()
                    .filter(item -> !model.mails.containsKey(item))
                    .toList();
            collectAgain(any(gone.isEmpty() || chance(20) ? known.keySet() : gone));
        }
    }

    private void collectNew() {
        String subject = any(SUBJECTS);
        String word = any(WORDS);
        boolean inThread = subject.equals("thanks") || subject.equals("invoice") ? chance(30) : false;
        LocalDate received = START.minusDays(random.nextInt(900));
        byte[] mail = RecordsOffice.mail(
                subject, word + " " + random.nextLong(), inThread ? "<root@district.example>" : null);
        ItemId item = ItemId.of(Digest.of(mail));
        bytes.put(item, mail);
        known.put(item, new Model.Mail(subject, word, received, inThread));
        collectAgain(item);
    }

    /** The same bytes from a mailbox: a first time, a further one, or after they were destroyed. */
    private void collectAgain(ItemId item) {
        Model.Mail first = Objects.requireNonNull(known.get(item));
        if (first.damaged && office.isThere(item)) {
            return;
        }
        String custodian = any(CUSTODIANS);
        office.collect(Objects.requireNonNull(bytes.get(item)), on(first.received), custodian);
        Model.Mail mail = model.mails.get(item);
        if (mail == null) {
            mail = limbo.remove(item);
        }
        if (mail == null) {
            mail = new Model.Mail(first.subject, first.word, first.received, first.inThread);
            known.put(item, mail);
        }
        mail.custodians.add(custodian);
        model.mails.put(item, mail);
    }

    private void placeHold() {
        if (model.holds.values().stream().filter(hold -> hold.ends == null).count() >= 3) {
            return;
        }
        String word = chance(60) ? any(WORDS) : null;
        String custodian = word == null || chance(30) ? any(CUSTODIANS) : null;
        HoldId id = office.hold(
                any(List.of(HoldKind.values())),
                custodian == null ? office.scope(word) : office.scope(word, custodian),
                model.day);
        model.holds.put(id, new Model.Hold(word, custodian));
    }

    private void askRelease() {
        for (Map.Entry<HoldId, Model.Hold> one : model.holds.entrySet()) {
            if (!one.getValue().requested) {
                office.change(() -> office.holds.requestRelease(one.getKey(), ORTIZ, "settled", on(model.day)));
                one.getValue().requested = true;
                return;
            }
        }
    }

    private void release() {
        for (Map.Entry<HoldId, Model.Hold> one : model.holds.entrySet()) {
            Model.Hold hold = one.getValue();
            if (hold.requested && hold.ends == null) {
                int days = 1 + random.nextInt(30);
                office.change(() -> office.holds.approveRelease(one.getKey(), LEE, on(model.day), days));
                hold.ends = model.day.plusDays(days);
                return;
            }
        }
    }

    private void mayCrash(int moments) {
        if (chance(35)) {
            fuse.light(random.nextInt(moments));
        }
    }

    private void propose() {
        mayCrash(4);
        boolean unattended = chance(40);
        Set<SeriesId> series = chance(70) ? Set.of() : Set.of(new SeriesId(any(Model.SERIES.values())));
        LocalDate asOf = chance(80) ? model.day : model.day.plusDays(random.nextInt(60));
        office.disposal.planner().propose(new PlanRequest(asOf, series, unattended, ORTIZ, on(model.day)));
        learnPlans();
    }

    /** Lists are what they were when they were first seen: nothing may be added to them. */
    private void learnPlans() {
        for (Plan plan : office.disposal.plans().open()) {
            model.plans.computeIfAbsent(plan.id(), id -> {
                Model.Listed listed = new Model.Listed();
                office.disposal
                        .plans()
                        .lines(id, 0, 1000)
                        .forEach(line ->
                                listed.series.put(line.item(), line.series().value()));
                return listed;
            });
        }
    }

    /** Mostly one that waits for the deed, sometimes any: then the deed is refused. */
    private PlanId plan(Class<? extends Plan.Stage> stage) {
        List<Plan> open = office.disposal.plans().open();
        List<Plan> waiting =
                open.stream().filter(plan -> stage.isInstance(plan.stage())).toList();
        List<Plan> from = waiting.isEmpty() || chance(10) ? open : waiting;
        if (from.isEmpty()) {
            throw new DispositionRefused("There is none.");
        }
        return any(from).id();
    }

    private void approve() {
        PlanId plan = plan(Plan.Stage.Proposed.class);
        Plan found = office.disposal.plans().find(plan).orElseThrow();
        if (found.request().unattended() && !model.authorities.isEmpty()) {
            String id = any(model.authorities.keySet());
            StandingAuthority authority = office.disposal.authorities().find(id).orElseThrow();
            office.change(() -> office.disposal.plans().approveUnder(plan, authority, on(model.day)));
            assertThat(model.holds(id)).as("authority %s holds", id).isTrue();
            model.listed(plan).authority = id;
        } else {
            Officer second = chance(20) ? ORTIZ : LEE;
            office.change(() -> office.disposal.plans().approve(plan, second, RecordsOffice.ACTION, on(model.day)));
            assertThat(second).as("who approves is not who proposed").isEqualTo(LEE);
        }
        model.listed(plan).approved = true;
    }

    private void condemn() {
        PlanId plan = plan(Plan.Stage.Approved.class);
        mayCrash(2);
        model.listed(plan).graceEnds = office.disposal.destruction().condemn(plan, on(model.day));
    }

    private void destroy() {
        PlanId plan = plan(Plan.Stage.Condemned.class);
        mayCrash(25);
        Step step = office.disposal.destruction().destroy(plan, 1 + random.nextInt(6), on(model.day));
        switch (step) {
            case Batch batch -> settled(plan, batch);
            case Step.Stopped stopped -> {
                fuse.putOut();
                office.change(() -> office.disposal.trips().override(plan.value(), LEE, "looked at", on(model.day)));
            }
        }
    }

    private void settled(PlanId plan, Batch batch) {
        Model.Listed listed = model.listed(plan);
        batch.withdrawn().forEach(one -> listed.off.add(one.item()));
        for (ItemId item : batch.destroyed()) {
            assertThat(limbo.remove(item))
                    .as("what is destroyed was deleted: %s", item)
                    .isNotNull();
            listed.off.add(item);
        }
    }

    private void restore() {
        PlanId plan = plan(Plan.Stage.Condemned.class);
        Model.Listed listed = model.listed(plan);
        List<ItemId> items = List.of(any(listed.series.keySet()));
        mayCrash(2);
        List<ItemId> lost = office.disposal.destruction().restore(plan, items, CHO, "asked for", on(model.day));
        items.stream().filter(item -> !lost.contains(item)).forEach(listed.off::add);
        lost.forEach(item -> assertThat(store.contains(digest(item))).isFalse());
    }

    private Digest digest(ItemId item) {
        return Digest.of(Objects.requireNonNull(bytes.get(item)));
    }

    private void withdraw() {
        PlanId plan = plan(Plan.Stage.Proposed.class);
        ItemId item = any(model.listed(plan).series.keySet());
        office.change(() -> office.disposal.plans().withdraw(plan, item, CHO, "still needed", on(model.day)));
        model.listed(plan).off.add(item);
    }

    private void signOrRevoke() {
        if (model.authorities.isEmpty() || chance(60)) {
            StandingAuthority signed = office.inTransaction(() -> office.disposal
                    .authorities()
                    .sign(Set.of(new SeriesId("T01"), new SeriesId("R58")), LEE, CHO, on(model.day)));
            model.authorities.put(signed.id(), model.day);
        } else {
            String id = any(model.authorities.keySet());
            office.change(() -> office.disposal.authorities().revoke(id, LEE, on(model.day)));
            model.authorities.remove(id);
        }
    }

    private void schedule() {
        model.lunchDays = any(List.of(30, 90, 200));
        office.adopt(SmallSchedule.yaml(model.lunchDays), model.day);
    }

    private void event() {
        RecordedEvent.About about =
                new RecordedEvent.About.Matching(new ItemQueryParser(RecordsOffice.ZONE).parse("subject:lease"));
        LocalDate ended = model.day.minusDays(random.nextInt(600));
        office.change(() -> office.retention
                .events()
                .record(EventKind.CONTRACT_ENDED, ended, about, model.day, ORTIZ, on(model.day)));
        LocalDate before = model.leaseEnded;
        model.leaseEnded = before == null || ended.isAfter(before) ? ended : before;
    }

    private void declare() {
        if (model.mails.isEmpty()) {
            return;
        }
        ItemId item = any(model.mails.keySet());
        Model.Mail mail = model.mail(item);
        if (mail.damaged) {
            return;
        }
        String series = any(List.of("R01", "T01", "R35"));
        office.change(() -> office.retention
                .declarations()
                .declare(
                        office.document(item),
                        series.equals("R01") ? RecordClass.PERMANENT : RecordClass.DISPOSABLE,
                        new SeriesId(series),
                        "as a person sees it",
                        ORTIZ,
                        model.day,
                        on(model.day)));
        mail.declared.add(series);
    }

    private void confirm() {
        for (ItemId item : List.copyOf(model.mails.keySet())) {
            Model.Mail mail = model.mail(item);
            if (!mail.declared.isEmpty() && !mail.damaged) {
                office.change(() ->
                        office.retention.declarations().confirm(office.document(item), LEE, model.day, on(model.day)));
                mail.confirmed = mail.declared.getLast();
                mail.declared.clear();
                return;
            }
        }
    }

    private void damage() {
        if (!model.mails.isEmpty() && chance(20)) {
            ItemId item = any(model.mails.keySet());
            Model.Mail mail = model.mail(item);
            if (!mail.damaged) {
                store.flip(digest(item), 40);
                mail.damaged = true;
            }
        }
    }

    /** What was committed before the process died counts; the model learns it from the catalogue. */
    private void afterCrash() {
        learnPlans();
        for (Map.Entry<PlanId, Model.Listed> one : model.plans.entrySet()) {
            if (one.getValue().off.containsAll(one.getValue().series.keySet())) {
                continue;
            }
            Plan plan = office.disposal.plans().find(one.getKey()).orElseThrow();
            if (plan.stage() instanceof Plan.Stage.Condemned condemned && one.getValue().graceEnds == null) {
                assertThat(condemned.graceEnds()).isEqualTo(model.day.plusDays(30));
                one.getValue().graceEnds = condemned.graceEnds();
            }
            office.disposal.plans().lines(one.getKey(), 0, 1000).stream()
                    .filter(line -> line.disposition() instanceof Disposition.Withdrawn
                            || line.disposition() instanceof Disposition.Destroyed)
                    .forEach(line -> one.getValue().off.add(line.item()));
        }
        limbo.keySet().removeIf(item -> !office.isThere(item));
    }

    /** Everything is released, approved and waited for: then what is due must be gone, and nothing else. */
    void endWell() {
        while (model.holds.values().stream().anyMatch(hold -> hold.ends == null)) {
            askRelease();
            release();
        }
        model.day = model.day.plusDays(40);
        model.mails.forEach((item, mail) -> {
            if (mail.damaged) {
                store.flip(digest(item), 40);
                mail.damaged = false;
            }
        });
        office.classifyAgain(model.day);
        for (Plan plan : office.disposal.plans().open()) {
            finish(plan);
        }
        Plan plan = proposeAll();
        while (plan.items() > 0) {
            finish(plan);
            plan = proposeAll();
        }
        check();
    }

    private Plan proposeAll() {
        Plan plan = office.disposal
                .planner()
                .propose(new PlanRequest(model.day, Set.of(), false, ORTIZ, on(model.day)))
                .plan();
        learnPlans();
        return plan;
    }

    private void finish(Plan plan) {
        Model.Listed listed = model.listed(plan.id());
        if (plan.approval().isEmpty()) {
            office.approve(plan.id(), model.day);
            listed.approved = true;
        }
        if (listed.graceEnds == null) {
            listed.graceEnds = office.disposal.destruction().condemn(plan.id(), on(model.day));
        }
        LocalDate end = listed.graceEnds;
        if (model.day.isBefore(end)) {
            model.day = end;
        }
        while (office.disposal.plans().counts(plan.id()).open() > 0) {
            settled(plan.id(), office.destroyAll(plan.id(), model.day));
        }
    }

    private String left(ItemId item, Model.Mail mail) {
        return item + " (" + mail.series() + ", received " + mail.received + ") is left for ever on " + model.day
                + "; classified " + office.retention.classifications().find(item) + "; anew "
                + office.retention.evaluations().current(model.day).classify(office.document(item)) + "; on plans "
                + office.disposal.dispositions().of(item);
    }

    private void check() {
        assertThat(limbo).as("deleted, but still in the catalogue").isEmpty();
        model.mails.forEach((item, mail) -> {
            assertThat(office.isThere(item)).as("%s is registered", item).isTrue();
            assertThat(store.contains(digest(item)))
                    .as("%s has its object", item)
                    .isTrue();
            assertThat(model.destroyable(mail)).as(() -> left(item, mail)).isFalse();
        });
        assertThat(office.items.all().count()).isEqualTo(model.mails.size());
        assertThat(office.objects.list().count()).isEqualTo(model.mails.size());
        long destroyed = office.events(CustodyEvent.Destroyed.class).size();
        assertThat(office.items.destroyedAfter(0, 1_000_000)).hasSize((int) destroyed);
    }
}
