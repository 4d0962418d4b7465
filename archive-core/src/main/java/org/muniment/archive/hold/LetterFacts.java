package org.muniment.archive.hold;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a letter about a hold can say: the names that stand in braces in its template, and what to put there.
 *
 * @param custodian the recipient, by name
 * @param address the recipient's address
 * @param hold the hold's id
 * @param matter the matter's title
 * @param kind why the hold was placed, in words
 * @param placed the day it was placed, in words
 * @param mailboxes whose mail it covers
 * @param days the days it covers
 * @param terms what it searches for; "everything" without a query
 * @param date the day of the letter, in words
 * @param officer who sends it: name and title
 * @param link the address of the page that acknowledges it
 */
public record LetterFacts(
        String custodian,
        String address,
        String hold,
        String matter,
        String kind,
        String placed,
        String mailboxes,
        String days,
        String terms,
        String date,
        String officer,
        String link) {
    /** By their names in a template. */
    Map<String, String> byName() {
        Map<String, String> facts = new TreeMap<>();
        facts.put("custodian", custodian);
        facts.put("address", address);
        facts.put("hold", hold);
        facts.put("matter", matter);
        facts.put("kind", kind);
        facts.put("placed", placed);
        facts.put("mailboxes", mailboxes);
        facts.put("days", days);
        facts.put("terms", terms);
        facts.put("date", date);
        facts.put("officer", officer);
        facts.put("link", link);
        return facts;
    }
}
