package org.muniment.archive.disposition;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.muniment.archive.Catalogue;

/** An office in which anything happens at random, beside the model that knows what must not. */
final class RandomOffice {
    /** What can happen, and how often. */
    enum Deed {
        COLLECT(16),
        PLACE_HOLD(4),
        ASK_RELEASE(7),
        RELEASE(7),
        PROPOSE(7),
        APPROVE(9),
        CONDEMN(9),
        DESTROY(20),
        RESTORE(2),
        WITHDRAW(2),
        SIGN_OR_REVOKE(2),
        SCHEDULE(1),
        EVENT(1),
        DECLARE(2),
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

    private final World world;
    private final MailDeeds mail;
    private final PlanDeeds plans;
    private final EnumMap<Deed, Integer> done = new EnumMap<>(Deed.class);
    private int crashes;

    RandomOffice(Catalogue catalogue, Path folder, Random random) {
        this.world = new World(catalogue, folder, random);
        this.mail = new MailDeeds(world);
        this.plans = new PlanDeeds(world);
    }

    int crashes() {
        return crashes;
    }

    int deleted() {
        return world.deleted;
    }

    Map<Deed, Integer> done() {
        return done;
    }

    /** One thing happens; whoever is not allowed to is refused, which must change nothing. */
    void step() {
        Deed deed = Deed.any(world.random);
        world.office.today = world.model.day;
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
            world.restart();
        } finally {
            world.fuse.putOut();
        }
    }

    private void run(Deed deed) {
        switch (deed) {
            case COLLECT -> mail.collect();
            case PLACE_HOLD -> mail.placeHold();
            case ASK_RELEASE -> mail.askRelease();
            case RELEASE -> mail.release();
            case PROPOSE -> plans.propose();
            case APPROVE -> plans.approve();
            case CONDEMN -> plans.condemn();
            case DESTROY -> plans.destroy();
            case RESTORE -> plans.restore();
            case WITHDRAW -> plans.withdraw();
            case SIGN_OR_REVOKE -> plans.signOrRevoke();
            case SCHEDULE -> mail.schedule();
            case EVENT -> mail.event();
            case DECLARE -> mail.declare();
            case CONFIRM -> mail.confirm();
            case CLASSIFY -> world.office.classifyAgain(world.model.day);
            case DAMAGE -> mail.damage();
            case CLOCK ->
                world.model.day = world.model.day.plusDays(
                        world.random.nextInt(10) == 0 ? -world.random.nextInt(9) : world.random.nextInt(25));
        }
    }

    void endWell() {
        new GoodEnd(world, mail).endWell();
    }
}
