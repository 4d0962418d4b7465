package org.muniment.archive.disposition;

import static org.muniment.archive.disposition.RecordsOffice.LEE;
import static org.muniment.archive.disposition.RecordsOffice.ORTIZ;
import static org.muniment.archive.disposition.RecordsOffice.START;
import static org.muniment.archive.disposition.RecordsOffice.on;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.muniment.archive.hold.HoldId;
import org.muniment.archive.hold.HoldKind;
import org.muniment.archive.item.ItemId;
import org.muniment.archive.query.ItemQueryParser;
import org.muniment.archive.schedule.EventKind;
import org.muniment.archive.schedule.RecordClass;
import org.muniment.archive.schedule.RecordedEvent;
import org.muniment.archive.schedule.SeriesId;
import org.muniment.archive.store.Digest;

/** What happens to mail, holds and rules, at random. */
final class MailDeeds {
    private static final List<String> CUSTODIANS = List.of("ann@x.example", "bob@x.example", "cho@x.example");
    private static final List<String> WORDS = List.of("smith", "budget", "garden");
    private static final List<String> SUBJECTS = List.of(
            "lunch", "lunch", "lunch", "invoice", "invoice", "applicant", "minutes", "lease", "thanks", "hello");

    private final World world;

    MailDeeds(World world) {
        this.world = world;
    }

    void collect() {
        if (world.known.isEmpty() || world.known.size() < 20 && world.chance(50)) {
            collectNew();
        } else {
            List<ItemId> gone = world.known.keySet().stream()
                    .filter(item -> !world.model.mails.containsKey(item))
                    .toList();
            collectAgain(world.any(gone.isEmpty() || world.chance(20) ? world.known.keySet() : gone));
        }
    }

    void collectNew() {
        String subject = world.any(SUBJECTS);
        String word = world.any(WORDS);
        boolean inThread = subject.equals("thanks") || subject.equals("invoice") ? world.chance(30) : false;
        LocalDate received = START.minusDays(world.random.nextInt(900));
        byte[] mail = RecordsOffice.mail(
                subject, word + " " + world.random.nextLong(), inThread ? "<root@district.example>" : null);
        ItemId item = ItemId.of(Digest.of(mail));
        world.bytes.put(item, mail);
        world.known.put(item, new Model.Mail(subject, word, received, inThread));
        collectAgain(item);
    }

    /** The same bytes from a mailbox: a first time, a further one, or after they were destroyed. */
    void collectAgain(ItemId item) {
        Model.Mail first = Objects.requireNonNull(world.known.get(item));
        if (first.damaged && world.office.isThere(item)) {
            return;
        }
        String custodian =
                first.custodians.isEmpty() || world.chance(20) ? world.any(CUSTODIANS) : world.any(first.custodians);
        world.office.collect(Objects.requireNonNull(world.bytes.get(item)), on(first.received), custodian);
        Model.Mail mail = world.model.mails.get(item);
        if (mail == null) {
            mail = world.limbo.remove(item);
        }
        if (mail == null) {
            mail = new Model.Mail(first.subject, first.word, first.received, first.inThread);
            world.known.put(item, mail);
        }
        mail.custodians.add(custodian);
        world.model.mails.put(item, mail);
    }

    void placeHold() {
        if (world.model.holds.values().stream()
                        .filter(hold -> hold.ends == null)
                        .count()
                >= 2) {
            return;
        }
        String word = world.chance(60) ? world.any(WORDS) : null;
        String custodian = word == null || world.chance(30) ? world.any(CUSTODIANS) : null;
        HoldId id = world.office.hold(
                world.any(List.of(HoldKind.values())),
                custodian == null ? world.office.scope(word) : world.office.scope(word, custodian),
                world.model.day);
        world.model.holds.put(id, new Model.Hold(word, custodian));
    }

    void askRelease() {
        for (Map.Entry<HoldId, Model.Hold> one : world.model.holds.entrySet()) {
            if (!one.getValue().requested) {
                world.office.change(
                        () -> world.office.holds.requestRelease(one.getKey(), ORTIZ, "settled", on(world.model.day)));
                one.getValue().requested = true;
                return;
            }
        }
    }

    void release() {
        for (Map.Entry<HoldId, Model.Hold> one : world.model.holds.entrySet()) {
            Model.Hold hold = one.getValue();
            if (hold.requested && hold.ends == null) {
                int days = 1 + world.random.nextInt(30);
                world.office.change(
                        () -> world.office.holds.approveRelease(one.getKey(), LEE, on(world.model.day), days));
                hold.ends = world.model.day.plusDays(days);
                return;
            }
        }
    }

    void schedule() {
        world.model.lunchDays = world.any(List.of(30, 90, 200));
        world.office.adopt(SmallSchedule.yaml(world.model.lunchDays), world.model.day);
    }

    void event() {
        RecordedEvent.About about =
                new RecordedEvent.About.Matching(new ItemQueryParser(RecordsOffice.ZONE).parse("subject:lease"));
        LocalDate ended = world.model.day.minusDays(world.random.nextInt(600));
        world.office.change(() -> world.office
                .retention
                .events()
                .record(EventKind.CONTRACT_ENDED, ended, about, world.model.day, ORTIZ, on(world.model.day)));
        LocalDate before = world.model.leaseEnded;
        world.model.leaseEnded = before == null || ended.isAfter(before) ? ended : before;
    }

    void declare() {
        if (world.model.mails.isEmpty()) {
            return;
        }
        ItemId item = world.any(world.model.mails.keySet());
        Model.Mail mail = world.model.mail(item);
        if (mail.damaged) {
            return;
        }
        String series = world.any(List.of("R01", "T01", "T01", "R35", "R35"));
        world.office.change(() -> world.office
                .retention
                .declarations()
                .declare(
                        world.office.document(item),
                        series.equals("R01") ? RecordClass.PERMANENT : RecordClass.DISPOSABLE,
                        new SeriesId(series),
                        "as a person sees it",
                        ORTIZ,
                        world.model.day,
                        on(world.model.day)));
        mail.declared.add(series);
    }

    void confirm() {
        for (ItemId item : List.copyOf(world.model.mails.keySet())) {
            Model.Mail mail = world.model.mail(item);
            if (!mail.declared.isEmpty() && !mail.damaged) {
                world.office.change(() -> world.office
                        .retention
                        .declarations()
                        .confirm(world.office.document(item), LEE, world.model.day, on(world.model.day)));
                mail.confirmed = mail.declared.getLast();
                mail.declared.clear();
                return;
            }
        }
    }

    void damage() {
        if (!world.model.mails.isEmpty() && world.chance(20)) {
            ItemId item = world.any(world.model.mails.keySet());
            Model.Mail mail = world.model.mail(item);
            if (!mail.damaged) {
                world.store.flip(world.digest(item), 40);
                mail.damaged = true;
            }
        }
    }
}
