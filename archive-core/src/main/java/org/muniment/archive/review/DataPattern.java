package org.muniment.archive.review;

import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How one kind of personal data is written, and what around it says that it is, or is not, that.
 *
 * @param form the data itself: its first group when it has one
 * @param holds whether a passage of that form is one
 */
record DataPattern(PersonalData kind, Pattern form, Test holds) {
    /** Judges a passage by itself and by what stands around it. */
    @FunctionalInterface
    interface Test {
        boolean holds(String passage, Surroundings around);
    }

    private static final Pattern OTHER_NUMBER = words(
            "(?:inv(?:oice)?|p\\.?\\s?o|purchase order|order|requisition|req|acct|account|ticket|case|claim|item|part"
                    + "|sku|isbn|confirmation|tracking|serial|check|warrant|ref(?:erence)?|contract|bid|permit|asset"
                    + "|vendor|policy|route|rfp|quote|fax|form|ein|fein|tax id)"
                    + "(?:\\s+(?:no|number|num|id|code))?[.:#\\s]*$");
    private static final Pattern SSN_WORDS = words("(?:ssn|ss#|ss no|soc(?:ial)?\\.? sec(?:urity)?|s\\.s\\.n)");
    private static final Pattern PRIVATE_PHONE =
            words("(?:cell|cellular|mobile|home|personal|my number|text me|reach me|call me|phone|tel|celular|casa)");
    private static final Pattern OFFICE_PHONE = words(
            "(?:office|work|main|front desk|school|district|fax|help ?desk|hotline|toll.?free|switchboard|dial-in)"
                    + "(?:\\s+(?:phone|tel|number|line))?(?:\\s+is)?[.:#+\\s(]*$");
    private static final Pattern OFFICE_AFTER = Pattern.compile(
            "\\s*,?\\s*(?:x|ext\\.?|extension)\\s*[0-9]|[ \\t]*[\\[(]?[ \\t]*(?:fax|pager|office|work|[wof]\\))", 2);
    private static final Pattern LETTER_OF_OFFICE = Pattern.compile("(?:^|[\\s|/(])(?:f|w|o)(?:[:.)]|\\s*:)\\s*$", 2);
    private static final Pattern TOLL_FREE = Pattern.compile("8(?:00|33|44|55|66|77|88).*");
    private static final Pattern BIRTH =
            words("(?:d\\.?o\\.?b\\.?|(?:date of )?birth\\s?(?:date|day)?|birth-?date|birthday|born(?: on)?|b-day|bday"
                    + "|fecha de nacimiento|nacid[oa] el)(?:\\s+(?:is|was|es))?[\\s:=,()*-]*(?:on\\s+)?$");
    private static final Pattern HOME =
            words("(?:home address|home|lives? (?:at|on)|living at|residence|residing at|resides at|moved to|moving to"
                    + "|my (?:new )?address|(?:his|her|their) (?:new )?address|mailing address|house|apartment"
                    + "|domicilio|direcci[o\\u00f3]n|vive en|student address|parent address|address on file)");
    private static final Pattern BUSINESS =
            words("(?:school|district|office|campus|elementary|middle|high|suite|ste|company|inc|llc|center|auditorium"
                    + "|library|gym|hall)");
    private static final Pattern UNIT = Pattern.compile("(?:apt|apartment|unit|spc|space)\\b|#\\s*[0-9]", 2);
    private static final Pattern OFFICE_UNIT =
            Pattern.compile("(?:\\s*,)?\\s*(?:suite|ste|bldg|building|room|rm)\\b", 2);

    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\.?";
    private static final String DATE = "[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:[0-9]{4}|[0-9]{2})|[0-9]{4}-[0-9]{2}-[0-9]{2}|"
            + MONTH + "\\s+[0-9]{1,2}(?:st|nd|rd|th)?(?:,?\\s+[0-9]{4})?|[0-9]{1,2}\\s+" + MONTH + "(?:\\s+[0-9]{4})?"
            + "|[0-9]{1,2}/[0-9]{1,2}";
    private static final String STREET =
            "(?:street|st|avenue|ave|boulevard|blvd|drive|dr|road|rd|lane|ln|court|ct|circle|cir|place|pl|way|terrace"
                    + "|ter|parkway|pkwy|highway|hwy|loop|trail|trl|square|alley|row|walk)";

    private static Pattern words(String expression) {
        return Pattern.compile("(?<![\\p{L}])" + expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static DataPattern ssn() {
        return new DataPattern(
                PersonalData.SSN,
                Pattern.compile(
                        "(?<![0-9])(?!000|666|9)[0-9]{3}([- .\\u2010-\\u2013]?)(?!00)[0-9]{2}\\1(?!0000)[0-9]{4}(?![0-9])"),
                (passage, around) -> {
                    if (around.hasBefore(SSN_WORDS, 40)) {
                        return !around.isPartOfNumber();
                    }
                    boolean bare = passage.length() == 9 || passage.indexOf('.') >= 0;
                    return !bare && !around.isPartOfNumber() && !around.isJustAfter(OTHER_NUMBER);
                });
    }

    static DataPattern phone(OwnContacts own) {
        return new DataPattern(
                PersonalData.PHONE,
                Pattern.compile(
                        "(?<![0-9])(?:\\+?1[ .-]?)?(?:\\(([2-9][0-9]{2})\\) ?|[2-9][0-9]{2}[ ./\\u2010-\\u2013-]?)"
                                + "[2-9][0-9]{2}[ .\\u2010-\\u2013-]?[0-9]{4}(?![0-9])|(?<![0-9(])[2-9][0-9]{2}[-.][0-9]{4}(?![0-9])"
                                + "|\\+(?!1)[0-9]{1,3}(?:[ .-]?[0-9]{2,4}){3,4}(?![0-9])"),
                (passage, around) -> isPhone(passage, around, own));
    }

    private static boolean isPhone(String passage, Surroundings around, OwnContacts own) {
        if (around.isPartOfNumber()
                || own.hasPhone(passage)
                || around.isFollowedBy(OFFICE_AFTER)
                || around.isJustAfter(OTHER_NUMBER)
                || around.isJustAfter(OFFICE_PHONE)
                || around.isJustAfter(LETTER_OF_OFFICE)
                || TOLL_FREE.matcher(OwnContacts.digits(passage)).matches()) {
            return false;
        }
        boolean whole = OwnContacts.digits(passage).length() >= 10 && passage.matches(".*[^0-9+].*");
        return whole || around.hasBefore(PRIVATE_PHONE, 30);
    }

    static DataPattern email(OwnContacts own) {
        return new DataPattern(
                PersonalData.EMAIL,
                Pattern.compile("(?<![\\w.+%-])[\\w.+%'-]{1,64}@(?:[A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,24}"),
                (passage, around) -> MailProviders.isPersonal(passage) && !own.hasDomain(domain(passage)));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    static DataPattern birthDate() {
        return new DataPattern(
                PersonalData.BIRTH_DATE,
                Pattern.compile("(?<![0-9/.-])(?:" + DATE + ")(?![0-9/])", Pattern.CASE_INSENSITIVE),
                (passage, around) -> around.isJustAfter(BIRTH));
    }

    static DataPattern homeAddress(OwnContacts own) {
        return new DataPattern(
                PersonalData.HOME_ADDRESS,
                Pattern.compile(
                        "(?<![0-9-])[0-9]{1,6}(?:\\s+[NSEW]\\.?)?(?:\\s+(?:[A-Z][\\p{L}'.-]*|[0-9]+(?:st|nd|rd|th))){1,4}?"
                                + "\\s+(?i:" + STREET
                                + ")\\b\\.?(?:[,\\s]+(?i:apt|apartment|unit|spc|space|#)\\.?\\s*#?\\s*[\\w-]+)?"
                                + "(?:,?\\s+[A-Z][\\p{L}]+(?:\\s[A-Z][\\p{L}]+)?,?\\s+(?:CA|California))?(?:\\s+9[0-9]{4}(?:-[0-9]{4})?)?"
                                + "|(?i:p\\.?\\s?o\\.?\\s?box)\\s+[0-9]{1,6}"),
                (passage, around) -> isHome(passage, around, own));
    }

    private static boolean isHome(String passage, Surroundings around, OwnContacts own) {
        if (own.hasAddress(passage) || around.isFollowedBy(OFFICE_UNIT)) {
            return false;
        }
        Predicate<Pattern> within = words -> words.matcher(passage).find();
        return within.test(UNIT) || around.hasAround(HOME) && !around.hasBefore(BUSINESS, 40);
    }

    /** Where the data of a match stands. */
    static Surroundings place(String text, MatchResult match) {
        return new Surroundings(text, match.start(), match.end());
    }
}
