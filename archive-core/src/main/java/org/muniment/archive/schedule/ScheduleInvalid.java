package org.muniment.archive.schedule;

import java.util.List;
import java.util.stream.Collectors;

/** A schedule that cannot be adopted as written: everything that is wrong with it, not only the first. */
public final class ScheduleInvalid extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param line where, from 1
     * @param problem what
     * @param remedy what to do
     */
    public record Problem(int line, String problem, String remedy) {
        @Override
        public String toString() {
            return "line " + line + ": " + problem + ". " + remedy + ".";
        }
    }

    ScheduleInvalid(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }
}
