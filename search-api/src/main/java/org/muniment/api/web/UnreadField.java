package org.muniment.api.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** A field of a form that is missing, or is no day or number: which, and what to give instead. */
final class UnreadField {
    private static final int SHOWN = 60;
    private static final Set<String> WHOLE = Set.of("int", "long", "Integer", "Long");

    private UnreadField() {}

    /** What is wrong with a form, in whole sentences; empty when an error is about something else, such as an id in an address. */
    static Optional<String> words(Exception error) {
        return switch (error) {
            case MethodArgumentTypeMismatchException wrong ->
                wrong.getParameter().hasParameterAnnotation(PathVariable.class)
                        ? Optional.empty()
                        : Optional.of(words(wrong.getName(), wrong.getValue(), wrong.getRequiredType()));
            case MissingServletRequestParameterException missing ->
                Optional.of(words(missing.getParameterName(), "", null));
            case BindException wrong ->
                wrong.getFieldErrors().stream()
                        .findFirst()
                        .map(one -> words(one.getField(), one.getRejectedValue(), wrong.getFieldType(one.getField())));
            default -> Optional.empty();
        };
    }

    private static String words(String field, @Nullable Object value, @Nullable Class<?> type) {
        String typed = value == null ? "" : value.toString();
        if (typed.isBlank()) {
            return "The field “" + field + "” is empty, and it is needed.";
        }
        String shown = typed.length() <= SHOWN ? typed : typed.substring(0, SHOWN) + "…";
        return "“" + shown + "” in the field “" + field + "” is " + not(type);
    }

    private static String not(@Nullable Class<?> type) {
        if (type == LocalDate.class) {
            return "no day. Give year, month and day: 2026-11-02.";
        }
        if (type == LocalDateTime.class) {
            return "no day and time. Give both: 2026-11-02T16:30.";
        }
        return type != null && WHOLE.contains(type.getSimpleName())
                ? "no whole number, or one that is too large. Give digits, such as 30."
                : "none of the choices.";
    }
}
