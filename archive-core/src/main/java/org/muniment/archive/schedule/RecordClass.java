package org.muniment.archive.schedule;

/** The three classes of district records, 5 CCR 16022. */
public enum RecordClass {
    /** Class 1: kept indefinitely (5 CCR 16023). */
    PERMANENT(1, "Class 1 Permanent"),
    /** Class 2: kept until reclassified as Class 3 (5 CCR 16024). */
    OPTIONAL(2, "Class 2 Optional"),
    /** Class 3: destroyed when its time has come (5 CCR 16025 to 16027). */
    DISPOSABLE(3, "Class 3 Disposable");

    private final int number;
    private final String title;

    RecordClass(int number, String title) {
        this.number = number;
        this.title = title;
    }

    /** 1, 2 or 3. */
    public int number() {
        return number;
    }

    /** As people and letters name it. */
    public String title() {
        return title;
    }

    /**
     * The class of that number.
     *
     * @throws IllegalArgumentException for anything but 1, 2 and 3
     */
    public static RecordClass of(int number) {
        return switch (number) {
            case 1 -> PERMANENT;
            case 2 -> OPTIONAL;
            case 3 -> DISPOSABLE;
            default -> throw new IllegalArgumentException("Records are Class 1, 2 or 3, not " + number);
        };
    }
}
