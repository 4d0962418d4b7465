package org.muniment.batch.ingest.sources;

/** Something in {@code sources.yaml} that is wrong. Never holds a secret's value. */
public final class SettingsProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final String what;
    private final String remedy;

    /**
     * @param line where in the file, from 1
     * @param what is wrong, without a full stop
     * @param remedy what to do, without a full stop
     */
    public SettingsProblem(int line, String what, String remedy) {
        super("line " + line + ": " + what + ". " + remedy + ".");
        this.line = line;
        this.what = what;
        this.remedy = remedy;
    }

    /** Where in the file, from 1. */
    public int line() {
        return line;
    }

    /** What is wrong, without a full stop. */
    public String what() {
        return what;
    }

    /** What to do, without a full stop. */
    public String remedy() {
        return remedy;
    }
}
