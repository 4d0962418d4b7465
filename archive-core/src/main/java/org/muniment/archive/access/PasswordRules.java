package org.muniment.archive.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a password must be: the letters, numbers and symbols of AR 7203 N.4, and, since eight characters are guessed today,
 * length and a short list of what everybody tries (NIST SP 800-63B, 3.1.1.2).
 */
public final class PasswordRules {
    /** AR 7203 N.4 asks for eight; NIST SP 800-63B for fifteen where a password is all there is. Twelve with symbols. */
    public static final int SHORTEST = 12;

    private static final int LONGEST = 200;
    private static final int SHORTEST_NAME = 4;
    private static final Set<String> TRIED = Set.of(
            "password",
            "passw0rd",
            "letmein",
            "welcome",
            "qwerty",
            "admin",
            "muniment",
            "iloveyou",
            "12345678",
            "abc123");

    private PasswordRules() {}

    /** What is wrong with a password, in plain words, each with its source; none when it will do. */
    public static List<String> faults(String password, User user) {
        List<String> faults = new ArrayList<>();
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            faults.add("It has " + SHORTEST + " to " + LONGEST + " characters (AR 7203 N.4 asks for 8 at least)");
        }
        if (password.chars().noneMatch(Character::isLetter)) {
            faults.add("It has a letter (AR 7203 N.4)");
        }
        if (password.chars().noneMatch(Character::isDigit)) {
            faults.add("It has a number (AR 7203 N.4)");
        }
        if (password.chars().allMatch(Character::isLetterOrDigit)) {
            faults.add("It has a symbol, such as a dash or a period (AR 7203 N.4)");
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (TRIED.stream().anyMatch(plain::contains) || isRepeated(password)) {
            faults.add("It is not what everybody would try first (NIST SP 800-63B)");
        }
        if (names(user).stream().anyMatch(plain::contains)) {
            faults.add("It does not have your name or address in it (NIST SP 800-63B)");
        }
        return faults;
    }

    private static boolean isRepeated(String password) {
        return password.chars().distinct().count() < 5;
    }

    private static List<String> names(User user) {
        String person = user.officer().name().split(",", 2)[0] + " " + user.name() + " "
                + user.address().split("@", 2)[0];
        return List.of(person.toLowerCase(Locale.ROOT).split("[ .@]+")).stream()
                .filter(name -> name.length() >= SHORTEST_NAME)
                .toList();
    }
}
