package org.muniment.api.web;

import java.util.Set;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;

/**
 * Jobs that go on where they stopped when they are begun again: a bean of the area that they are of. Safe for many threads.
 */
public interface JobKind {
    /** Its name in {@link Job.Order}; never changed, since jobs outlast the server. */
    String kind();

    /** Who may begin one. */
    Set<Role> roles();

    /** The area that a token must be good for. */
    Area area();

    /**
     * Begins one again, with what it was asked for.
     *
     * @param ended one of this kind that came to nothing
     * @throws Exception when it can't be begun, as when it was asked for the first time
     */
    JobId again(Job ended, Who who) throws Exception;
}
