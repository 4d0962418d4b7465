package org.muniment.api;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One of a few words that a person may type. */
public final class Choice {
    private Choice() {}

    /**
     * The one that was typed, in letters of either case.
     *
     * @param what it is, in one word, such as {@code step}
     * @param name how each is typed
     * @throws WrongUsage when it is none of them; all of them are named
     */
    public static <T> T of(String what, T[] all, Function<T, String> name, String typed) {
        return Arrays.stream(all)
                .filter(one -> name.apply(one).equalsIgnoreCase(typed.strip()))
                .findFirst()
                .orElseThrow(() -> new WrongUsage("There is no " + what + " '" + Terminal.plain(typed) + "'; there are "
                        + Arrays.stream(all).map(name).collect(Collectors.joining(", "))));
    }
}
