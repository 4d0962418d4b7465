package org.muniment.api.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.muniment.archive.access.Area;

/** Of which areas a token must be good: one of these; of any when none is named. Each handler or its class says it. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface For {
    Area[] value();
}
