package org.muniment.api.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.muniment.archive.access.Role;

/**
 * Who may use a route: whoever has one of these roles. On a class it counts for each of its handlers that says nothing
 * itself. A handler with neither this nor {@link Open} keeps the server from starting.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {
    Role[] value();
}
