package org.muniment.api.web;

import java.util.List;
import java.util.Set;
import org.muniment.archive.access.Area;
import org.muniment.archive.access.Role;

/**
 * A kind of jobs that can go on where they stopped.
 *
 * @param name as in {@link Job.Order}; never changed, since jobs outlast the server
 * @param area that a token must be good for
 * @param roles who may begin one
 */
public record JobKind(String name, Area area, Set<Role> roles) {
    public JobKind {
        roles = Set.copyOf(roles);
    }

    /** What a job of this kind is asked for, each without line feeds. */
    public Job.Order order(List<String> asked) {
        return new Job.Order(name, asked);
    }
}
