package org.muniment.api.web;

/** Work whose jobs go on where they stopped when they are begun again: a bean of the area that they are of. Safe for many threads. */
public interface Restartable {
    JobKind kind();

    /**
     * Begins one again, with what it was asked for.
     *
     * @param ended one of this kind that came to nothing
     * @throws Exception when it can't be begun, as when it was asked for the first time
     */
    JobId again(Job ended, Who who) throws Exception;
}
