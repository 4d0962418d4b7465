package org.muniment.archive.schedule;

/** What was asked is against the rules of schedules and declarations; the message says which, and what to do. */
public final class ScheduleRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ScheduleRefused(String message) {
        super(message);
    }
}
