package org.muniment.api.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a handler does, takes and gives: the description of the interface is made of this. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Does {
    /** One line. */
    String value();

    /** The record that the body is read as; none when there is no body. */
    Class<?> takes() default Void.class;

    /** What the body is, where it is no JSON and may be large. */
    String takesMedia() default "";

    /** The record that is answered, or one of some; none when it is no JSON. */
    Class<?>[] gives() default {};

    /** Whether a page of them is answered. */
    boolean many() default false;

    /** The status of success. */
    int status() default 200;

    /** What is answered, where it is no JSON. */
    String media() default "application/json";
}
