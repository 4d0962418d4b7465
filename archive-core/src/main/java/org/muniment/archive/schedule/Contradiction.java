package org.muniment.archive.schedule;

import org.jspecify.annotations.Nullable;

/** What a series cannot say in one breath. */
final class Contradiction {
    private Contradiction() {}

    /** What contradicts and what to write instead; empty when nothing does. */
    static String in(
            RecordClass recordClass,
            Standing standing,
            RetentionPeriod keep,
            @Nullable RetentionPeriod exit,
            boolean transitory) {
        if (transitory && recordClass != RecordClass.DISPOSABLE) {
            return "Only Class 3 can be transitory; write transitory: false";
        }
        if (standing == Standing.NOT_A_RECORD && recordClass != RecordClass.DISPOSABLE) {
            return "What is not a record is kept as Class 3; write class: 3";
        }
        return exit == null ? ofPeriod(recordClass, keep) : ofExit(recordClass, keep, exit);
    }

    private static String ofPeriod(RecordClass recordClass, RetentionPeriod keep) {
        boolean permanent = keep instanceof RetentionPeriod.Permanent;
        return switch (recordClass) {
            case PERMANENT -> permanent ? "" : "Class 1 is kept permanently; write keep: permanent, or give it an exit";
            case OPTIONAL -> permanent ? "Class 2 ends one day; write keep: until reclassified, or class: 1" : "";
            case DISPOSABLE -> endless(keep) ? "Class 3 has a period that ends; write class: 1 or class: 2" : "";
        };
    }

    private static String ofExit(RecordClass recordClass, RetentionPeriod keep, RetentionPeriod exit) {
        if (recordClass != RecordClass.PERMANENT) {
            return "Only Class 1 has an exit; leave exit out";
        }
        return endless(keep) || endless(exit)
                ? "After its exit a record is Class 3 and has a period that ends; write keep: and exit: so"
                : "";
    }

    private static boolean endless(RetentionPeriod period) {
        return period instanceof RetentionPeriod.Permanent || period instanceof RetentionPeriod.UntilReclassified;
    }
}
