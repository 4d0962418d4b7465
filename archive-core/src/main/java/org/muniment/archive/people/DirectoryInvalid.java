package org.muniment.archive.people;

import java.util.List;
import java.util.stream.Collectors;

/** A directory's file that can't be taken over. Nothing of it was. */
public final class DirectoryInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Something wrong in the file.
     *
     * @param line from 1; 0 when it is about the file as a whole
     * @param what is wrong and what to do, in words
     */
    public record Fault(int line, String what) {
        @Override
        public String toString() {
            return line == 0 ? what : "line " + line + ": " + what;
        }
    }

    private static final int SHOWN = 20;

    private final transient List<Fault> faults;

    DirectoryInvalid(List<Fault> faults) {
        super(words(faults));
        this.faults = List.copyOf(faults);
    }

    DirectoryInvalid(String what) {
        this(List.of(new Fault(0, what)));
    }

    private static String words(List<Fault> faults) {
        String more = faults.size() > SHOWN ? "\nand " + (faults.size() - SHOWN) + " more" : "";
        return "Nothing was taken over from the file.\n"
                + faults.stream().limit(SHOWN).map(Fault::toString).collect(Collectors.joining("\n")) + more;
    }

    /** In the order of the file. */
    public List<Fault> faults() {
        return faults;
    }
}
