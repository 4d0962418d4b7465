package org.muniment.api.web;

/**
 * The name of a job of this server: {@code J1}, {@code J2}, …, never given twice.
 */
public record JobId(long number) {
    /** @throws NotThere when it is no name of a job */
    static JobId parse(String text) {
        if (!text.matches("J[1-9]\\d{0,8}")) {
            throw new NotThere();
        }
        return new JobId(Long.parseLong(text.substring(1)));
    }

    @Override
    public String toString() {
        return "J" + number;
    }
}
