package org.muniment.api.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.muniment.archive.access.Area;

/** In which area of a token's scopes the handlers of a class are. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface InArea {
    Area value();
}
